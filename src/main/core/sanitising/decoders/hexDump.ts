import { extractView } from "../view.ts";
import type { Branch, Decoder } from "./decoder.ts";
import { readBytes } from "./readBytes.ts";

/** An offset, up to sixteen bytes in hex, and what is readable of them: xxd, hexdump -C, debuggers, packet captures. */
const LINE = String.raw`(?:0x)?[0-9a-fA-F]{4,16}(?::[ \t]|[ \t]{1,4})[ \t]{0,8}(?:(?:[0-9a-fA-F]{2}){1,8}[ \t-]{1,3}){1,16}[^\n]*(?:\n|$)`;
const DUMP = new RegExp(`(?<![0-9A-Za-z])${LINE}(?:[ \\t]{0,16}${LINE})*`, "gm");
const OFFSET = /^[ \t]{0,16}(?:0x)?[0-9a-fA-F]{4,16}(?::[ \t]|[ \t]{1,4})[ \t]{0,8}/;
const BYTES = /^(?:(?:[0-9a-fA-F]{2}){1,8}(?: {1,2}|[\t-]|$)){1,16}/;
const DIGITS_A_LINE = 32;

/** Bytes as dumps print them, line after line. */
export const hexDump: Decoder = {
  name: "hex-dump",
  branch(view, trails, refuse) {
    const branches: Branch[] = [];
    for (const { 0: dump, index } of view.text.matchAll(DUMP)) {
      const bytes = Buffer.from(dump.split("\n").map(readLine).join(""), "hex");
      const at = { start: index, end: index + dump.trimEnd().length };
      for (const { text, names } of readBytes(bytes, () => refuse(at))) {
        const found = extractView(view, trails, ["hex-dump", ...names], { ...at, text });
        branches.push({ view: found, goesOn: true, isExact: false });
      }
    }
    return branches;
  },
};

/** @returns hex digits; what stands behind sixteen bytes, or behind a gap, is the same again as text */
function readLine(line: string): string {
  const bytes = BYTES.exec(line.replace(OFFSET, ""))?.[0] ?? "";
  return bytes.replaceAll(/[^0-9a-fA-F]/g, "").slice(0, DIGITS_A_LINE);
}
