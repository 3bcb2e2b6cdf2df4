/** What is quoted is quoted as it was: fenced blocks, code, where links lead. */
export const QUOTED =
  /^(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[\s\S]*?(?:^\1[^\n]*$|(?![\s\S]))|`[^`\n]+`|\]\([^()\n]*\)|<[a-z]{1,20}:[^<>\s]*>|\[\^[^[\]\n]*\]/gmu;

/** The stretches of a text where Markdown's marks are no marks. */
export function quotedSpans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(QUOTED)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
