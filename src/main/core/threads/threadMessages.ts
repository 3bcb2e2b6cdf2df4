import type { ErrorValue } from "#shared/errors.ts";

/** Handed to a thread at its start: four bytes of shared memory that hold the number of the job that nobody wants any more. */
export type ThreadStart = { stoppedJob: SharedArrayBuffer };

export type ThreadJob<Request> = { job: number; request: Request };

export type ThreadAnswer<Answer> =
  | { job: number; answer: Answer }
  | { job: number; failure: ErrorValue }
  /** An unforeseen fault. */
  | { job: number; fault: Error };

/** Whether the job is given up; asking costs a few nanoseconds. */
export type StopSign = () => boolean;
