import type { AuditEntry } from "#shared/contract/audit.ts";

const TEXT_FIELDS = ["narrative", "summary", "body"];
const SITTING_MS = 30 * 60_000;

function editsTextOnly({ changes }: AuditEntry): boolean {
  return changes.length > 0 && changes.every(({ field }) => TEXT_FIELDS.includes(field));
}

/**
 * The history as a person tells it, latest first: a text that one analyst wrote in one sitting, saved many times as it
 * was typed, is one entry.
 */
export function groupHistory(entries: readonly AuditEntry[]): AuditEntry[] {
  const latestFirst = [...entries].sort((a, b) => b.at - a.at);
  const grouped: AuditEntry[] = [];
  let sittingFrom = 0;
  for (const entry of latestFirst) {
    const last = grouped.at(-1);
    const fields = (one: AuditEntry) => one.changes.map(({ field }) => field).join();
    const continues =
      last !== undefined &&
      editsTextOnly(last) &&
      editsTextOnly(entry) &&
      last.actor === entry.actor &&
      fields(last) === fields(entry) &&
      sittingFrom - entry.at < SITTING_MS;
    if (!continues) grouped.push(entry);
    sittingFrom = entry.at;
  }
  return grouped;
}

/** True for a field whose value is a text too long to show beside its name. */
export function isTextField(field: string): boolean {
  return TEXT_FIELDS.includes(field);
}
