import { decodeIso2022Jp, looksLikeIso2022Jp } from "./iso2022Jp.ts";
import { decodeUtf7, isUtf7Label } from "./utf7.ts";

/**
 * Text of mails, as clients really send it: with the wrong charset label, with none, or with a label no standard
 * knows. The label is believed when the bytes agree with it; otherwise the bytes decide.
 */

/** Labels seen in Japanese mail that the Encoding Standard does not list. */
const LABEL_ALIASES: Readonly<Record<string, string>> = {
  cp932: "shift_jis",
  ms932: "shift_jis",
  "windows-932": "shift_jis",
  "sjis-win": "shift_jis",
  shiftjis: "shift_jis",
  "x-shift-jis": "shift_jis",
  "x-ms-cp932": "shift_jis",
  eucjp: "euc-jp",
  "euc-jp-ms": "euc-jp",
  "eucjp-ms": "euc-jp",
  "eucjp-win": "euc-jp",
  cp51932: "euc-jp",
  ujis: "euc-jp",
  jis: "iso-2022-jp",
  junet: "iso-2022-jp",
  cp50220: "iso-2022-jp",
  cp50221: "iso-2022-jp",
  cp50222: "iso-2022-jp",
  "x-iso-2022-jp": "iso-2022-jp",
  "iso-2022-jp-1": "iso-2022-jp",
  "iso-2022-jp-2": "iso-2022-jp",
  "iso-2022-jp-3": "iso-2022-jp",
  "iso-2022-jp-2004": "iso-2022-jp",
  "iso-2022-jp-ms": "iso-2022-jp",
  cp65001: "utf-8",
  "utf-8-mac": "utf-8",
  utf8mb4: "utf-8",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
};

/** Labels that are given without knowledge of the text, or that any byte at all agrees with. */
const UNINFORMATIVE = new Set(["", "us-ascii", "ascii", "ansi_x3.4-1968", "x-unknown", "unknown-8bit", "binary"]);

type Decoders = { strict: InstanceType<typeof TextDecoder>; lenient: InstanceType<typeof TextDecoder> };

const decoders = new Map<string, Decoders | null>();

function decodersOf(label: string): Decoders | null {
  const known = decoders.get(label);
  if (known !== undefined) return known;
  let made: Decoders | null = null;
  try {
    made = { strict: new TextDecoder(label, { fatal: true, ignoreBOM: false }), lenient: new TextDecoder(label) };
  } catch {
    made = null;
  }
  // A mail can invent any number of labels; only real encodings are worth remembering.
  if (made || decoders.size < 500) decoders.set(label, made);
  return made;
}

/** @returns the name of the encoding a label means, or "" when it says nothing. */
export function encodingOf(label: string): string {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, "")
    .replace(/\*.*$/, "")
    .slice(0, 60);
  const alias = LABEL_ALIASES[name] ?? LABEL_ALIASES[name.replaceAll("_", "-")] ?? name;
  if (UNINFORMATIVE.has(alias)) return "";
  return decodersOf(alias)?.strict.encoding ?? "";
}

/** @returns the text, or null when the bytes are not of that encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return decodersOf(encoding)?.strict.decode(bytes) ?? null;
  } catch {
    return null;
  }
}

/** True when there is neither an 8-bit byte nor an escape: the text is the same in every encoding we meet. */
export function isPlainAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (byte > 0x7e || byte === 0x1b || byte === 0x00 || byte === 0x0e) return false;
  }
  return true;
}

function asciiOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/**
 * How much a text reads like Japanese or plain prose. Kana are frequent in every real Japanese sentence and rare in
 * one decoded wrongly; half-width katakana next to odd symbols are what EUC-JP looks like when read as Shift_JIS.
 */
function plausibility(text: string): number {
  let score = 0;
  for (const char of text.slice(0, 4000)) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    if (code === 0xfffd) score -= 20;
    else if (code >= 0x3041 && code <= 0x30fe) score += 3;
    else if (code >= 0x3000 && code <= 0x3002) score += 3;
    else if (code >= 0x4e00 && code <= 0x9fff) score += 1;
    else if (code >= 0xff01 && code <= 0xff5e) score += 1;
    else if (code >= 0xff61 && code <= 0xff9f) score -= 1;
    else if ((code >= 0xe000 && code <= 0xf8ff) || (code >= 0x80 && code <= 0x9f)) score -= 5;
    else score -= 1;
  }
  return score;
}

/** Among the encodings of Japanese mail, the one the bytes read best in. */
function guess(bytes: Uint8Array, label: string): string {
  const utf8 = decodeStrictly(bytes, "utf-8");
  if (utf8 !== null) return utf8;
  let best: string | null = null;
  for (const encoding of ["shift_jis", "euc-jp"]) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null && (best === null || plausibility(text) > plausibility(best))) best = text;
  }
  if (readsAsJapanese(best)) return best;
  return leastDamaged(bytes, label);
}

/** Nothing decodes without loss: keep the reading that loses least, the label's own when equal. */
function leastDamaged(bytes: Uint8Array, label: string): string {
  const candidates = [label, "utf-8", "shift_jis", "euc-jp", "windows-1252"].filter((name) => name !== "");
  let best = "";
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const encoding of candidates) {
    const text = decodersOf(encoding)?.lenient.decode(bytes) ?? "";
    const score = plausibility(text);
    if (score > bestScore) [best, bestScore] = [text, score];
  }
  return best;
}

/** One lone kanji is what a Western accent becomes when read as Shift_JIS; two in a row, or kana, are Japanese. */
function readsAsJapanese(text: string | null): text is string {
  return text !== null && /[\u3041-\u30fe]|[\u4e00-\u9fff]{2}/.test(text) && plausibility(text) > 0;
}

function readsAsKana(text: string | null): text is string {
  return text !== null && /[\u3041-\u30fe]/.test(text) && plausibility(text) > 0;
}

/** Western labels put on anything by servers and old clients; every byte string is valid in them. */
function decodeSingleByte(bytes: Uint8Array, encoding: string): string {
  const utf8 = decodeStrictly(bytes, "utf-8");
  if (utf8 !== null) return utf8;
  for (const candidate of ["shift_jis", "euc-jp"]) {
    const text = decodeStrictly(bytes, candidate);
    if (readsAsKana(text)) return text;
  }
  return decodersOf(encoding)?.lenient.decode(bytes) ?? asciiOf(bytes);
}

/**
 * Decodes bytes of a mail.
 * @param label the charset the mail claims, "" for none
 * @returns text without a byte order mark; U+FFFD where nothing could be made of a byte
 */
export function decodeText(bytes: Uint8Array, label: string): string {
  if (isPlainAscii(bytes)) return isUtf7Label(label) ? decodeUtf7(asciiOf(bytes)) : asciiOf(bytes);
  if (looksLikeIso2022Jp(bytes)) return decodeIso2022Jp(bytes);
  const bom = encodingByBom(bytes);
  const encoding = bom === "" ? encodingOf(label) : bom;
  if (encoding === "windows-1252" || encoding.startsWith("iso-8859-")) return decodeSingleByte(bytes, encoding);
  if (encoding !== "" && encoding !== "iso-2022-jp") {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null) return text;
  }
  return guess(bytes, encoding === "iso-2022-jp" ? "" : encoding);
}

function encodingByBom(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "";
}
