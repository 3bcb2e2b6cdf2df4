import { replaceMatches, type Decoder } from "./decoder.ts";

/** U+202E turns what follows around, up to U+202C or the end of the line: seen right, stored backwards. */
const OVERRIDDEN = /\u202e([^\u202a-\u202e\n]{1,2000})\u202c?/g;

export const overridden: Decoder = {
  name: "right-to-left",
  rewrite: (text) =>
    text.includes("\u202e") ? replaceMatches(text, OVERRIDDEN, ([, run = ""]) => [...run].toReversed().join("")) : [],
};
