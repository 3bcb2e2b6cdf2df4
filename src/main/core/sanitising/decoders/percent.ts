import { extractView } from "../view.ts";
import { replaceMatches, type Branch, type Decoder } from "./decoder.ts";
import { readBytes } from "./readBytes.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });
const RUN = /(?:%[0-9A-Fa-f]{2})+/g;
/** Other charsets leave some of their bytes as plain letters between the escapes. */
const TOKEN = /[\w%.~+!*'()$@;:,[\]\\^`{|}-]+/g;
const BEYOND = /%(?:1[Bb]|[89A-Fa-f][0-9A-Fa-f])/;

function bytesOfRun(run: string): Uint8Array {
  return Buffer.from(run.replaceAll("%", ""), "hex");
}

/** Escapes and plain ASCII letters, as bytes. */
export function bytesOfToken(token: string, escape: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < token.length; at += 1) {
    const hex = token.slice(at + 1, at + 3);
    if (token[at] === escape && /^[0-9A-Fa-f]{2}$/.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(token.charCodeAt(at) & 0xff);
  }
  return Uint8Array.from(bytes);
}

function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

export const percent: Decoder = {
  name: "percent",
  rewrite: (text) => (text.includes("%") ? replaceMatches(text, RUN, ([run]) => readUtf8(bytesOfRun(run))) : []),
  branch(view, trails, refuse) {
    if (!view.text.includes("%")) return [];
    const branches: Branch[] = [];
    for (const match of view.text.matchAll(TOKEN)) {
      if (!BEYOND.test(match[0])) continue;
      const bytes = bytesOfToken(match[0], "%");
      const at = { start: match.index, end: match.index + match[0].length };
      for (const { text, names, isSure } of readBytes(bytes, () => refuse(at))) {
        if (names.length === 0 || !isSure) continue;
        branches.push({
          view: extractView(view, trails, ["percent", ...names], { ...at, text }),
          goesOn: true,
          isExact: false,
        });
      }
    }
    return branches;
  },
};
