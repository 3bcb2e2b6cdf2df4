import { AppError } from "#shared/errors.ts";
import type { Stake } from "../sanitising/maskText.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";

/** What a text is asked about at the desk; a note is a sentence or two, and has no desk. */
const ASKED_AT_DESK = new Set(["novel-term", "quasi-identifier"]);

/**
 * How many places of a note (why something was corrected or withdrawn) tell or may tell who provided it. What is in doubt
 * has to be written in other words.
 */
export async function countTelling(
  sanitiser: Sanitiser,
  note: string | null,
  stake: Stake,
  signal?: AbortSignal,
): Promise<number> {
  if (note === null || note.trim() === "") return 0;
  const findings = await sanitiser.scan(note, { ...stake, novelty: false, ...(signal && { signal }) });
  return findings.filter(({ severity, kind }) => severity === "must" || !ASKED_AT_DESK.has(kind)).length;
}

/** @throws AppError sharings.note-tells */
export async function requireClearNote(...asked: Parameters<typeof countTelling>): Promise<void> {
  const count = await countTelling(...asked);
  if (count > 0) throw new AppError("sharings.note-tells", { count });
}
