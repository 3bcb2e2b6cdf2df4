import { replaceMatches, type Decoder } from "./decoder.ts";
import { readBytes } from "./readBytes.ts";

const CODE_UNIT = /(?:(?:\\u|%u|\\\\u)[0-9a-fA-F]{4})+/g;
const CODE_POINT = /\\[ux]\{[0-9a-fA-F]{1,6}\}|\\U[0-9a-fA-F]{8}|\b[Uu]\+[0-9a-fA-F]{4,6}[ ,]?/g;
const HEX_BYTES = /(?:\\x[0-9a-fA-F]{2})+/g;
/** LDAP writes \E9\9D\92. */
const BARE_BYTES = /(?:\\[0-9a-fA-F]{2}){3,}/g;
const OCTAL_BYTES = /(?:\\[0-3][0-7]{2}){2,}/g;
/** CSS writes \9752 with a space behind it. */
const CSS = /\\[0-9a-fA-F]{4,5}(?:\s|(?=\\)|(?![0-9a-fA-F]))/g;
/** Three and more of them may be plain letters too (\\6d \\61 \\69, \\00006d). */
const CSS_RUN = /(?:\\[0-9a-fA-F]{1,6}[ \t]?){3,}/g;
/** RTF writes \u30887? and the bytes of Shift_JIS as \'94\'ea, second bytes that are letters as such. */
const RTF_UNIT = /\\u-?\d{5}\s?\?/g;
const RTF_BYTES = /(?:\\'[0-9a-fA-F]{2}[@-[\]-~]?)+/g;
const JAPANESE = /^[\u3041-\u30ff\u4e00-\u9fff\uff01-\uff9f\u3000-\u303f\u2e80-\u2fdf]+$/;

const fromHex = (hex: string) => {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10_ffff ? String.fromCodePoint(code) : "";
};

function readUnits(run: string): string {
  return (run.match(/[0-9a-fA-F]{4}/g) ?? []).map((hex) => String.fromCharCode(Number.parseInt(hex, 16))).join("");
}

function readRtfUnit(run: string): string | undefined {
  const sign = String.fromCharCode(Number(/-?\d+/.exec(run)?.[0]) & 0xffff);
  return JAPANESE.test(sign) ? sign : undefined;
}

const shiftJis = new TextDecoder("shift_jis");

function readRtfBytes(run: string): string | undefined {
  const bytes = [...run.matchAll(/\\'([0-9a-fA-F]{2})|([@-~])/g)].map(([, hex, letter]) =>
    hex === undefined ? (letter?.charCodeAt(0) ?? 0) : Number.parseInt(hex, 16),
  );
  const read = shiftJis.decode(Uint8Array.from(bytes));
  return read.includes("\ufffd") ? undefined : read;
}

const READABLE = /^[\x20-\x7e\u3041-\u30ff\u4e00-\u9fff\uff01-\uff9f]+$/;

function readCssRun(run: string): string | undefined {
  const read = (run.match(/[0-9a-fA-F]+/g) ?? []).map(fromHex).join("");
  return READABLE.test(read) ? read : undefined;
}

function readByteRun(bytes: Uint8Array): string | undefined {
  const [reading] = bytes.length === 1 ? [] : readBytes(bytes, () => undefined);
  if (reading?.isSure) return reading.text;
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f) ? String.fromCharCode(...bytes) : undefined;
}

/** Characters written as their numbers: JavaScript, Java, Python, CSS, LDAP. */
export const escapes: Decoder = {
  name: "unicode-escape",
  rewrite(text) {
    if (!/[\\%+]/.test(text)) return [];
    return [
      ...replaceMatches(text, RTF_UNIT, ([run]) => readRtfUnit(run)),
      ...replaceMatches(text, RTF_BYTES, ([run]) => readRtfBytes(run)),
      ...replaceMatches(text, CODE_UNIT, ([run]) => readUnits(run.replaceAll(/\\\\?u|%u/g, ""))),
      ...replaceMatches(text, CODE_POINT, ([run]) => fromHex(run.replaceAll(/^..|[^0-9a-fA-F]/g, ""))),
      ...replaceMatches(text, HEX_BYTES, ([run]) => readByteRun(Buffer.from(run.replaceAll("\\x", ""), "hex"))),
      ...replaceMatches(text, BARE_BYTES, ([run]) => readByteRun(Buffer.from(run.replaceAll("\\", ""), "hex"))),
      ...replaceMatches(text, OCTAL_BYTES, ([run]) =>
        readByteRun(Uint8Array.from((run.match(/[0-7]{3}/g) ?? []).map((octal) => Number.parseInt(octal, 8)))),
      ),
      ...replaceMatches(text, CSS_RUN, ([run]) => readCssRun(run)),
      ...replaceMatches(text, CSS, ([run]) => {
        const sign = fromHex(run.slice(1).trim());
        return JAPANESE.test(sign) ? sign : undefined;
      }),
    ].sort((a, b) => a.start - b.start);
  },
};
