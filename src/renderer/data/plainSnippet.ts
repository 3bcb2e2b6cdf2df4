import type { Mark } from "./marksIn.ts";

/** What Markdown writes and a reader does not: footnote and figure marks, emphasis, fences, heads, table lines, addresses. */
const MARKUP =
  /\[\^[^\]\s]*\]:?|\*\*|`{3}[a-z-]*|(?<=^|\s|…)#{1,4}\s|\|(?:[\s:|-]*\|)?|!\[|\]\((?:artifact|fig|https?):[^)\s]*\)/gu;

/** A snippet of a narrative as it reads on paper; its marks move with it. */
export function plainSnippet(snippet: string, marks: readonly Mark[]): { text: string; marks: Mark[] } {
  const cuts = [...snippet.matchAll(MARKUP)].map((match) => ({ at: match.index, length: match[0].length }));
  const moved = (offset: number) =>
    offset - cuts.reduce((sum, { at, length }) => sum + Math.max(0, Math.min(length, offset - at)), 0);
  return {
    text: snippet.replaceAll(MARKUP, ""),
    marks: marks
      .map(({ start, end }) => ({ start: moved(start), end: moved(end) }))
      .filter(({ start, end }) => end > start),
  };
}
