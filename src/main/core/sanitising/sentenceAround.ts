/** Finds the sentence that a stretch of one text stands in. */
export type SentenceFinder = (start: number, end: number) => string;

/** A sentence ends at its full stop, at an empty line, and at a line that begins a block: a row, an item, a heading, a fence. */
const BOUNDARY =
  /[。！？]+[」』）)]*|[!?]+(?=\s)|\n[ \t]*(?=\n)|\n(?=[ \t]*(?:[-*+>#|]|\d+[.)]\s|```|~~~|\[\^))|(?<=^[ \t]*(?:[#|>]|```|~~~).*)\n/gmu;
const LONGEST = 400;

/**
 * @returns the sentence around a stretch, without space at its ends; what is longer than 400 characters is cut to those
 *   around the stretch
 */
export function createSentenceFinder(text: string): SentenceFinder {
  const bounds = [0, ...[...text.matchAll(BOUNDARY)].map((match) => match.index + match[0].length), text.length];
  return (start, end) => {
    const first = lastAtMost(bounds, start);
    const last = lastAtMost(bounds, Math.max(start, end - 1)) + 1;
    const from = bounds[first] ?? 0;
    const to = bounds[last] ?? text.length;
    if (to - from <= LONGEST) return text.slice(from, to).trim();
    const spare = Math.max(0, LONGEST - (end - start)) >> 1;
    return text.slice(Math.max(from, start - spare), Math.min(to, end + spare)).trim();
  };
}

/** Index of the last bound that is not behind a place. */
function lastAtMost(bounds: readonly number[], place: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bounds[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
