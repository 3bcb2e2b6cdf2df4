import { inflateSync } from "node:zlib";
import { emptyReading, type Fault, type Piece, type ReadFile } from "./piece.ts";

/** All streams of a file together; a document of hundreds of pages has a tenth of it. */
const MOST_INFLATED = 256 * 1024 * 1024;

/**
 * What the bytes hold whether or not anything refers to it: strings of all objects, also of those inside object streams,
 * metadata of pictures and fonts, texts put in the place of glyphs (/ActualText), and how often the file was saved.
 */
export function readPdfBytes(bytes: Uint8Array): ReadFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { outside, streams } = splitStreams(file);
  const faults = [...revisionFaults(outside), ...formFaults(outside, streams)];
  const reading: ReadFile = { ...emptyReading(), faults };
  reading.pieces.push({ ...rawPiece(textBetween(outside)), joined: true });
  reading.pieces.push(...outside.flatMap((text) => stringsOf(text)));
  for (const { dictionary, content } of streams) {
    if (/\/Type\s*\/ObjStm/.test(dictionary)) reading.pieces.push(...stringsOf(content.toString("latin1")));
    else if (/\/Type\s*\/Metadata|\/Subtype\s*\/XML/.test(dictionary))
      reading.pieces.push(rawPiece(content.toString("utf8")));
    else if (!/\/Subtype\s*\/Image|\/Length1|\/FontFile|\/CIDFontType0C|\/Type1C|\/OpenType/.test(dictionary))
      reading.pieces.push(...replacementTexts(content.toString("latin1")));
  }
  return reading;
}

/** A file that was saved on top of itself still holds what was there before. Streams have end marks of their own. */
function revisionFaults(outside: readonly string[]): Fault[] {
  const text = outside.join("");
  const ends = text.split("%%EOF").length - 1;
  const isWhole = ends === 1 && text.trimEnd().endsWith("%%EOF") && text.split("startxref").length === 2;
  return isWhole ? [] : [{ kind: "second-revision", detail: `%%EOF ${ends}` }];
}

/** Ways of packing that are read here: nothing is hidden in another. */
const READ_FILTERS = new Set(["FlateDecode", "Fl", "DCTDecode", "DCT"]);

function formFaults(outside: readonly string[], streams: readonly Stream[]): Fault[] {
  const isLocked = outside.some((text) => /\/Encrypt\b/.test(text));
  const isOdd = streams.some(({ dictionary }) => {
    const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1] ?? "";
    const names = [...filters.matchAll(/\w+/g)].map(([name]) => name);
    const isPredicted = /\/Type\s*\/ObjStm/.test(dictionary) && /\/DecodeParms/.test(dictionary);
    return isPredicted || names.length > 1 || names.some((name) => !READ_FILTERS.has(name));
  });
  return isLocked || isOdd ? [{ kind: "hidden-part", detail: isLocked ? "Encrypt" : "Filter" }] : [];
}

type Stream = { dictionary: string; content: Buffer };

function splitStreams(file: Buffer): { outside: string[]; streams: Stream[] } {
  const outside: string[] = [];
  const streams: Stream[] = [];
  let left = MOST_INFLATED;
  let at = 0;
  for (;;) {
    const word = file.indexOf("stream", at, "latin1");
    const end = word < 0 ? -1 : file.indexOf("endstream", word, "latin1");
    if (word < 0 || end < 0) break;
    const before = file.subarray(at, word).toString("latin1");
    outside.push(before);
    const start = word + 6 + (file[word + 6] === 0x0d ? 2 : 1);
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(" obj")));
    const content = inflated(file.subarray(start, end), dictionary, left);
    left -= content.length;
    streams.push({ dictionary, content });
    at = end + "endstream".length;
  }
  outside.push(file.subarray(at).toString("latin1"));
  return { outside, streams };
}

function inflated(packed: Buffer, dictionary: string, most: number): Buffer {
  if (!/\/FlateDecode|\/Fl\b/.test(dictionary)) return packed;
  return inflateSync(packed, { maxOutputLength: Math.max(1, most), finishFlush: 2 });
}

const rawPiece = (text: string): Piece => ({ place: "raw-string", detail: "", text });

const STRING = /\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|<(?:[0-9A-Fa-f\s]{8,})>|\/[^\s()<>[\]{}/%]{4,}/g;

/** What a PDF is written with: brackets, numbers, keywords, names. */
const SYNTAX =
  /<<|>>|[[\]{}]|\/[^\s()<>[\]{}/%]*|\b(?:obj|endobj|R|n|f|xref|trailer|startxref|true|false|null)\b|[-+]?(?:\d+\.?\d*|\.\d+)|%PDF-|%%EOF/g;

/** Remarks, and what else stands between strings: in a file that a typesetter wrote, next to nothing. */
function textBetween(outside: readonly string[]): string {
  const rest = outside.map((text) => text.replaceAll(STRING, " ").replaceAll(SYNTAX, " ").replaceAll(/\s+/g, " "));
  return Buffer.from(rest.join(" "), "latin1").toString("utf8").trim();
}

/** Strings and names of a row of objects. */
function stringsOf(objects: string): Piece[] {
  return [...objects.matchAll(STRING)].flatMap(([token]) => {
    const text = decodeToken(token);
    return text.trim() === "" ? [] : [rawPiece(text)];
  });
}

const REPLACEMENT = /\/(?:ActualText|Alt|E|T|Contents|TU)\s*(\((?:[^()\\]|\\[\s\S])*\)|<[0-9A-Fa-f\s]*>)/g;

/** In a page's drawing strings are numbers of glyphs; only what is said about them is text. */
function replacementTexts(content: string): Piece[] {
  return [...content.matchAll(REPLACEMENT)].map(([, token = ""]) => rawPiece(decodeToken(token)));
}

function decodeToken(token: string): string {
  if (token.startsWith("/")) return decodeBytes(Buffer.from(unescapeName(token.slice(1)), "latin1"));
  const bytes = token.startsWith("<")
    ? Buffer.from(token.replaceAll(/[^0-9A-Fa-f]/g, ""), "hex")
    : Buffer.from(unescapeString(token.slice(1, -1)), "latin1");
  return decodeBytes(bytes);
}

const unescapeName = (name: string): string =>
  name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function unescapeString(text: string): string {
  return text.replaceAll(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, code: string) => {
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
    return /^[\r\n]/.test(code) ? "" : (ESCAPES[code] ?? code);
  });
}

/** A string of a PDF is UTF-16 with a mark, UTF-8 with a mark, or its own eight-bit code; UTF-8 without a mark is met, too. */
function decodeBytes(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString("utf16le");
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString("utf16le");
  const text = bytes.toString("utf8");
  return text.includes("\ufffd") ? bytes.toString("latin1") : text;
}
