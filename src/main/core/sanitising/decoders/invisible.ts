import { replaceMatches, type Decoder } from "./decoder.ts";

/**
 * Characters that nobody sees: zero width, soft hyphens, directions, fillers, variation selectors, tags, and what tells a
 * terminal its colours.
 */
const INVISIBLE =
  /(?:\u034f|\u001b\[[0-9;?]{0,12}[A-Za-z]|[\u{e0000}-\u{e007f}]|[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|\p{Variation_Selector})+/gu;

/** They are no letters, so names are found without this; rules and rebuilt words need them gone. */
export const invisible: Decoder = {
  name: "invisible",
  rewrite: (text) => replaceMatches(text, INVISIBLE, () => ""),
};
