import type { Disguise } from "./disguises.ts";

const isAscii = (text: string) => /^[\x20-\x7e]+$/.test(text);
const isLong = (text: string) => isAscii(text) && text.replaceAll(/[^a-z0-9]/gi, "").length >= 8;
const isKanji = (text: string) => /^[\u4e00-\u9fff々]{3,}$/.test(text);
const codes = (text: string) => [...text].map((sign) => sign.codePointAt(0) ?? 0);
const pairs = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0"));

/** Sixteen bytes a line: offset, hex, and what can be read of it. */
function dump(text: string, isGrouped: boolean): string {
  const bytes = Buffer.from(`to=${text};`);
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const line = bytes.subarray(at, at + 16);
    const readable = [...line].map((byte) => (byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
    const hex = isGrouped ? (line.toString("hex").match(/.{1,4}/g) ?? []).join(" ") : pairs(line).join(" ");
    const offset = at.toString(16).padStart(8, "0");
    lines.push(isGrouped ? `${offset}: ${hex.padEnd(40)} ${readable}` : `${offset}  ${hex.padEnd(48)} |${readable}|`);
  }
  return lines.join("\n");
}

function keyed(text: string): string {
  const key = 0x5a;
  return pairs(Uint8Array.from([key, ...Buffer.from(text).map((byte) => byte ^ key)])).join("");
}

/** What scripts, dumps and the web's own collectors write. */
export const SCRIPT_DISGUISES: readonly Disguise[] = [
  {
    name: "Chr",
    place: "prose",
    decoder: "character-codes",
    fits: isAscii,
    hide: (text) =>
      codes(text)
        .map((code) => `Chr(${code})`)
        .join(" & "),
  },
  {
    name: "ChrW",
    place: "prose",
    decoder: "character-codes",
    hide: (text) =>
      codes(text)
        .map((code) => `ChrW(&H${code.toString(16).toUpperCase()})`)
        .join("&"),
  },
  {
    name: "[char]",
    place: "prose",
    decoder: "character-codes",
    hide: (text) =>
      codes(text)
        .map((code) => `[char]0x${code.toString(16)}`)
        .join("+"),
  },
  { name: "xxd", place: "prose", decoder: "hex-dump", hide: (text) => dump(text, true) },
  { name: "hexdump -C", place: "prose", decoder: "hex-dump", hide: (text) => dump(text, false) },
  {
    name: "right-to-left override",
    place: "prose",
    fits: isKanji,
    hide: (text) => `\u202e${[...text].toReversed().join("")}\u202c`,
  },
  {
    name: "Cloudflare's mail protection",
    place: "prose",
    decoder: "cloudflare-mail",
    fits: (text) => isLong(text) && text.includes("@"),
    hide: (text) => `<a class="__cf_email__" data-cfemail="${keyed(text)}">[email&#160;protected]</a>`,
  },
  {
    name: "bytes in decimal",
    place: "prose",
    decoder: "hex",
    fits: (text) => !isAscii(text),
    hide: (text) => [...Buffer.from(text)].join(","),
  },
  {
    name: "bytes in octal",
    place: "prose",
    decoder: "hex",
    hide: (text) => [...Buffer.from(text)].map((byte) => byte.toString(8).padStart(3, "0")).join(" "),
  },
  {
    name: "RTF",
    place: "prose",
    decoder: "unicode-escape",
    fits: isKanji,
    hide: (text) =>
      codes(text)
        .map((code) => `\\u${code}?`)
        .join(""),
  },
  {
    name: "CSS",
    place: "prose",
    decoder: "unicode-escape",
    fits: isAscii,
    hide: (text) =>
      codes(text)
        .map((code) => `\\${code.toString(16).padStart(6, "0")}`)
        .join(""),
  },
  {
    name: "footnote inside",
    place: "prose",
    decoder: "markup",
    fits: isKanji,
    hide: (text) => `${text.slice(0, 2)}[^1]${text.slice(2)}`,
  },
  {
    name: "board code inside",
    place: "prose",
    decoder: "markup",
    fits: isKanji,
    hide: (text) => `${text.slice(0, 1)}[b]${text.slice(1, 2)}[/b]${text.slice(2)}`,
  },
  {
    name: "colours of a terminal inside",
    place: "prose",
    fits: isKanji,
    hide: (text) => `${text.slice(0, 2)}\u001b[31m${text.slice(2)}`,
  },
];
