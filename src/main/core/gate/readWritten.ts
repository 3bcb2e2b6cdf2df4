import { AppError } from "#shared/errors.ts";
import { openThread, threadUrl } from "../threads/openThread.ts";
import type { ReadFile } from "./reading/piece.ts";
import type { WrittenFile } from "./reading/readBack.ts";

/** Twenty pages take about a second. */
const LONGEST_MS = 120_000;
const MOST_HEAP_MB = 2_048;

const thread = openThread<WrittenFile, ReadFile>({
  url: threadUrl("readingThread", import.meta.url),
  work: "reading",
  longestMs: LONGEST_MS,
  mostHeapMb: MOST_HEAP_MB,
});

/**
 * As readBack, in a thread of its own: a file that makes a reader go astray ends the thread and not the program.
 * @throws AppError gate.unreadable, also for what takes too long or too much memory; call.cancelled
 */
export async function readWritten(file: WrittenFile, signal?: AbortSignal): Promise<ReadFile> {
  try {
    return await thread.run(file, signal);
  } catch (error) {
    if (error instanceof AppError && error.code === "thread.stopped")
      throw new AppError("gate.unreadable", { file: file.fileName });
    throw error;
  }
}
