import { sliceView, type View } from "./view.ts";

/** Shorter texts are not worth parting. */
const LEAST_PARTED = 1_500;
const BLOCK = 400;
/** Where nothing encoded goes on: a blank line, a line that ends or begins in Japanese. */
const CUT = /\n[ \t]*\n|\n(?=[\u3000-\u9fff])|(?<=[\u3000-\u9fff])\n/g;

/**
 * Paragraphs of a view that are not word for word in another text: what was looked at there need not be again.
 *
 * @returns the view itself when it is short
 */
export function changedBlocks(view: View, known: string): View[] {
  if (view.text.length < LEAST_PARTED) return [view];
  const blocks: View[] = [];
  let start = 0;
  const take = (end: number) => {
    if (end > start && !known.includes(view.text.slice(start, end))) blocks.push(sliceView(view, start, end));
    start = end;
  };
  for (const { 0: cut, index } of view.text.matchAll(CUT)) if (index - start >= BLOCK) take(index + cut.length);
  take(view.text.length);
  return blocks;
}
