import { decodeText } from "./charset.ts";
import { bytesOf, decodeEncodedWords, decodeRawHeader, tidyHeader } from "./headerText.ts";

/** A field such as `text/plain; charset=utf-8; name*0="…"`. Names are lower case; values decoded, as written else. */
export type StructuredField = { value: string; parameters: ReadonlyMap<string, string> };

const EXTENDED = /^(.*?)\*(?:(\d{1,3})(\*)?)?$/;

type Segment = { index: number; encoded: boolean; text: string };

/**
 * Reads a structured field: quoted values, RFC 2231 charsets and continuations, and the RFC 2047 words and raw 8-bit
 * text that Outlook and others put into file names instead.
 */
export function readStructuredField(latin1: string, hint: string): StructuredField {
  const [first = "", ...rest] = splitAtSemicolons(unwrapField(decodeRawHeader(latin1, hint)));
  const parameters = new Map<string, string>();
  const segments = new Map<string, Segment[]>();
  for (const piece of rest) {
    const equals = piece.indexOf("=");
    if (equals < 1) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    const text = unquote(piece.slice(equals + 1));
    const extended = EXTENDED.exec(name);
    if (!extended) {
      if (!parameters.has(name)) parameters.set(name, tidyHeader(decodeEncodedWords(text)));
      continue;
    }
    const [, base = "", index, star] = extended;
    const segment = { index: Number(index ?? 0), encoded: index === undefined || star === "*", text };
    segments.set(base, [...(segments.get(base) ?? []), segment].slice(0, 200));
  }
  for (const [name, list] of segments) parameters.set(name, joinSegments(list));
  return { value: first.replace(/\(.*$/s, "").trim().toLowerCase(), parameters };
}

/** Some programs encode the whole field, its syntax too, as soon as a file name is not ASCII. */
function unwrapField(field: string): string {
  return field.trimStart().startsWith("=?") ? decodeEncodedWords(field) : field;
}

/** RFC 2231: the first segment carries `charset'language'`, which holds for all of them. */
function joinSegments(segments: readonly Segment[]): string {
  const ordered = segments.toSorted((a, b) => a.index - b.index);
  let charset = "";
  const bytes: Uint8Array[] = [];
  for (const [place, segment] of ordered.entries()) {
    let text = segment.text;
    if (place === 0 && segment.encoded) {
      const prefix = /^([^']*)'[^']*'/.exec(text);
      charset = prefix?.[1] ?? "";
      text = prefix ? text.slice(prefix[0].length) : text;
    }
    bytes.push(segment.encoded ? decodePercents(text) : Buffer.from(text, "utf8"));
  }
  return tidyHeader(decodeEncodedWords(decodeText(Buffer.concat(bytes), charset === "" ? "utf-8" : charset)));
}

function decodePercents(text: string): Uint8Array {
  const plain = text.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return /[\u0100-\uffff]/.test(plain) ? Buffer.from(plain, "utf8") : bytesOf(plain);
}

function splitAtSemicolons(text: string): string[] {
  const pieces: string[] = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quoted && char === "\\") at += 1;
    else if (char === '"') quoted = !quoted;
    else if (char === ";" && !quoted) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  pieces.push(text.slice(from));
  return pieces;
}

/** A backslash escapes quotes and itself only, or `"C:\Users\a.txt"` would lose its separators. */
function unquote(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('"')) return trimmed;
  const end = /^"((?:[^"\\]|\\.)*)"/s.exec(trimmed);
  return (end?.[1] ?? trimmed.slice(1)).replaceAll(/\\(["\\])/g, "$1");
}
