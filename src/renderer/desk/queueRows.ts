import type { DeskFinding } from "#shared/contract/sanitising.ts";
import { markIdOf, TIERS, tierOf, type Tier } from "./tiers.ts";

/** What one decision can settle at once. */
export type FindingGroup = { id: string; tier: Tier; findings: readonly DeskFinding[] };

/** A line of the queue: a group, or one place of a group that is unfolded. */
export type QueueRow = {
  id: string;
  group: FindingGroup;
  /** The place that keys act on. */
  finding: DeskFinding;
  /** Counts from 1; 0 on the line of the group itself. */
  place: number;
};

/** Groups in the order must, review, never published, allowed; within each by their first place in the text. */
export function groupFindings(findings: readonly DeskFinding[]): FindingGroup[] {
  const groups = new Map<string, { id: string; tier: Tier; findings: DeskFinding[] }>();
  for (const finding of findings) {
    const tier = tierOf(finding);
    const id = `${tier} ${finding.group}`;
    const known = groups.get(id);
    if (known === undefined) groups.set(id, { id, tier, findings: [finding] });
    else known.findings.push(finding);
  }
  return [...groups.values()].sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
}

export function rowsOfQueue(groups: readonly FindingGroup[], unfolded: ReadonlySet<string>): QueueRow[] {
  return groups.flatMap((group) => {
    const [first] = group.findings;
    if (first === undefined) return [];
    const own: QueueRow = { id: group.id, group, finding: first, place: 0 };
    if (!unfolded.has(group.id) || group.findings.length === 1) return [own];
    const places = group.findings.map((finding, index) => ({
      id: `${group.id} ${markIdOf(finding)}`,
      group,
      finding,
      place: index + 1,
    }));
    return [own, ...places];
  });
}

/** The queue's cursor: on a row by its id; when that row is gone, on the one that took its place. */
export type Cursor = { id: string | null; index: number };

export function cursorIndex(rows: readonly { id: string }[], cursor: Cursor): number {
  const found = cursor.id === null ? -1 : rows.findIndex(({ id }) => id === cursor.id);
  return found >= 0 ? found : Math.max(0, Math.min(cursor.index, rows.length - 1));
}
