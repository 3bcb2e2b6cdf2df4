export type Marks = readonly { start: number; end: number }[];

/** Characters kept before the first match, where there is room for one line only. */
const KEPT_BEFORE = 10;

/** The snippet from shortly before its first match, so that the match is seen in one line; marks move with it. */
export function beginNearMark(text: string, marks: Marks): { text: string; marks: Marks } {
  const cut = Math.max(0, (marks[0]?.start ?? 0) - KEPT_BEFORE);
  if (cut === 0) return { text, marks };
  const shift = 1 - cut;
  return {
    text: `…${text.slice(cut)}`,
    marks: marks.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  };
}
