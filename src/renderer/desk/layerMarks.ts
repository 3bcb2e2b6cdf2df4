import { UNDER } from "#renderer/ui/editor/markings.ts";
import { TIERS, type Tier } from "./tiers.ts";

type Layered = { from: number; to: number; tone: string };

const rankOf = (tone: string): number => {
  const rank = TIERS.indexOf(tone as Tier);
  return rank < 0 ? TIERS.length : rank;
};

/** What is left of a stretch when others are taken out of it. */
function outside(stretch: { from: number; to: number }, taken: readonly { from: number; to: number }[]) {
  let from = stretch.from;
  const free: { from: number; to: number }[] = [];
  const inOrder = taken.filter(({ from: start, to }) => start < stretch.to && to > stretch.from);
  for (const { from: start, to } of inOrder.toSorted((a, b) => a.from - b.from)) {
    if (start > from) free.push({ from, to: start });
    from = Math.max(from, to);
  }
  if (from < stretch.to) free.push({ from, to: stretch.to });
  return free;
}

/**
 * Marks that overlap, cut so that the more urgent one is seen: a name that must go, inside a phrase to be looked at,
 * stands out from it. What lies wholly under others keeps one piece without a tone, so that it can still be found.
 */
export function layerMarks<M extends Layered>(marks: readonly M[]): M[] {
  const taken: { from: number; to: number }[] = [];
  const byUrgency = marks.toSorted((a, b) => rankOf(a.tone) - rankOf(b.tone) || a.from - b.from);
  const pieces = byUrgency.flatMap((mark): M[] => {
    const free = outside(mark, taken);
    if (free.length === 0) return [{ ...mark, tone: UNDER }];
    taken.push({ from: mark.from, to: mark.to });
    return free.map((piece) => ({ ...mark, ...piece }));
  });
  return pieces.toSorted((a, b) => a.from - b.from);
}
