import { replaceSegments, sliceView, type Replacement, type Trails, type View } from "../view.ts";

/** Replacements this close belong to one passage: a line of a mail has 76 characters. */
const NEAR = 100;
/** What stands beside a passage may belong to a name that ends in it. */
const CONTEXT = 64;

/** Half a word may look like another: not in the middle of one. */
const LONGEST_WORD = 40;
const WORD = /[\w.@%+-]/;

function wordStart(text: string, at: number): number {
  let start = Math.max(0, at);
  for (let step = 0; step < LONGEST_WORD && start > 0 && WORD.test(text.charAt(start - 1)); step += 1) start -= 1;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = Math.min(text.length, at);
  for (let step = 0; step < LONGEST_WORD && end < text.length && WORD.test(text.charAt(end)); step += 1) end += 1;
  return end;
}

/**
 * Views of the passages that a decoder would change, one each, instead of one of the whole text: several such decoders
 * would read a whole text in all their combinations.
 *
 * @param replacements in order
 */
export function viewPassages(view: View, trails: Trails, name: string, replacements: readonly Replacement[]): View[] {
  const passages: Replacement[][] = [];
  for (const replacement of replacements) {
    const last = passages.at(-1);
    if (last && replacement.start - (last.at(-1)?.end ?? 0) <= NEAR) last.push(replacement);
    else passages.push([replacement]);
  }
  return passages.map((passage) => {
    const from = wordStart(view.text, (passage[0]?.start ?? 0) - CONTEXT);
    const to = wordEnd(view.text, (passage.at(-1)?.end ?? 0) + CONTEXT);
    const moved = passage.map(({ start, end, text }) => ({ start: start - from, end: end - from, text }));
    return replaceSegments(sliceView(view, from, to), trails, name, moved);
  });
}
