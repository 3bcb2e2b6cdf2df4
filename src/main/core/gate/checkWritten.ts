import { AppError } from "#shared/errors.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { findLeaks, type Leak, type LeakOptions } from "./findLeaks.ts";
import type { WrittenFile } from "./reading/readBack.ts";
import { readWritten } from "./readWritten.ts";

/** Places that do not say where to look: told only when nothing else is known. */
const VAGUE: ReadonlySet<string> = new Set(["structure", "pages-joined", "raw-string"]);

/**
 * Reads a written file back by readers of another kind, and scans every text in it: the last look before it may have a name.
 * @throws AppError gate.leak {where, detail, kind, count}; gate.unreadable; call.cancelled
 */
export async function checkWritten(file: WrittenFile, sanitiser: Sanitiser, options: LeakOptions): Promise<void> {
  const reading = await readWritten(file, options.signal);
  const leaks = await findLeaks(reading, sanitiser, options).catch((error: unknown) => {
    throw unreadable(error, file);
  });
  const first = leaks.find(({ place }) => !VAGUE.has(place)) ?? leaks[0];
  if (first) throw leakError(first, leaks.length);
}

/** A picture in it that cannot be looked at is for whoever exports the same as a file that cannot. */
function unreadable(error: unknown, { fileName }: WrittenFile): unknown {
  const isPicture = error instanceof AppError && /^(?:pictures\.|cases\.not-a-picture)/.test(error.code);
  return isPicture ? new AppError("gate.unreadable", { file: fileName, reason: error.code }, { cause: error }) : error;
}

function leakError({ place, detail, kind }: Leak, count: number): AppError {
  return new AppError("gate.leak", { where: place, detail: detail.slice(0, 100), kind, count });
}
