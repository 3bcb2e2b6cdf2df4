import type { ChangedLine } from "#shared/contract/approvals.ts";
import { packetWords } from "#shared/messages/printed/packetWords.ts";
import type { Stake } from "../sanitising/maskText.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";

/**
 * What was taken out because it told who it was stands in no packet again: a line that is gone and tells is said to be gone,
 * without its words.
 */
export async function hideTellingLines(
  sanitiser: Sanitiser,
  changes: readonly ChangedLine[],
  stake: Stake,
  signal?: AbortSignal,
): Promise<ChangedLine[]> {
  const removed = [...new Set(changes.flatMap(({ kind, text }) => (kind === "removed" ? [text] : [])))];
  if (removed.length === 0) return [...changes];
  const found = await sanitiser.scanAll(removed, { ...stake, novelty: false, ...(signal && { signal }) });
  const telling = new Set(
    removed.filter((_, index) => found[index]?.some(({ severity }) => severity === "must") ?? true),
  );
  return changes.map((line) =>
    line.kind === "removed" && telling.has(line.text) ? { ...line, text: packetWords.changes.hidden } : line,
  );
}
