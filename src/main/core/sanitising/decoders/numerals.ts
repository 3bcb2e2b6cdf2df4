import { extractView } from "../view.ts";
import { readAscii85, readRfc1924, readZ85 } from "./base85.ts";
import { mayHideMore, type Branch, type Decoder } from "./decoder.ts";
import { readExclusiveOr } from "./exclusiveOr.ts";
import { readBytes } from "./readBytes.ts";

type Notation = { name: string; pattern: RegExp; toBytes(text: string): Uint8Array | undefined };

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** RFC 4648's other alphabet, and Crockford's. */
const BASE32_HEX = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
const BASE32_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Digits and letters mixed, or every long word and number would be one. */
const OTHER_BASE32 =
  /(?<![A-Za-z0-9])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])(?:[0-9A-V]{16,}|[0-9a-v]{16,}|[0-9A-HJKMNP-TV-Z]{16,}|[0-9a-hjkmnp-tv-z]{16,})(?![A-Za-z0-9])/g;

/** Bytes written as numbers or letters of some other alphabet than Base64's. */
const NOTATIONS: readonly Notation[] = [
  { name: "hex", pattern: /(?:[0-9a-fA-F]{2}){4,}/g, toBytes: readHex },
  {
    name: "hex",
    pattern: /(?:(?:0x|\\x|\$|%|#)?[0-9a-fA-F]{2}[\s,:;_-]{1,2}){3,}(?:0x|\\x|\$|%|#)?[0-9a-fA-F]{2}/g,
    toBytes: (text) => readHex(text.replaceAll(/0x|\\x|[^0-9a-fA-F]/g, "")),
  },
  { name: "hex", pattern: /(?:0x[0-9a-fA-F]{2}){4,}/g, toBytes: (text) => readHex(text.replaceAll("0x", "")) },
  { name: "base32", pattern: /(?:[A-Z2-7]{10,}|[a-z2-7]{16,})={0,6}/g, toBytes: (text) => readBase32(text, BASE32) },
  { name: "base32", pattern: OTHER_BASE32, toBytes: (text) => readBase32(text, BASE32_HEX) },
  { name: "base32", pattern: OTHER_BASE32, toBytes: (text) => readBase32(text, BASE32_CROCKFORD) },
  { name: "base45", pattern: /[0-9A-Z $%*+./:-]{12,}/g, toBytes: readBase45 },
  { name: "base58", pattern: /[1-9A-HJ-NP-Za-km-z]{12,120}/g, toBytes: readBase58 },
  { name: "base85", pattern: /(?:<~)?[!-uz]{10,}(?:~>)?/g, toBytes: readAscii85 },
  { name: "base85", pattern: /[0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]{10,}/g, toBytes: readRfc1924 },
  { name: "base85", pattern: /[0-9A-Za-z.:+=^!/*?&<>()[\]{}@%$#-]{10,}/g, toBytes: readZ85 },
  { name: "binary", pattern: /(?:[01]{8}[\s,]?){4,}/g, toBytes: readBinary },
  { name: "octal", pattern: /(?<!\d)(?:[0-3][0-7]{2}[\s,]+){3,}[0-3][0-7]{2}(?!\d)/g, toBytes: readOctal },
  { name: "decimal", pattern: /(?<!\d)(?:[12]?\d{1,2}[\s,;]{1,2}){5,}[12]?\d{1,2}(?!\d)/g, toBytes: readDecimal },
];
const CODES = /(?:&#|\\)?\b\d{2,5}(?:[\s,;+]{1,2}(?:&#|\\)?\d{2,5}){2,}\b/g;

export const numerals: Decoder = {
  name: "hex",
  branch(view, trails, refuse) {
    const branches: Branch[] = [];
    for (const { name, pattern, toBytes } of NOTATIONS) {
      for (const match of view.text.matchAll(pattern)) {
        const bytes = toBytes(match[0]);
        if (bytes === undefined) continue;
        const at = { start: match.index, end: match.index + match[0].trimEnd().length };
        if (name === "hex") {
          for (const text of readExclusiveOr(bytes))
            branches.push({
              view: extractView(view, trails, ["hex", "xor"], { ...at, text }),
              goesOn: false,
              isExact: false,
            });
        }
        for (const reading of readBytes(bytes, () => refuse(at))) {
          if (!reading.isSure && name !== "hex") continue;
          const found = extractView(view, trails, [name, ...reading.names], { ...at, text: reading.text });
          branches.push({ view: found, goesOn: mayHideMore(reading), isExact: false });
        }
      }
    }
    for (const match of view.text.matchAll(CODES)) {
      const text = readCodes(match[0]);
      if (text === undefined) continue;
      const at = { start: match.index, end: match.index + match[0].length, text };
      branches.push({ view: extractView(view, trails, ["character-codes"], at), goesOn: true, isExact: false });
    }
    return branches;
  },
};

function readHex(text: string): Uint8Array {
  return Buffer.from(text.length % 2 === 0 ? text : text.slice(0, -1), "hex");
}

function readBase32(text: string, alphabet: string): Uint8Array {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const letter of text.toUpperCase().replaceAll("=", "")) {
    buffer = ((buffer << 5) | alphabet.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((buffer >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

function readBase58(text: string): Uint8Array | undefined {
  if (/^[a-z]+$|^[A-Z]+$|^\d+$/.test(text)) return undefined;
  let value = 0n;
  for (const letter of text) value = value * 58n + BigInt(BASE58.indexOf(letter));
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
}

function readBinary(text: string): Uint8Array {
  const octets = text.replaceAll(/[^01]/g, "").match(/.{8}/g) ?? [];
  return Uint8Array.from(octets.map((octet) => Number.parseInt(octet, 2)));
}

/** Bytes beyond ASCII among them, else each is a character's number by itself, as read below. */
function readDecimal(text: string): Uint8Array | undefined {
  const bytes = (text.match(/\d+/g) ?? []).map(Number);
  const isBytes = bytes.every((byte) => byte < 256) && bytes.some((byte) => byte > 0x7f);
  return isBytes ? Uint8Array.from(bytes) : undefined;
}

function readOctal(text: string): Uint8Array {
  return Uint8Array.from((text.match(/[0-7]{3}/g) ?? []).map((octal) => Number.parseInt(octal, 8)));
}

const BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** RFC 9285, as squares for cameras hold it: three letters for two bytes. */
function readBase45(text: string): Uint8Array | undefined {
  const letters = text.trim();
  if (!/\d/.test(letters) || !/[A-Z]/.test(letters) || letters.length > MOST_BASE45) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < letters.length; at += 3) {
    const [low = 0, middle, high = 0] = [...letters.slice(at, at + 3)].map((letter) => BASE45.indexOf(letter));
    if (middle === undefined) return undefined;
    const value = low + middle * 45 + high * 2025;
    if (letters.length - at > 2) bytes.push((value >> 8) & 0xff);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}

const MOST_BASE45 = 4_000;

/** 26085, 26412: numbers of characters, as in String.fromCharCode. */
function readCodes(text: string): string | undefined {
  const codes = (text.match(/\d+/g) ?? []).map(Number);
  if (codes.some((code) => code < 32 || code > 65_535)) return undefined;
  // Three numbers are three numbers, unless they are kanji.
  if (codes.length < 5 && codes.some((code) => code < 0x3041 && code !== 0x20)) return undefined;
  const read = String.fromCharCode(...codes.slice(0, 2_000));
  return /^[\x20-\x7e\u3041-\u30ff\u4e00-\u9fff\uff01-\uff9f]+$/.test(read) ? read : undefined;
}
