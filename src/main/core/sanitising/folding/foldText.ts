import { DROPPED, EXPANDS, foldCodePoint, foldTable } from "./foldTable.ts";

/**
 * The skeleton of a text: letters, digits, kana and kanji only, in their plainest form (width, case, accents, kana,
 * old forms, radicals, look-alike letters), with a map back. Spaces, line breaks, punctuation, zero-width characters and
 * variation selectors are gone, so that a name is found however it was broken up.
 */
export type FoldedText = {
  units: Uint16Array;
  length: number;
  /** Where the character behind a unit starts in the text. */
  from: Int32Array;
  /** Where it ends (exclusive). */
  to: Int32Array;
};

const KATAKANA = /[ァ-ヺｦ-ﾝﾞﾟー]/;
const DASHES = [..."-‐‑‒–—―−─━一ｰー"].map((dash) => dash.charCodeAt(0));
const VOICINGS = [0x3099, 0x309a, 0x309b, 0x309c, 0xff9e, 0xff9f];
const DASH = 1;
const VOICING = 2;
const HALF_OF_PAIR = 3;
/** Units that what stands beside them decides on. */
const SPECIAL = new Uint8Array(65_536).fill(HALF_OF_PAIR, 0xd800, 0xe000);
for (const unit of DASHES) SPECIAL[unit] = DASH;
for (const unit of VOICINGS) SPECIAL[unit] = VOICING;
const LONG = 0x30fc;
const REPEAT = 0x3005;

class Skeleton {
  units: Uint16Array;
  from: Int32Array;
  to: Int32Array;
  length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.from = new Int32Array(capacity);
    this.to = new Int32Array(capacity);
  }

  push(unit: number, from: number, to: number): void {
    if (this.length === this.units.length) this.#grow();
    this.units[this.length] = unit;
    this.from[this.length] = from;
    this.to[this.length] = to;
    this.length += 1;
  }

  last(): number {
    return this.length === 0 ? 0 : (this.units[this.length - 1] ?? 0);
  }

  #grow(): void {
    const capacity = this.units.length * 2;
    const { units, from, to } = this;
    this.units = new Uint16Array(capacity);
    this.from = new Int32Array(capacity);
    this.to = new Int32Array(capacity);
    this.units.set(units);
    this.from.set(from);
    this.to.set(to);
  }
}

/** Views are many: one after the other uses the same memory. */
const shared = new Skeleton(4_096);

/** @param text any text, ill-formed too; the answer is good until the next call only */
export function foldText(text: string): FoldedText {
  shared.length = 0;
  foldInto(shared, text);
  return shared;
}

function foldInto(skeleton: Skeleton, text: string): void {
  const { units, expansions } = foldTable();
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const special = SPECIAL[unit];
    if (special === HALF_OF_PAIR) {
      at += pushPair(skeleton, text, at);
      continue;
    }
    if (special === DASH && pushDash(skeleton, text, at, unit)) continue;
    if (special === VOICING) {
      voice(skeleton, unit, at);
      continue;
    }
    const folded = units[unit] ?? DROPPED;
    if (folded === DROPPED) continue;
    if (folded === EXPANDS) pushAll(skeleton, expansions.get(unit) ?? "", at, at + 1);
    else skeleton.push(folded === REPEAT ? repeated(skeleton) : folded, at, at + 1);
  }
}

/** Used again and again: patterns are many and short. */
const scratch = new Skeleton(256);

/** The skeleton as a string, for patterns. */
export function foldString(text: string): string {
  scratch.length = 0;
  foldInto(scratch, text);
  if (scratch.length > LONGEST_PIECE) return [...scratch.units.subarray(0, scratch.length)].map(toSign).join("");
  // One flat string made at once: those put together sign by sign are slow to look up.
  signs.length = scratch.length;
  for (let at = 0; at < scratch.length; at += 1) signs[at] = scratch.units[at] ?? 0;
  return String.fromCharCode(...signs);
}

const LONGEST_PIECE = 1_000;
const signs: number[] = [];
const toSign = (unit: number) => String.fromCharCode(unit);

function pushAll(skeleton: Skeleton, folded: string, from: number, to: number): void {
  for (let unit = 0; unit < folded.length; unit += 1) skeleton.push(folded.charCodeAt(unit), from, to);
}

const pairCache = new Map<number, string>();

/** @returns how many further units were read */
function pushPair(skeleton: Skeleton, text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0;
  if (point < 0x1_0000) return 0;
  let folded = pairCache.get(point);
  if (folded === undefined) {
    folded = foldCodePoint(String.fromCodePoint(point));
    if (pairCache.size < 20_000) pairCache.set(point, folded);
  }
  pushAll(skeleton, folded, at, at + 2);
  return 1;
}

/**
 * A dash, or the kanji for one, between katakana is a long vowel written with the wrong key; a long vowel mark
 * anywhere else is a dash.
 */
function pushDash(skeleton: Skeleton, text: string, at: number, unit: number): boolean {
  const before = text.charAt(at - 1);
  const isMark = unit === LONG || unit === 0xff70;
  const isLong = isMark
    ? /[ぁ-ゖァ-ヺｦ-ﾝﾞﾟ]/.test(before) || isSpelledOut(skeleton, text, at)
    : KATAKANA.test(before) && KATAKANA.test(text.charAt(at + 1)) && !isBetweenAll(text, at, unit);
  if (isLong) {
    if (skeleton.last() !== LONG) skeleton.push(LONG, at, at + 1);
    return true;
  }
  // The kanji "one" in any other place is itself.
  return text[at] !== "一";
}

/** グ-ラ-ン-ツ-ェ: the same dash between three pairs of kana in a row parts them. */
function isBetweenAll(text: string, at: number, dash: number): boolean {
  const isPart = (place: number) => text.charCodeAt(place) === dash && KATAKANA.test(text.charAt(place + 1));
  const before = isPart(at - 2) && KATAKANA.test(text.charAt(at - 3)) ? (isPart(at - 4) ? 2 : 1) : 0;
  const after = isPart(at + 2) ? (isPart(at + 4) ? 2 : 1) : 0;
  return before + after >= 2;
}

/** リ ー ス: with the same few separators before it and behind it, a mark goes with the kana before. */
function isSpelledOut(skeleton: Skeleton, text: string, at: number): boolean {
  const end = skeleton.length === 0 ? at : (skeleton.to[skeleton.length - 1] ?? at);
  const gap = text.slice(end, at);
  if (gap === "" || gap.length > LONGEST_SEPARATOR || !/[ァ-ヺ]/.test(toSign(skeleton.last()))) return false;
  return text.startsWith(gap, at + 1) || /^(?:$|[ァ-ヺｦ-ﾝぁ-ゖ])/.test(text.charAt(at + 1));
}

const LONGEST_SEPARATOR = 8;

/** Puts ゛ or ゜ on the kana before it: half-width, decomposed, and spaced marks alike. */
function voice(skeleton: Skeleton, unit: number, at: number): void {
  const mark = unit === 0x3099 || unit === 0x309b || unit === 0xff9e ? "\u3099" : "\u309a";
  const composed = `${String.fromCharCode(skeleton.last())}${mark}`.normalize("NFC");
  if (skeleton.length === 0 || composed.length !== 1) return;
  skeleton.units[skeleton.length - 1] = composed.charCodeAt(0);
  skeleton.to[skeleton.length - 1] = at + 1;
}

function repeated(skeleton: Skeleton): number {
  const last = skeleton.last();
  return last >= 0x4e00 && last <= 0x9fff ? last : REPEAT;
}
