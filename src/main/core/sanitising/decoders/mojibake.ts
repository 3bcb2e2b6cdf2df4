import { replaceSegments, sliceView, type Replacement } from "../view.ts";
import { charsetTable } from "./charsetTables.ts";
import type { Branch, Decoder } from "./decoder.ts";

/**
 * What no Japanese text has side by side, and every text read as single bytes has; or one such sign with a letter behind, twice: ƒTƒM is
 * サギ, whose second bytes are ASCII.
 */
const SINGLE =
  /[^\p{ASCII}\u3000-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]{2}|([^\p{ASCII}\u2000-\uffff])[@-~]\1[@-~]/u;
const CYRILLIC = /[\u0400-\u045f\u2500-\u25ff][^\p{ASCII}]|([\u0400-\u045f\u2500-\u25ff])[@-~]\1[@-~]/u;
const DOUBLE = /[^\p{ASCII}]/u;

/**
 * Text read in the wrong charset: written again as the bytes it was, and read in the right one. Bytes that were lost
 * are lost; what is left is found around them.
 */
const WRONG_READINGS: readonly { outer: string; inners: readonly Inner[]; signs?: RegExp }[] = [
  { outer: "windows-1252", inners: ["utf-8", "shift_jis", "euc-jp"] },
  { outer: "shift_jis", inners: ["utf-8", "euc-jp"] },
  { outer: "euc-jp", inners: ["utf-8", "shift_jis"] },
  { outer: "gbk", inners: ["utf-8", "shift_jis", "euc-jp"] },
  { outer: "big5", inners: ["utf-8"] },
  { outer: "euc-kr", inners: ["utf-8"], signs: /[\uac00-\ud7a3]/ },
  { outer: "iso-8859-15", inners: ["utf-8"] },
  { outer: "windows-1250", inners: ["utf-8", "shift_jis"] },
  { outer: "macintosh", inners: ["utf-8", "shift_jis"] },
  { outer: "windows-1251", inners: ["utf-8", "shift_jis", "euc-jp"], signs: CYRILLIC },
  { outer: "koi8-r", inners: ["utf-8", "shift_jis", "euc-jp"], signs: CYRILLIC },
  { outer: "ibm866", inners: ["utf-8", "shift_jis", "euc-jp"], signs: CYRILLIC },
];
type Inner = "utf-8" | "shift_jis" | "euc-jp";

/** Bytes of a text with the unit that each came from. */
type Bytes = { bytes: Uint8Array; from: Int32Array; length: number };

const NEAR = 12;
/** What was plain ASCII stands beside what was garbled: the number behind a street. */
const CONTEXT = 24;
const LONGEST_DECODED = 20_000;

export const mojibake: Decoder = {
  name: "mojibake",
  deepest: 4,
  branch(view, trails) {
    if (!/[\u0080-\uffff]/.test(view.text)) return [];
    const branches: Branch[] = [];
    const seen = new Set<string>();
    const whole: Region[] = [];
    for (const { outer, inners, signs } of WRONG_READINGS) {
      if (!(signs ?? (isDoubleByte(outer) ? DOUBLE : SINGLE)).test(view.text)) continue;
      const written = writeBytes(view.text, charsetTable(outer));
      if (written === undefined) continue;
      for (const inner of inners) {
        for (const region of nearby(readAs(written, outer, inner), outer, inner)) {
          const { start, end, replacements } = region;
          // Charsets of one family differ in a few letters: where one of them reads all, the next reads it worse.
          if (whole.some((one) => one.start <= start && one.end >= end)) continue;
          if (inner === "utf-8" && isWhole(view.text, region)) whole.push(region);
          const from = Math.max(0, start - CONTEXT);
          const piece = replaceSegments(
            sliceView(view, from, end + CONTEXT),
            trails,
            "mojibake",
            replacements.map(({ text, ...at }) => ({ text, start: at.start - from, end: at.end - from })),
          );
          const key = `${start} ${piece.text}`;
          if (seen.has(key)) continue;
          seen.add(key);
          branches.push({
            view: piece,
            goesOn: (inner === "utf-8" || !isDoubleByte(outer)) && piece.text.length < LONGEST_DECODED,
            isExact: false,
            isGuess: true,
          });
        }
      }
    }
    return branches;
  },
};

/** ASCII is itself; a character that the charset lacks ends every sequence (byte 0). */
function writeBytes(text: string, table: Uint16Array): Bytes | undefined {
  const bytes = new Uint8Array(text.length * 2);
  const from = new Int32Array(text.length * 2);
  let length = 0;
  let high = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const written = unit < 0x80 ? unit : (table[unit] ?? 0);
    if (written > 0xff) {
      from[length] = at;
      bytes[length] = written >> 8;
      length += 1;
    }
    if (written > 0x7f) high += 1;
    from[length] = at;
    bytes[length] = written & 0xff;
    length += 1;
  }
  return high < 2 ? undefined : { bytes, from, length };
}

