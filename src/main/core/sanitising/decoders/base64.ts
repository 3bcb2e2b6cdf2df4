import { extractView } from "../view.ts";
import { mayHideMore, type Branch, type Decoder } from "./decoder.ts";
import { readExclusiveOr } from "./exclusiveOr.ts";
import { islandsOf, readBytes, type Reading } from "./readBytes.ts";

const TOKEN = /[A-Za-z0-9+/_-]{6,}={0,2}/g;
/** Written backwards, the padding stands in front. */
const BACKWARDS = /(?<![A-Za-z0-9])={1,2}[A-Za-z0-9+/_-]{6,}/g;
/** In groups of four or eight, as keys and dumps are printed. */
const GROUPS =
  /(?:[A-Za-z0-9+/_-]{4} ){3,}[A-Za-z0-9+/_-]{2,4}={0,2}|(?:[A-Za-z0-9+/_-]{8} ){2,}[A-Za-z0-9+/_-]{2,8}={0,2}/g;
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
  for (const { 0: groups, index } of text.matchAll(GROUPS)) {
    tokens.push({ start: index, end: index + groups.length, text: groups.replaceAll(" ", "") });
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
    for (const { start, end, text } of findTokens(view.text)) {
      if (/^[a-z]+$/.test(text) && text.length < 8) continue;
      const { readings, isRefused } = readKnown(text);
      if (isRefused) refuse({ start, end });
      for (const reading of readings) {
        const found = extractView(view, trails, ["base64", ...reading.names], { start, end, text: reading.text });
        branches.push({ view: found, goesOn: mayHideMore(reading), isExact: reading.isExact });
      }
    }
    return branches;
  },
};

type TokenReadings = { readings: Reading[]; isRefused: boolean };

const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 400;
/** A token stands in several views of a text, and again in the text's next version. */
const known = new Map<string, TokenReadings>();

function readKnown(token: string): TokenReadings {
  const before = known.get(token);
  if (before) return before;
  let isRefused = false;
  const readings = readToken(token, () => {
    isRefused = true;
  });
  if (known.size >= MOST_KNOWN) known.clear();
  if (token.length <= LONGEST_KNOWN) known.set(token, { readings, isRefused });
  return { readings, isRefused };
}

function readToken(token: string, refuse: () => void): Reading[] {
  const letters = token.replaceAll("=", "").slice(0, LONGEST);
  const whole = readBytes(Buffer.from(letters, "base64"), refuse);
  if (whole.some(({ isExact }) => isExact)) return whole;
  const shifted = FILLINGS.flatMap((filling) =>
    readBytes(Buffer.from(filling + letters, "base64"), () => undefined, { inflates: false }),
  );
  const fitting = new Set(FILLINGS.filter((filling) => mayBegin(filling, letters)).map(({ length }) => length));
  const guessed = GUESSED_FILLINGS.filter(({ length }) => fitting.has(length)).map((filling) =>
    islandsOf(Buffer.from(filling + letters, "base64")),
  );
  const islands = [...new Set(guessed)].filter((text) => text !== "");
  return [
    ...whole,
    ...shifted,
    ...islands.map((text) => ({ text, names: [], isSure: false, isExact: false })),
    ...readTurned(letters),
  ];
}

const SHORTEST_TURNED = 12;

/** Turned around or by thirteen before it was written down, or its bytes changed by one key, as droppers do: sure readings only. */
function readTurned(letters: string): Reading[] {
  if (
    letters.length < SHORTEST_TURNED ||
    letters.length > LONGEST_KNOWN ||
    !/[a-z][A-Z0-9]|[A-Z0-9][a-z]/.test(letters)
  )
    return [];
  const turned: [string, string][] = [
    ["reversed", [...letters].toReversed().join("")],
    ["rot13", letters.replaceAll(/[a-z]/gi, rotate)],
  ];
  const keyed = readExclusiveOr(Buffer.from(letters, "base64"));
  return [
    ...turned.flatMap(([name, text]) =>
      readBytes(Buffer.from(text, "base64"), () => undefined, { inflates: false })
        .filter(({ isSure }) => isSure)
        .map((reading): Reading => ({ ...reading, names: [name, ...reading.names], isSure: false, isExact: false })),
    ),
    ...keyed.map((text): Reading => ({ text, names: ["xor"], isSure: false, isExact: false })),
  ];
}

function rotate(letter: string): string {
  const first = letter >= "a" ? 0x61 : 0x41;
  return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
}

const HEAD = 12;

/** Whether the byte that is guessed has text behind it, whatever it is: else the guess changes nothing. */
function mayBegin(filling: string, letters: string): boolean {
  const head = Buffer.from(filling + letters.slice(0, HEAD), "base64");
  const start = filling.length - 1;
  const isText = (byte: number) => byte >= 0x20 && byte < 0x7f;
  const isFollowing = (byte: number) => (byte & 0xc0) === 0x80;
  const [next = 0, third = 0, fourth = 0] = head.subarray(start + 1);
  return (isText(next) && isText(third) && isText(fourth)) || (isFollowing(next) && isFollowing(third));
}
