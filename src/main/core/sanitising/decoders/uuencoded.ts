import { extractView } from "../view.ts";
import type { Branch, Decoder } from "./decoder.ts";
import { readBytes } from "./readBytes.ts";

/** A line says first how many bytes it has (! is 1, M is 45). Lines that follow one another are one text. */
const LINES = /(?:^[!-M][ -`]{4,60}(?:\r?\n|$))+/gm;

/** uuencode, with its begin and end or without them. */
export const uuencoded: Decoder = {
  name: "uuencode",
  branch(view, trails, refuse) {
    const branches: Branch[] = [];
    for (const { 0: lines, index } of view.text.matchAll(LINES)) {
      const bytes = readLines(lines.split(/\r?\n/));
      if (bytes.length === 0) continue;
      const at = { start: index, end: index + lines.length };
      for (const { text, names, isSure } of readBytes(bytes, () => refuse(at))) {
        if (!isSure) continue;
        const found = extractView(view, trails, ["uuencode", ...names], { ...at, text });
        branches.push({ view: found, goesOn: true, isExact: false });
      }
    }
    return branches;
  },
};

function readLines(lines: readonly string[]): Uint8Array {
  return Buffer.concat(lines.flatMap((line) => readLine(line) ?? []));
}

/** @returns undefined for a line whose length is not what it says: some other text */
function readLine(line: string): Uint8Array | undefined {
  const count = (line.charCodeAt(0) - 32) & 63;
  const body = line.slice(1);
  if (count === 0 || body.length < Math.ceil((count * 4) / 3) || body.length > Math.ceil(count / 3) * 4 + 1)
    return undefined;
  const bytes = new Uint8Array(count + 2);
  let length = 0;
  for (let at = 0; at < body.length && length < count; at += 4) {
    let value = 0;
    for (let sign = 0; sign < 4; sign += 1) value = (value << 6) | ((body.charCodeAt(at + sign) - 32) & 63);
    for (const shift of [16, 8, 0]) bytes[length++] = (value >> shift) & 0xff;
  }
  return bytes.subarray(0, count);
}
