import { extractView } from "../view.ts";
import { mayHideMore, type Branch, type Decoder } from "./decoder.ts";
import { islandsOf, readBytes, type Reading } from "./readBytes.ts";

const TOKEN = /[A-Za-z0-9+/_-]{6,}={0,2}/g;
/** Written backwards, the padding stands in front. */
const BACKWARDS = /(?<![A-Za-z0-9])={1,2}[A-Za-z0-9+/_-]{6,}/g;
const PARTS = /[A-Za-z0-9+]{6,}/g;
/** What was cut off in front left its bytes out of step: letters of no meaning put them back. */
const FILLINGS = ["A", "AA", "AAA"];
/**
 * The last of them holds the upper bits of a byte that was cut in two: what small letters, capitals, digits and the first byte
 * of a kanji have there.
 */
const GUESSED_FILLINGS = [..."YZabcdeQRSTUVWMNO456", ..."DEFGHO"]
  .map((letter, index) => (index < 20 ? letter : `A${letter}`))
  .concat(["AAB", "AAD"]);
const LONGEST = 200_000;

type Token = { start: number; end: number; text: string };

function findTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    tokens.push({ start: match.index, end: match.index + token.length, text: token });
    // A path, or words joined by hyphens: each part may be encoded by itself.
    if (!/[/_-]/.test(token)) continue;
    for (const part of token.matchAll(PARTS)) {
      const start = match.index + part.index;
      tokens.push({ start, end: start + part[0].length, text: part[0] });
    }
  }
  for (const match of text.matchAll(BACKWARDS)) {
    tokens.push({ start: match.index, end: match.index + match[0].length, text: [...match[0]].toReversed().join("") });
  }
  return tokens;
}

/** Base64, standard and URL-safe, with or without padding, whole or a part of it. */
export const base64: Decoder = {
  name: "base64",
  branch(view, trails, refuse) {
    const branches: Branch[] = [];
    const known = new Map<string, Reading[]>();
    for (const { start, end, text } of findTokens(view.text)) {
      if (/^[a-z]+$/.test(text) && text.length < 8) continue;
      let readings = known.get(text);
      if (readings === undefined) known.set(text, (readings = readToken(text, () => refuse({ start, end }))));
      for (const reading of readings) {
        const found = extractView(view, trails, ["base64", ...reading.names], { start, end, text: reading.text });
        branches.push({ view: found, goesOn: mayHideMore(reading), isExact: reading.isExact });
      }
    }
    return branches;
  },
};

function readToken(token: string, refuse: () => void): Reading[] {
  const letters = token.replaceAll("=", "").slice(0, LONGEST);
  const whole = readBytes(Buffer.from(letters, "base64"), refuse);
  if (whole.some(({ isExact }) => isExact)) return whole;
  const shifted = FILLINGS.flatMap((filling) =>
    readBytes(Buffer.from(filling + letters, "base64"), () => undefined, { inflates: false }),
  );
  const guessed = GUESSED_FILLINGS.map((filling) => islandsOf(Buffer.from(filling + letters, "base64")));
  const islands = [...new Set(guessed)].filter((text) => text !== "");
  return [...whole, ...shifted, ...islands.map((text) => ({ text, names: [], isSure: false, isExact: false }))];
}
