import { rearrange, type Trails, type View } from "../view.ts";
import type { Decoder } from "./decoder.ts";

/** The text read from its end. */
export const reversed: Decoder = {
  name: "reversed",
  deepest: 1,
  branch(view, trails) {
    const text = [...view.text].toReversed().join("");
    return [{ text, match: { shortest: 4, shortestLatin: 8 }, toView: () => reverse(view, trails, text) }];
  },
};

/** Halves of a pair keep their order. */
function reverse(view: View, trails: Trails, text: string): View {
  const order = new Int32Array(text.length);
  let from = view.text.length;
  for (let at = 0; at < text.length;) {
    const length = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    from -= length;
    for (let unit = 0; unit < length; unit += 1) order[at + unit] = from + unit;
    at += length;
  }
  return rearrange(view, trails, "reversed", text, order);
}
