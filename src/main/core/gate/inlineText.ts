import { readMarkdown } from "./reading/readRecords.ts";

/** A Markdown text as it is read, block by block, without its marks. */
export function inlineText(markdown: string): string {
  const { pieces } = readMarkdown(new TextEncoder().encode(markdown));
  return pieces.map(({ text }) => text).join("\n");
}
