/**
 * Folding as interchange.md says it, written apart from the program: width (NFKC), case, hiragana = katakana,
 * `[.]` = `.`, `hxxp` = `http`.
 */
export function foldPlainly(text: string): string {
  const wide = text.normalize("NFKC").toLowerCase();
  const kana = Array.from(wide, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isHiragana = (code >= 0x3041 && code <= 0x3096) || code === 0x309d || code === 0x309e;
    return isHiragana ? String.fromCodePoint(code + 96) : character;
  }).join("");
  return kana.split("[.]").join(".").split("hxxp").join("http");
}
