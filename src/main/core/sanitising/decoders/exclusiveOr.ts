import { isUtf8 } from "node:buffer";

const SHORTEST = 8;
const LONGEST = 4_000;
const KEYS = 256;
const WORDS = /[a-z]{3}|[A-Z]{3}/;

const isPrintable = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d;
/** What kana, kanji and full-width letters start with in UTF-8. */
const isLead = (byte: number): boolean => (byte >= 0xe2 && byte <= 0xe9) || byte === 0xef;

/**
 * Bytes that one key byte, exclusive-or, turns into text: all of them printable, or all of them UTF-8. Of noise of twelve bytes
 * one in a million passes; what is text already is left alone. The key 0x20 only changes capitals into small letters.
 */
export function readExclusiveOr(bytes: Uint8Array): string[] {
  if (bytes.length < SHORTEST || bytes.length > LONGEST || isText(bytes) || isWide(bytes)) return [];
  const readings: string[] = [];
  for (let key = 1; key < KEYS; key += 1) {
    const text = readWith(bytes, key);
    if (text !== undefined) readings.push(text);
  }
  return readings;
}

function isText(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && /[A-Za-z]{4}|[^\p{ASCII}]/u.test(Buffer.from(bytes).toString("utf8"));
}

/** Two bytes a character: half of them are the same. */
function isWide(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros += 1;
  return zeros * 4 > bytes.length;
}

function readWith(bytes: Uint8Array, key: number): string | undefined {
  let isAscii = true;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = (bytes[at] ?? 0) ^ key;
    if (isPrintable(byte)) continue;
    if (byte < 0x80 || !fitsUtf8(bytes, at, key)) return undefined;
    isAscii = false;
    at += 2;
  }
  const turned = Buffer.from(bytes.map((byte) => byte ^ key));
  if (isAscii) return WORDS.test(turned.toString("latin1")) ? turned.toString("latin1") : undefined;
  return isUtf8(turned) ? turned.toString("utf8") : undefined;
}

function fitsUtf8(bytes: Uint8Array, at: number, key: number): boolean {
  const isFollowing = (byte: number) => ((byte ^ key) & 0xc0) === 0x80;
  return isLead((bytes[at] ?? 0) ^ key) && isFollowing(bytes[at + 1] ?? key) && isFollowing(bytes[at + 2] ?? key);
}
