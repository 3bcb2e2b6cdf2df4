import { useEffect, useMemo, useRef, useState } from "react";
import type { DeskFinding } from "#shared/contract/sanitising.ts";
import {
  cursorIndex,
  groupFindings,
  grownGroup,
  inKnownOrder,
  rowsOfQueue,
  type Cursor,
  type FindingGroup,
  type QueueRow,
} from "./queueRows.ts";
import { markIdOf } from "./tiers.ts";

export type Queue = {
  groups: readonly FindingGroup[];
  rows: readonly QueueRow[];
  /** -1 when there are no rows. */
  index: number;
  row: QueueRow | undefined;
  goTo(index: number): void;
  move(step: number): void;
  /** To the first group of the next tier, or of this or the one before. */
  moveTier(step: 1 | -1): void;
  /** What comes back next, by an undo, is gone to. */
  awaitReturn(): void;
  /** Goes to a place of the text, whichever line it is on. */
  goToMark(markId: string): void;
  /** Folds or unfolds the places of a group. */
  fold(groupId: string): void;
  isUnfolded(groupId: string): boolean;
};

/** The findings as a queue with a cursor that stays where it is when its row is settled: the next has come there. */
export function useQueue(findings: readonly DeskFinding[], underWay: ReadonlySet<string>): Queue {
  const [cursor, setCursor] = useState<Cursor>({ id: null, index: 0 });
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const order = useRef<readonly string[]>([]);
  const awaited = useRef<ReadonlyMap<string, number> | null>(null);
  const groups = useMemo(
    () => inKnownOrder(groupFindings(findings.filter((finding) => !underWay.has(markIdOf(finding)))), order.current),
    [findings, underWay],
  );
  useEffect(() => {
    order.current = groups.map(({ id }) => id);
    if (awaited.current === null) return;
    const grown = grownGroup(groups, awaited.current);
    if (grown === undefined) return;
    awaited.current = null;
    setCursor({ id: grown.id, index: 0 });
  }, [groups]);
  const rows = useMemo(() => rowsOfQueue(groups, unfolded), [groups, unfolded]);
  const index = cursorIndex(rows, cursor);
  const row = rows[index];
  // Where one stands is kept with its place, so that the next row is found when this one is gone.
  if (row !== undefined && (cursor.id !== row.id || cursor.index !== index)) setCursor({ id: row.id, index });
  const goTo = (wanted: number) => {
    const target = Math.max(0, Math.min(wanted, rows.length - 1));
    const next = rows[target];
    if (next !== undefined) setCursor({ id: next.id, index: target });
  };
  return {
    groups,
    rows,
    index: row === undefined ? -1 : index,
    row,
    goTo,
    move: (step) => goTo(index + step),
    moveTier(step) {
      const starts = rows.flatMap(({ group, place }, at) => {
        return place === 0 && rows[at - 1]?.group.tier !== group.tier ? [at] : [];
      });
      const target = step > 0 ? starts.find((at) => at > index) : starts.findLast((at) => at < index);
      if (target !== undefined) goTo(target);
    },
    awaitReturn() {
      awaited.current = new Map(groups.map(({ id, findings: places }) => [id, places.length]));
    },
    goToMark(markId) {
      const holds = ({ findings: places }: FindingGroup) => places.some((finding) => markIdOf(finding) === markId);
      const place = rows.findIndex(({ place: at, finding }) => at > 0 && markIdOf(finding) === markId);
      goTo(place >= 0 ? place : rows.findIndex(({ group, place: at }) => at === 0 && holds(group)));
    },
    fold(groupId) {
      setUnfolded((before) => {
        const next = new Set(before);
        if (!next.delete(groupId)) next.add(groupId);
        return next;
      });
    },
    isUnfolded: (groupId) => unfolded.has(groupId),
  };
}
