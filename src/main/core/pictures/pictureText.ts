import type { OcrLine, OcrWord } from "./tesseract.ts";

/** What a picture says, as a text that can be scanned; `wordAt` has for each UTF-16 unit the word it came from. */
export type PictureText = { text: string; wordAt: (OcrWord | undefined)[] };

/**
 * Lines as they would be typed: a space stays between Latin words only. Recognition also puts spaces into mail addresses,
 * numbers and names; each line that has a space left stands there once more without any.
 */
export function joinLines(lines: readonly OcrLine[]): PictureText {
  const joined: PictureText = { text: "", wordAt: [] };
  const spaced = lines.map((line) => line.map((word, index) => ({ word, isApart: isApart(line[index - 1], word) })));
  for (const line of spaced) addLine(joined, line);
  addBreak(joined);
  for (const line of spaced) {
    if (!line.some(({ isApart: apart }) => apart)) continue;
    addLine(
      joined,
      line.map(({ word }) => ({ word, isApart: false })),
    );
  }
  return joined;
}

const LATIN_END = /[\p{Script=Latin}\p{Nd}\p{P}]$/u;
const LATIN_START = /^[\p{Script=Latin}\p{Nd}\p{P}]/u;

function isApart(before: OcrWord | undefined, word: OcrWord): boolean {
  return before !== undefined && LATIN_END.test(before.text) && LATIN_START.test(word.text);
}

/** What recognition takes an @ between Latin letters for. */
const MISREAD_AT = /(?<=[a-z0-9])[®©③⑧⑨&](?=[a-z0-9])/giu;

function addLine(joined: PictureText, line: readonly { word: OcrWord; isApart: boolean }[]): void {
  for (const { word, isApart: apart } of line) {
    if (apart) add(joined, " ", undefined);
    add(joined, word.text.replaceAll(MISREAD_AT, "@"), word);
  }
  addBreak(joined);
}

const addBreak = (joined: PictureText): void => add(joined, "\n", undefined);

function add(joined: PictureText, text: string, word: OcrWord | undefined): void {
  joined.text += text;
  for (let unit = 0; unit < text.length; unit += 1) joined.wordAt.push(word);
}
