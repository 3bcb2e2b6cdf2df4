import { isUtf8 } from "node:buffer";
import { mayBeDeflated } from "./openDeflate.ts";
import { gunzipSync, inflateRawSync, inflateSync, constants } from "node:zlib";

/** One way to read bytes as text. */
export type Reading = {
  text: string;
  /** How it was read, beyond plain UTF-8: "gzip", "shift-jis" … */
  names: string[];
  /** False for islands of text in noise: worth matching, not worth decoding on. */
  isSure: boolean;
  /** True when nothing about it was guessed, so that no other reading need be tried. */
  isExact: boolean;
};

const MOST_WIDE_BYTES = 64;
/** Compressed data that would open to more than this is refused, not read. */
const MOST_INFLATED_BYTES = 65_536;

type Charset = InstanceType<typeof TextDecoder>;

const CHARSETS: readonly (readonly [string, (bytes: Uint8Array) => boolean, Charset])[] = [
  ["shift-jis", fitsShiftJis, new TextDecoder("shift_jis")],
  ["euc-jp", fitsEuc, new TextDecoder("euc-jp")],
];
const iso2022 = new TextDecoder("iso-2022-jp");
const utf16le = new TextDecoder("utf-16le");
const utf16be = new TextDecoder("utf-16be");
const lossy = new TextDecoder("utf-8");

// Control characters are what tells noise from text.
const NOISE = /[^\P{C}\t\r\n\u200b-\u200f\u2060\ufeff\u00ad]|\ufffd/gu;
const JAPANESE = /[\u3041-\u30ff\u4e00-\u9fff\uff01-\uff9f\u3000-\u3002]/g;

function noiseOf(text: string): number {
  return (text.match(NOISE)?.length ?? 0) / Math.max(1, text.length);
}

/** @param refuse called when compressed bytes open to too much */
export function readBytes(bytes: Uint8Array, refuse: () => void, { inflates = true } = {}): Reading[] {
  if (bytes.length < 2) return [];
  const inflated = inflates ? inflate(bytes, refuse) : undefined;
  if (inflated) return readInflated(inflated);
  const isAscii = bytes.every((byte) => byte < 0x80);
  const plain = isUtf8(bytes) ? lossy.decode(bytes) : undefined;
  if (isAscii && hasJisEscape(bytes))
    return [{ text: iso2022.decode(bytes), names: ["iso-2022-jp"], isSure: true, isExact: true }];
  if (plain !== undefined && noiseOf(plain) === 0) {
    // Two kanji in UTF-16 may be four printable bytes.
    const wide = bytes.length <= MOST_WIDE_BYTES ? readUtf16(bytes) : [];
    return [{ text: plain, names: [], isSure: true, isExact: true }, ...wide.map(toGuess)];
  }
  const raw = inflates ? inflateRaw(bytes) : undefined;
  const readings: Reading[] = [
    ...(raw ? readInflated(raw) : []),
    ...readUtf16(bytes),
    ...(isAscii ? [] : readCharsets(bytes)),
  ];
  const islands = islandsOf(bytes);
  if (islands !== "")
    readings.push({ text: islands, names: [], isSure: noiseOf(lossy.decode(bytes)) < 0.2, isExact: false });
  return readings;
}

const toGuess = (reading: Reading): Reading => ({ ...reading, isSure: false });

/** ESC $ opens two-byte characters in ISO-2022-JP; all of it is seven bits. */
function hasJisEscape(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && bytes[at + 1] === 0x24;
}

type Inflated = { bytes: Uint8Array; name: string };

function readInflated({ bytes, name }: Inflated): Reading[] {
  return readBytes(bytes, () => undefined).map((reading) => ({ ...reading, names: [name, ...reading.names] }));
}

function readUtf16(bytes: Uint8Array): Reading[] {
  if (bytes.length < 4 || !looksWide(bytes)) return [];
  const even = bytes.length % 2 === 0 ? bytes : bytes.subarray(0, -1);
  return [utf16le.decode(even), utf16be.decode(even)]
    .map((text) => text.replaceAll("\ufeff", ""))
    .filter((text) => noiseOf(text) < 0.05 && isJapaneseOrAscii(text, 0.7))
    .map((text) => ({ text, names: ["utf-16"], isSure: true, isExact: false }));
}

/** Whether one byte of each pair is what Japanese and ASCII have there; a decoder takes much longer to say no. */
function looksWide(bytes: Uint8Array): boolean {
  let little = 0;
  let big = 0;
  const pairs = bytes.length >> 1;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (isUpperByte(bytes[at + 1] ?? 0)) little += 1;
    if (isUpperByte(bytes[at] ?? 0)) big += 1;
  }
  return Math.max(little, big) >= pairs * 0.65;
}

