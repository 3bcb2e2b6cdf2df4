import { fold, foldWithMap } from "#shared/domain/fold.ts";

export type Mark = { start: number; end: number };

/** The words of a search as they are compared: "quoted" is one word. */
function wordsOf(searched: string): string[] {
  const parts = searched.matchAll(/"([^"]+)"|[^\s"]+/g);
  return [...parts].map(([whole, quoted]) => fold(quoted ?? whole).trim()).filter((word) => word !== "");
}

/** Where the words of a search stand in a text, width, case and kana apart: UTF-16 offsets, in order, none over another. */
export function marksIn(text: string, searched: string): Mark[] {
  const folded = foldWithMap(text);
  const found = wordsOf(searched).flatMap((word) => {
    const marks: Mark[] = [];
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      marks.push({ start: folded.starts[at] ?? 0, end: folded.ends[at + word.length - 1] ?? 0 });
    }
    return marks;
  });
  const inOrder = found.sort((a, b) => a.start - b.start || b.end - a.end);
  return inOrder.filter(({ end }, index) => inOrder.slice(0, index).every((earlier) => earlier.end < end));
}
