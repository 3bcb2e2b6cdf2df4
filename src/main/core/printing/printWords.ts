import type { Inline } from "#shared/narrative/narrative.ts";

const JAPANESE = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々〇";
const GAP = new RegExp(
  `(?<=[${JAPANESE}])[ \\u00a0](?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])[ \\u00a0](?=[${JAPANESE}])`,
  "gu",
);

/**
 * Text as it is set: the spaces that writers put between Japanese and Latin go, because the typesetter makes the
 * quarter space there by itself and evenly; control characters, which have no glyph, go too.
 */
export function closeGaps(text: string): string {
  return text.replaceAll(GAP, "").replaceAll(/(?![\t\n])\p{Cc}/gu, "");
}

/** The words of a row without any marking, for titles and outlines. */
export function plainWords(row: readonly Inline[]): string {
  return row
    .map((item) => {
      if (item.kind === "text" || item.kind === "code") return item.text;
      if ("children" in item) return plainWords(item.children);
      return item.kind === "break" ? " " : "";
    })
    .join("");
}

/** A row that is one piece of text. */
export function words(text: string): Inline[] {
  return [{ kind: "text", text }];
}

/** ①…⑳, then (21)…: the mark of a step or part. */
export function circledNumber(number: number): string {
  return number >= 1 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `(${number})`;
}
