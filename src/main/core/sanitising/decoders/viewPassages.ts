import { replaceSegments, sliceView, type Replacement, type Trails, type View } from "../view.ts";

/** Replacements this close belong to one passage: a line of a mail has 76 characters. */
const NEAR = 100;
/** What stands beside a passage may belong to a name that ends in it. */
const CONTEXT = 64;

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
    const from = Math.max(0, (passage[0]?.start ?? 0) - CONTEXT);
    const to = (passage.at(-1)?.end ?? 0) + CONTEXT;
    const moved = passage.map(({ start, end, text }) => ({ start: start - from, end: end - from, text }));
    return replaceSegments(sliceView(view, from, to), trails, name, moved);
  });
}
