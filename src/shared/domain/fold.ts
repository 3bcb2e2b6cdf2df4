/**
 * Folding makes texts comparable that a reader takes for the same (interchange.md, `search`): NFKC width, case,
 * hiragana = katakana, `[.]` = `.`, `hxxp` = `http`. Both sides of a search are folded.
 */
const TO_KATAKANA = 0x60;

function foldKana(text: string): string {
  return text.replace(/[ぁ-ゖゝゞ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + TO_KATAKANA));
}

/** Σ becomes ς at the end of a word and σ elsewhere; a piece of a text must not depend on where it was cut. */
function foldCase(text: string): string {
  return text.toLowerCase().replaceAll("ς", "σ");
}

export function fold(text: string): string {
  return foldKana(foldCase(text.normalize("NFKC")))
    .replaceAll("[.]", ".")
    .replaceAll("hxxp", "http");
}

/** A folded text whose every UTF-16 unit knows the span of the original it came from. */
export type FoldedText = { text: string; starts: number[]; ends: number[] };

/** One written character: a base with what is composed onto it, so that NFKC of the parts is NFKC of the whole. */
const CLUSTER = /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|[^][\p{M}\uff9e\uff9f]*/gu;

/** Folds with a map back to the original, for marking what matched. */
export function foldWithMap(original: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  for (const match of original.matchAll(CLUSTER)) {
    const folded = foldKana(foldCase(match[0].normalize("NFKC")));
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
    text += folded;
  }
  return collapse(collapse({ text, starts, ends }, "[.]", "."), "hxxp", "http");
}

function collapse(folded: FoldedText, written: string, meant: string): FoldedText {
  if (!folded.text.includes(written)) return folded;
  const result: FoldedText = { text: "", starts: [], ends: [] };
  let position = 0;
  while (position < folded.text.length) {
    const found = folded.text.startsWith(written, position);
    const length = found ? written.length : 1;
    const piece = found ? meant : folded.text.charAt(position);
    for (let unit = 0; unit < piece.length; unit += 1) {
      result.starts.push(folded.starts[position] ?? 0);
      result.ends.push(folded.ends[position + length - 1] ?? 0);
    }
    result.text += piece;
    position += length;
  }
  return result;
}
