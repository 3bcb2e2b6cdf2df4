import { rearrange, type Trails, type View } from "../view.ts";
import type { Branch, Decoder, Guess } from "./decoder.ts";

/** Shorter words become other words too often. */
const SHORTEST_LATIN = 8;
const LONG_RUN = /[!-~]+(?: [!-~]+)*/g;
/** More than any gap inside a name. */
const APART = "\n".repeat(16);
const LETTER_A = 0x61;

/** Letters shifted through the alphabet (rot13 and the other Caesar shifts), mirrored (atbash), rot47. */
export const shifted: Decoder = {
  name: "rot13",
  deepest: 1,
  branch(view, trails) {
    const { text, order } = gatherRuns(view.text);
    if (text === "") return [];
    const branches: Branch[] = [];
    for (let by = 1; by < 26; by += 1) {
      branches.push(branch(view, trails, by === 13 ? "rot13" : "caesar", shift(text, by), order));
    }
    branches.push(branch(view, trails, "atbash", mirror(text), order));
    branches.push(branch(view, trails, "rot47", rotate47(text), order));
    return branches;
  },
};

function branch(view: View, trails: Trails, name: string, text: string, order: readonly number[]): Guess {
  return {
    text,
    match: { shortest: SHORTEST_LATIN, shortestLatin: SHORTEST_LATIN, readsSounds: false },
    toView: () => rearrange(view, trails, name, text, order),
  };
}

/** Only long runs of ASCII with letters in them: in Japanese texts a small part. */
function gatherRuns(text: string): { text: string; order: number[] } {
  let gathered = "";
  const order: number[] = [];
  for (const match of text.matchAll(LONG_RUN)) {
    if (match[0].length < SHORTEST_LATIN || !/[a-z]/i.test(match[0])) continue;
    gathered += match[0] + APART;
    for (let unit = 0; unit < match[0].length + APART.length; unit += 1)
      order.push(Math.min(match.index + unit, text.length - 1));
  }
  return { text: gathered, order };
}

function mapLetters(text: string, change: (letter: number) => number): string {
  const codes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const lower = code | 0x20;
    codes[at] = lower >= LETTER_A && lower < LETTER_A + 26 ? change(lower - LETTER_A) + LETTER_A : code;
  }
  return Buffer.from(codes.buffer).toString("latin1");
}

const shift = (text: string, by: number) => mapLetters(text, (letter) => (letter + by) % 26);
const mirror = (text: string) => mapLetters(text, (letter) => 25 - letter);

function rotate47(text: string): string {
  const codes = Uint8Array.from(text, (sign) => {
    const code = sign.charCodeAt(0);
    return code > 0x20 && code < 0x7f ? ((code - 33 + 47) % 94) + 33 : code;
  });
  return Buffer.from(codes).toString("latin1");
}
