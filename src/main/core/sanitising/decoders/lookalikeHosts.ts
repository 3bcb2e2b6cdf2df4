import { rearrange } from "../view.ts";
import type { Branch, Decoder } from "./decoder.ts";

/** Words with a digit, or with letters that look like others, as imitated host names have them. */
const WORD = /[a-z0-9$!|.-]{6,2000}/gi;
const SHORTEST = 6;
const APART = "\n".repeat(16);
const DIGITS: ReadonlyMap<string, string> = new Map(
  Object.entries({ "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", $: "s", "!": "i" }),
);
/** What one sign, or two, may have been: each line is read by itself. */
const READINGS: readonly (readonly (readonly [string, string])[])[] = [
  [
    ["1", "l"],
    ["|", "l"],
  ],
  [
    ["1", "i"],
    ["l", "i"],
    ["|", "i"],
  ],
  [
    ["rn", "m"],
    ["vv", "w"],
    ["cl", "d"],
  ],
  [["i", "l"]],
];

/** A host that only looks like theirs names them as well (mukubuch1-seiki, rnukubuchi-seiki). */
export const lookalikeHosts: Decoder = {
  name: "look-alike",
  deepest: 1,
  branch(view, trails) {
    const words = [...view.text.matchAll(WORD)].filter(([word]) => /[a-z]/i.test(word));
    if (words.length === 0) return [];
    return READINGS.map((pairs): Branch => {
      const read = readWords(words, new Map([...DIGITS, ...pairs]));
      return {
        text: read.text,
        match: { shortest: SHORTEST, shortestLatin: SHORTEST, readsSounds: false },
        toView: () => rearrange(view, trails, "look-alike", read.text, read.order),
      };
    });
  },
};

function readWords(
  words: readonly RegExpExecArray[],
  signs: ReadonlyMap<string, string>,
): { text: string; order: Int32Array } {
  const pieces: string[] = [];
  const order = new Int32Array(words.reduce((sum, { 0: word }) => sum + word.length + APART.length, 0));
  let length = 0;
  for (const { 0: word, index } of words) {
    const lower = word.toLowerCase();
    for (let at = 0; at < word.length; at += 1) {
      const two = signs.get(lower.slice(at, at + 2));
      pieces.push(two ?? signs.get(lower.charAt(at)) ?? word.charAt(at));
      order[length] = index + at;
      length += 1;
      if (two !== undefined) at += 1;
    }
    pieces.push(APART);
    order.fill(index, length, length + APART.length);
    length += APART.length;
  }
  return { text: pieces.join(""), order: order.subarray(0, length) };
}
