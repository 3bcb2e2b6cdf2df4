import { decodeText } from "./charset.ts";
import type { CompoundFolder } from "./compoundFile.ts";

/** Properties of a message, recipient or attachment in an Outlook .msg (MS-OXMSG, MS-OXPROPS). */
export type MapiProperties = {
  /** Text, whether stored as Unicode or in the code page of the message; "" when there is none. */
  text(id: number): string;
  binary(id: number): Buffer | null;
  integer(id: number): number | null;
  /** Epoch milliseconds. */
  time(id: number): number | null;
};

const FIXED = "__properties_version1.0";
const TYPE_INTEGER = 0x0003;
const TYPE_BOOLEAN = 0x000b;
const TYPE_TIME = 0x0040;
/** Days between 1601, where Windows counts from, and 1970. */
const FILETIME_EPOCH_MS = 11_644_473_600_000n;
const TICKS_PER_MS = 10_000n;

/** Code pages of Windows by number, as charset labels. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  20932: "euc-jp",
  50220: "iso-2022-jp",
  50221: "iso-2022-jp",
  50222: "iso-2022-jp",
  51932: "euc-jp",
  54936: "gb18030",
  65001: "utf-8",
};

export function charsetOfCodePage(codePage: number | null): string {
  if (codePage === null) return "";
  return CODE_PAGES[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : "");
}

/**
 * @param headerBytes bytes before the fixed properties: 32 in the message, 24 in one inside it, 8 elsewhere
 * @param charset of text that is not Unicode
 */
export function readMapiProperties(folder: CompoundFolder, headerBytes: number, charset: string): MapiProperties {
  const fixed = readFixed(folder.streams.get(FIXED)?.() ?? Buffer.alloc(0), headerBytes);
  const stream = (id: number, type: string): Buffer | null =>
    folder.streams.get(`__substg1.0_${id.toString(16).toUpperCase().padStart(4, "0")}${type}`)?.() ?? null;
  return {
    text(id) {
      const unicode = stream(id, "001F");
      if (unicode) return unicode.toString("utf16le").replaceAll("\0", "");
      const narrow = stream(id, "001E");
      return narrow ? decodeText(narrow, charset).replaceAll("\0", "") : "";
    },
    binary: (id) => stream(id, "0102"),
    integer: (id) => {
      const value = fixed.get(id);
      return value && (value.type === TYPE_INTEGER || value.type === TYPE_BOOLEAN) ? value.bytes.readUInt32LE(0) : null;
    },
    time: (id) => {
      const value = fixed.get(id);
      if (value?.type !== TYPE_TIME) return null;
      const timeMs = Number(value.bytes.readBigUInt64LE(0) / TICKS_PER_MS - FILETIME_EPOCH_MS);
      return timeMs > 0 && timeMs < 7_258_118_400_000 ? timeMs : null;
    },
  };
}

function readFixed(bytes: Buffer, headerBytes: number): Map<number, { type: number; bytes: Buffer }> {
  const fixed = new Map<number, { type: number; bytes: Buffer }>();
  for (let at = headerBytes; at + 16 <= bytes.length; at += 16) {
    fixed.set(bytes.readUInt16LE(at + 2), { type: bytes.readUInt16LE(at), bytes: bytes.subarray(at + 8, at + 16) });
  }
  return fixed;
}
