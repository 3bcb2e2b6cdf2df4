import { AppError } from "../errors.ts";

/** Runs tasks one after another, in the order they came. */
export type SerialQueue = {
  /** Resolves with the task's answer; a task whose signal is aborted while it waits is never started. */
  run<T>(task: () => T | Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Resolves when everything queued so far is done. */
  idle(): Promise<void>;
};

/** The order of commands: the core shares one among all its windows, so that no two commands ever overlap. */
export function createSerialQueue(): SerialQueue {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run(task, signal) {
      const start = () => {
        if (signal?.aborted) throw new AppError("call.cancelled");
        return task();
      };
      const answer = tail.then(start);
      tail = answer.catch(() => undefined);
      return answer;
    },
    idle: () => tail.then(() => undefined),
  };
}
