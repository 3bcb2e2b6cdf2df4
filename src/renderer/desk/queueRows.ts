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

/**
 * The groups as they stood before: deciding the first place of one does not send it down the list. One that is new comes
 * behind the one that is before it in the text.
 */
export function inKnownOrder(groups: readonly FindingGroup[], known: readonly string[]): FindingGroup[] {
  const ranks = new Map(known.map((id, rank) => [id, rank]));
  let before = -1;
  const ranked = groups.map((group) => {
    const own = ranks.get(group.id);
    before = own ?? before;
    return { group, rank: before, isNew: own === undefined };
  });
  const tierRank = ({ group }: { group: FindingGroup }) => TIERS.indexOf(group.tier);
  return ranked
    .toSorted((a, b) => tierRank(a) - tierRank(b) || a.rank - b.rank || Number(a.isNew) - Number(b.isNew))
    .map(({ group }) => group);
}

/** The group that has more places than before, other than those that may stay: what an undo gave back. */
export function grownGroup(
  groups: readonly FindingGroup[],
  before: ReadonlyMap<string, number>,
): FindingGroup | undefined {
  return groups.find(({ id, tier, findings }) => tier !== "allowed" && findings.length > (before.get(id) ?? 0));
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

/**
 * The queue's cursor: on a row by its id; when that row is gone, on the one that took its place. It never comes by itself
 * to what somebody has let stay (a key pressed once too often would undo that), but to the first that is still open.
 */
export type Cursor = { id: string | null; index: number };

/** @returns -1 when nothing is open and nobody went to a row */
export function cursorIndex(rows: readonly { id: string; group: { tier: Tier } }[], cursor: Cursor): number {
  const found = cursor.id === null ? -1 : rows.findIndex(({ id }) => id === cursor.id);
  if (found >= 0) return found;
  const openRows = rows.findLastIndex(({ group }) => group.tier !== "allowed") + 1;
  if (openRows === 0) return -1;
  return cursor.index < openRows ? Math.max(0, cursor.index) : 0;
}
