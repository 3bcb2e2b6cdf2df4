const JAPANESE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6\u2460-\u24ff]/u;

/** True for characters that stand in running Japanese text, where a line end is not a word boundary. */
export function isJapanese(character: string): boolean {
  return JAPANESE.test(character);
}

/**
 * What replaces a soft line break between two characters: nothing where Japanese meets anything (the typesetter makes
 * the quarter space beside Latin itself), a space between Latin words.
 */
export function lineJoin(before: string, after: string): "" | " " {
  if (before === "" || after === "") return "";
  return isJapanese(before) || isJapanese(after) ? "" : " ";
}

/** The last whole character of a text, "" when empty. */
export function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? "";
}

/** The first whole character of a text, "" when empty. */
export function firstCharacter(text: string): string {
  return Array.from(text.slice(0, 2))[0] ?? "";
}