function isUpperByte(byte: number): boolean {
  return byte === 0 || byte === 0x30 || byte === 0xff || byte === 0xfe || (byte >= 0x4e && byte <= 0x9f);
}

/** Where every byte beyond ASCII stands where the charset may have it. */
function fitsShiftJis(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 || (byte >= 0xa1 && byte <= 0xdf)) continue;
    const trail = bytes[at + 1] ?? 0;
    if (byte === 0x80 || byte === 0xa0 || byte > 0xfc || trail < 0x40 || trail === 0x7f || trail > 0xfc) return false;
    at += 1;
  }
  return true;
}

function fitsEuc(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    if (byte === 0x8f) at += 1;
    else if (byte !== 0x8e && byte < 0xa1) return false;
    if ((bytes[at + 1] ?? 0) < 0xa1) return false;
    at += 1;
  }
  return true;
}

function readCharsets(bytes: Uint8Array): Reading[] {
  return CHARSETS.flatMap(([name, fits, decoder]) => {
    if (!fits(bytes)) return [];
    // A decoder that throws at what it cannot read takes a hundred times as long to say so.
    const text = decoder.decode(bytes);
    return text.includes("\ufffd") || noiseOf(text) > 0.02 || !isJapaneseOrAscii(text, 0.6)
      ? []
      : [{ text, names: [name], isSure: true, isExact: false }];
  });
}

function isJapaneseOrAscii(text: string, share: number): boolean {
  const japanese = text.match(JAPANESE)?.length ?? 0;
  const ascii = text.match(/[\x20-\x7e\r\n\t]/g)?.length ?? 0;
  return text.length > 0 && (japanese + ascii) / text.length >= share;
}

/** Stretches of readable text, each on a line of its own. */
export function islandsOf(bytes: Uint8Array): string {
  const islands =
    lossy.decode(bytes).match(/[\x20-\x7e\u00c0-\u024f\u3000-\u3007\u3041-\u30ff\u4e00-\u9fff\uff01-\uff9fー]{3,}/g) ??
    [];
  return [
    ...islands.filter((island) => island.length >= 5 || /[^\x20-\x7e]{2}/.test(island)),
    ...wideIslands(bytes),
  ].join("\n");
}

/** Words of UTF-16 in the middle of other bytes, as programs and the handshakes of Windows hold them. */
function wideIslands(bytes: Uint8Array): string[] {
  if (bytes.length < 10 || !bytes.includes(0)) return [];
  const words = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString("latin1")
    .match(/(?:[\x20-\x7e]\0){4,}/g);
  return (words ?? []).flatMap((word) => {
    const island = word.replaceAll("\0", "");
    // A domain in capitals and an account stand side by side in NTLM's answers.
    const parted = island.replaceAll(/(?<=[A-Z]{3})(?=[a-z]{2}|[a-z][._-])/g, "\n");
    return parted === island ? [island] : [island, parted];
  });
}

type Inflater = (bytes: Uint8Array, options: object) => Uint8Array;

/** Data that says by its first bytes that it is compressed; what was cut off at its end is read as far as it goes. */
function inflate(bytes: Uint8Array, refuse: () => void): Inflated | undefined {
  const [first = 0, second = 0] = bytes;
  const toTheEnd = { finishFlush: constants.Z_SYNC_FLUSH };
  if (first === 0x1f && second === 0x8b) return tryInflate(gunzipSync, bytes, "gzip", toTheEnd, refuse);
  const isZlib = (first & 0x0f) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0;
  return isZlib && bytes.length > 8 ? tryInflate(inflateSync, bytes, "deflate", toTheEnd, refuse) : undefined;
}

const LEAST_INFLATED = 4;

/** SAML and others leave the header out: anything may be it, so it must open without a fault and be text. */
function inflateRaw(bytes: Uint8Array): Inflated | undefined {
  if (!mayBeDeflated(bytes)) return undefined;
  const opened = tryInflate(inflateRawSync, bytes, "deflate", {}, () => undefined);
  return opened && opened.bytes.length >= LEAST_INFLATED && noiseOf(lossy.decode(opened.bytes)) < 0.1
    ? opened
    : undefined;
}

function tryInflate(
  inflater: Inflater,
  bytes: Uint8Array,
  name: string,
  options: object,
  refuse: () => void,
): Inflated | undefined {
  try {
    const opened = inflater(bytes, { maxOutputLength: MOST_INFLATED_BYTES, ...options });
    return opened.length === 0 ? undefined : { bytes: opened, name };
  } catch (error) {
    if (error instanceof RangeError) refuse();
    return undefined;
  }
}