/** Bytes of one character, and what it is; undefined where there is none. */
function readSequence(inner: Inner, { bytes, length }: Bytes, at: number): { size: number; text: string } | undefined {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return undefined;
  if (inner === "utf-8") return readUtf8(bytes, at, length);
  if (at + 1 >= length) return undefined;
  const unit = decodingTable(inner)[(lead << 8) | (bytes[at + 1] ?? 0)] ?? 0;
  return unit === 0 ? undefined : { size: 2, text: String.fromCharCode(unit) };
}

function readUtf8(bytes: Uint8Array, at: number, length: number): { size: number; text: string } | undefined {
  const lead = bytes[at] ?? 0;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (size === 0 || lead > 0xf4 || at + size > length) return undefined;
  let point = lead & (0xff >> (size + 1));
  for (let next = 1; next < size; next += 1) {
    const byte = bytes[at + next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  return point > 0x10_ffff || (size === 3 && point < 0x800) ? undefined : { size, text: String.fromCodePoint(point) };
}

const decodingTables = new Map<Inner, Uint16Array>();

function decodingTable(inner: Inner): Uint16Array {
  const known = decodingTables.get(inner);
  if (known) return known;
  const table = new Uint16Array(65_536);
  for (const [unit, written] of charsetTable(inner).entries()) if (written > 0xff) table[written] = unit;
  decodingTables.set(inner, table);
  return table;
}

const EXPECTED =
  /[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f\u3000-\u301cΑ-я\u0080-\u024f\u02c6\u02dc\u2000-\u206f\u20ac\u2122\u2460-\u24ff\u3200-\u33ff]/;

/** Every sequence that reads as a character, one replacement each; those that share a unit are read together. */
function readAs(written: Bytes, outer: string, inner: Inner): Replacement[] {
  const { from, length } = written;
  const replacements: Replacement[] = [];
  const isDouble = isDoubleByte(outer);
  let at = 0;
  let isAfterSequence = false;
  while (at < length) {
    // After a break a character starts where one of the wrong ones does.
    const isInside = inner !== "utf-8" && at > 0 && from[at - 1] === from[at];
    const sequence = isInside && !isAfterSequence ? undefined : readSequence(inner, written, at);
    // Two bytes of UTF-8 stand by chance in any text that two-byte charsets write.
    if (
      sequence === undefined ||
      !EXPECTED.test(sequence.text) ||
      (isDouble && inner === "utf-8" && sequence.size < 3)
    ) {
      isAfterSequence = false;
      at += inner === "utf-8" ? 1 : (sequence?.size ?? 1);
      continue;
    }
    isAfterSequence = true;
    const start = from[at] ?? 0;
    const end = (from[at + sequence.size - 1] ?? 0) + 1;
    const last = replacements.at(-1);
    if (last && start < last.end) {
      last.text += sequence.text;
      last.end = end;
    } else replacements.push({ start, end, text: sequence.text });
    at += sequence.size;
  }
  return replacements;
}

const isDoubleByte = (charset: string) => /jis|euc|gb|big5/.test(charset);

type Region = { start: number; end: number; replacements: Replacement[]; text: string };

/** Sequences close to each other, as one region; few and far between, they are chance. */
function nearby(replacements: readonly Replacement[], outer: string, inner: Inner): Region[] {
  const regions: Region[] = [];
  for (const replacement of replacements) {
    const last = regions.at(-1);
    if (last && replacement.start - last.end <= NEAR) {
      last.end = replacement.end;
      last.replacements.push(replacement);
      last.text += replacement.text;
    } else {
      const { start, end, text } = replacement;
      regions.push({ start, end, replacements: [replacement], text });
    }
  }
  const isCertain = inner === "utf-8" || !isDoubleByte(outer);
  return regions.filter(({ text }) =>
    isCertain ? text.length >= 2 : isLikely(text, text.length >= 3 ? LIKELY_SHARE : 1),
  );
}

/** Whether all of a place reads, and as text that somebody may have written. */
function isWhole(text: string, { start, end, replacements, text: read }: Region): boolean {
  let at = start;
  for (const replacement of replacements) {
    if (/[^\p{ASCII}]/u.test(text.slice(at, replacement.start))) return false;
    at = replacement.end;
  }
  return at >= end && isLikely(read, WHOLE_SHARE);
}

const WHOLE_SHARE = 0.9;
const LIKELY_SHARE = 0.6;

/** Kana and the kanji of JIS level 1: garbled text is full of rarer ones. */
function isLikely(text: string, share: number): boolean {
  const table = charsetTable("shift_jis");
  let likely = 0;
  for (let at = 0; at < text.length; at += 1) {
    const bytes = table[text.charCodeAt(at)] ?? 0;
    if (bytes > 0x8140 && bytes < 0x989f) likely += 1;
  }
  return text.length >= 2 && likely / text.length >= share;
}
