import { Worker } from "node:worker_threads";
import { AppError } from "#shared/errors.ts";
import { createSerialQueue } from "#shared/rpc/serialQueue.ts";
import type { ThreadAnswer, ThreadJob, ThreadStart } from "./threadMessages.ts";

/** What the thread is for, as the message of its end names it. */
export type ThreadWork = "sanitising" | "typesetting" | "pictures" | "reading";

export type ThreadOptions = {
  /** The file that calls serveThread, without its ending: see threadUrl. */
  url: URL;
  work: ThreadWork;
  /** A job that takes longer has gone astray: the thread is ended. */
  longestMs: number;
  /** How long a job that was given up may go on before the thread is ended; 10 s when left out. */
  graceMs?: number;
  /** The thread's heap, in MB; what needs more ends the thread and not the program. */
  mostHeapMb?: number;
};

const GRACE_MS = 10_000;

/** A worker thread that does one job at a time. */
export type Thread<Request, Answer> = {
  /**
   * @param request what to do; or a function that is called when the job's turn has come, with a number that is another in
   *   each new thread, for what a thread must be told once
   * @throws AppError call.cancelled as soon as `signal` is aborted; thread.stopped when the thread dies over the job, in which
   *   case the next job has a new one; whatever the thread itself throws
   */
  run(request: Request | ((thread: number) => Request), signal?: AbortSignal): Promise<Answer>;
  /** Ends the thread and all it remembers; a job that is running fails with thread.stopped. The next job starts it anew. */
  close(): Promise<void>;
};

/** Where a thread's file lies beside the one that asks: source in a checkout, JavaScript in the bundle. */
export function threadUrl(name: string, askedFrom: string): URL {
  return new URL(`./${name}${askedFrom.endsWith(".ts") ? ".ts" : ".js"}`, askedFrom);
}

/** The thread starts with its first job, and never keeps the process alive while it has none. */
export function openThread<Request, Answer>(options: ThreadOptions): Thread<Request, Answer> {
  const queue = createSerialQueue();
  const flag = new Int32Array(new SharedArrayBuffer(4));
  let worker: Worker | undefined;
  let threads = 0;
  let jobs = 0;
  /** Number of the job at work, or 0. */
  let running = 0;

  function start(): Worker {
    const heap = options.mostHeapMb === undefined ? {} : { maxOldGenerationSizeMb: options.mostHeapMb };
    const workerData: ThreadStart = { stoppedJob: flag.buffer };
    // Flags of a test runner or a debugger are not for it.
    const started = new Worker(options.url, { workerData, resourceLimits: heap, execArgv: [] });
    threads += 1;
    const forget = () => {
      if (worker === started) worker = undefined;
    };
    // Without a listener an error between two jobs would end the process.
    started.on("error", forget);
    started.on("exit", forget);
    return started;
  }

  function runNow(makeRequest: Request | ((thread: number) => Request)): Promise<Answer> {
    worker ??= start();
    jobs += 1;
    // The thread's first number is one: the flag's zero stops no job.
    const request = isFunction(makeRequest) ? makeRequest(threads) : makeRequest;
    running = jobs;
    return askWorker<Request, Answer>(worker, { job: jobs, request }, options).finally(() => {
      running = 0;
    });
  }

  /** Asks the thread to stop; one that does not hear is ended, for the next job waits. */
  function giveUp(job: number): void {
    Atomics.store(flag, 0, job);
    const deaf = worker;
    setTimeout(() => {
      if (running === job) void deaf?.terminate();
    }, options.graceMs ?? GRACE_MS).unref();
  }

  return {
    async run(request, signal) {
      if (signal?.aborted === true) throw new AppError("call.cancelled");
      let mine = 0;
      const answer = queue.run(() => {
        mine = jobs + 1;
        return runNow(request);
      }, signal);
      return signal === undefined
        ? answer
        : orAborted(answer, signal, () => {
            if (mine !== 0) giveUp(mine);
          });
    },
    async close() {
      const ending = worker;
      // A job that comes while it ends has a new one.
      worker = undefined;
      await ending?.terminate();
    },
  };
}

/** The same answer, or call.cancelled the moment the signal is aborted. */
function orAborted<Answer>(answer: Promise<Answer>, signal: AbortSignal, stop: () => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      stop();
      reject(new AppError("call.cancelled"));
    };
    signal.addEventListener("abort", onAbort, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

function isFunction<Request>(request: Request | ((thread: number) => Request)): request is (thread: number) => Request {
  return typeof request === "function";
}

function askWorker<Request, Answer>(
  worker: Worker,
  job: ThreadJob<Request>,
  { work, longestMs }: ThreadOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => void worker.terminate(), longestMs);
    let reason: unknown;
    const settle = (finish: () => void) => {
      clearTimeout(tooLong);
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
      worker.unref();
      finish();
    };
    const onMessage = (answer: ThreadAnswer<Answer>) => {
      if (answer.job === job.job) settle(() => settleAnswer(answer, resolve, reject));
    };
    const onError = (error: unknown) => {
      reason = error;
    };
    const onExit = () => settle(() => reject(new AppError("thread.stopped", { work }, { cause: reason })));
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    worker.ref();
    try {
      worker.postMessage(job, []);
    } catch (error) {
      // What cannot be sent is the caller's fault.
      settle(() => reject(error));
    }
  });
}

function settleAnswer<Answer>(
  answer: ThreadAnswer<Answer>,
  resolve: (answer: Answer) => void,
  reject: (error: unknown) => void,
): void {
  if ("answer" in answer) resolve(answer.answer);
  else if ("failure" in answer) reject(new AppError(answer.failure.code, answer.failure.params));
  else reject(answer.fault);
}
