import { parentPort, workerData } from "node:worker_threads";
import { AppError, type ErrorValue } from "#shared/errors.ts";
import type { StopSign, ThreadAnswer, ThreadJob, ThreadStart } from "./threadMessages.ts";

/** Does one job; what `stopped` says may change at any moment, also while the job runs without a pause. */
export type Serve<Request, Answer> = (request: Request, stopped: StopSign) => Answer | Promise<Answer>;

/**
 * The thread's end: answers the jobs that its host sends, one after another as they come.
 *
 * @throws Error when this is no thread of openThread
 */
export function serveThread<Request, Answer>(serve: Serve<Request, Answer>): void {
  const port = parentPort;
  if (port === null) throw new Error("this file runs in a worker thread only");
  const { stoppedJob } = workerData as ThreadStart;
  const flag = new Int32Array(stoppedJob);
  port.on("message", ({ job, request }: ThreadJob<Request>) => {
    const stopped = () => Atomics.load(flag, 0) === job;
    void answerOf(job, async () => serve(request, stopped)).then((answer) => port.postMessage(answer));
  });
}

async function answerOf<Answer>(job: number, work: () => Promise<Answer>): Promise<ThreadAnswer<Answer>> {
  try {
    return { job, answer: await work() };
  } catch (error) {
    if (error instanceof AppError) {
      return { job, failure: { code: error.code, params: error.params } satisfies ErrorValue };
    }
    return { job, fault: error instanceof Error ? error : new Error(String(error)) };
  }
}
