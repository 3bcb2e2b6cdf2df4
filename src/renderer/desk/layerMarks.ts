import { UNDER } from "#renderer/ui/editor/markings.ts";
import { TIERS, type Tier } from "./tiers.ts";

type Layered = { from: number; to: number; tone: string };

const rankOf = (tone: string): number => {
  const rank = TIERS.indexOf(tone as Tier);
  return rank < 0 ? TIERS.length : rank;
};

type Span = { from: number; to: number };

/** Index of the first that ends behind a place; they are in order and apart. */
function firstBehind(taken: readonly Span[], place: number): number {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.to ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes a stretch, and answers what of it was free. `taken` stays in order and apart: a text may have thousands. */
function take(taken: Span[], { from, to }: Span): Span[] {
  const first = firstBehind(taken, from);
  let behind = first;
  let at = from;
  const free: Span[] = [];
  for (let span = taken[behind]; span !== undefined && span.from < to; span = taken[behind]) {
    if (span.from > at) free.push({ from: at, to: span.from });
    at = Math.max(at, span.to);
    behind += 1;
  }
  if (at < to) free.push({ from: at, to });
  const joined = { from: Math.min(from, taken[first]?.from ?? from), to: Math.max(to, at) };
  taken.splice(first, behind - first, behind === first ? { from, to } : joined);
  return free;
}

/**
 * Marks that overlap, cut so that the more urgent one is seen: a name that must go, inside a phrase to be looked at,
 * stands out from it. What lies wholly under others keeps one piece without a tone, so that it can still be found.
 */
export function layerMarks<M extends Layered>(marks: readonly M[]): M[] {
  const taken: Span[] = [];
  const byUrgency = marks.toSorted((a, b) => rankOf(a.tone) - rankOf(b.tone) || a.from - b.from);
  const pieces = byUrgency.flatMap((mark): M[] => {
    const free = take(taken, mark);
    if (free.length === 0) return [{ ...mark, tone: UNDER }];
    return free.map((piece) => ({ ...mark, ...piece }));
  });
  return pieces.toSorted((a, b) => a.from - b.from);
}
