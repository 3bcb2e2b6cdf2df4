import { readWords } from "../pictures/readWords.ts";
import type { Finding } from "../sanitising/finding.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { allowWords, type AllowedWords } from "./allowedWords.ts";
import { HUB_SENTENCES } from "./hubWords.ts";
import type { FaultKind, Piece, Place, ReadFile } from "./reading/piece.ts";

export type LeakOptions = {
  /** Interchange ids of the organisations the text is about. */
  parties: readonly string[];
  outsiders: readonly string[];
  /** Words that were looked at: what was allowed, and the text itself. See allowWords. */
  allowed: readonly string[];
  /** To whom a mail goes (interchange id or `outside:NAME`): they may be called by their name in it, not in what is attached. */
  addressee?: string | undefined;
  signal?: AbortSignal | undefined;
};

/** Something in a written file that may not leave. Without the words themselves: it goes into messages and logs. */
export type Leak = { place: Place; detail: string; kind: Finding["kind"] | FaultKind };

/** Characters scanned in one go; the engine's own limit is far above. */
const BATCH_LENGTH = 200_000;

/** Scans every piece of a file that was read back, and reports what should not be there. */
export async function findLeaks(
  { pieces: texts, pictures, faults }: ReadFile,
  sanitiser: Sanitiser,
  options: LeakOptions,
): Promise<Leak[]> {
  const isAllowed = allowWords(options.allowed);
  const pieces = [...texts, ...(await readPictures(pictures, options.signal))];
  const leaks: Leak[] = faults.map(({ kind, detail }) => ({ place: "structure", detail, kind }));
  for (const batch of batchesOf(distinctTexts(pieces))) {
    const texts = batch.map(([text]) => text);
    const { parties, outsiders, signal } = options;
    const found = await sanitiser.scanAll(texts, { parties, outsiders, novelty: false, ...(signal && { signal }) });
    batch.forEach(([, places], index) => {
      for (const piece of places) leaks.push(...leaksOf(piece, found[index] ?? [], isAllowed, options));
    });
  }
  return leaks;
}

/** What is written in the pictures of a file. The same picture is read once in the life of the program. */
async function readPictures(pictures: ReadFile["pictures"], signal: AbortSignal | undefined): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const { detail, bytes } of pictures) {
    const { text } = await readWords(bytes, signal);
    pieces.push({ place: "picture", detail, text });
  }
  return pieces;
}

/** The same words are looked at once, however often a file repeats them. */
function distinctTexts(pieces: readonly Piece[]): [string, Piece[]][] {
  const texts = new Map<string, Piece[]>();
  for (const piece of pieces.flatMap(splitLong)) {
    if (piece.text.trim() === "") continue;
    const places = texts.get(piece.text);
    if (places) places.push(piece);
    else texts.set(piece.text, [piece]);
  }
  return [...texts];
}

/** Above this a text is looked at in parts: the engine does only so much with one. */
const LONGEST_PART = 50_000;
/** What parts have in common: far longer than any name, so that none is cut in two. */
const OVERLAP = 2_000;

function splitLong(piece: Piece): Piece[] {
  const parts: Piece[] = [];
  for (let start = 0; start < piece.text.length; start += LONGEST_PART - OVERLAP) {
    parts.push({ ...piece, text: piece.text.slice(start, start + LONGEST_PART) });
    if (start + LONGEST_PART >= piece.text.length) break;
  }
  return parts;
}

function* batchesOf(texts: readonly [string, Piece[]][]): Generator<[string, Piece[]][]> {
  let batch: [string, Piece[]][] = [];
  let length = 0;
  for (const entry of texts) {
    batch.push(entry);
    length += entry[0].length;
    if (length < BATCH_LENGTH) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}

function leaksOf(piece: Piece, findings: readonly Finding[], isAllowed: AllowedWords, options: LeakOptions): Leak[] {
  return findings
    .filter((finding) => isLeak(piece, finding, isAllowed, options))
    .map(({ kind }) => ({ place: piece.place, detail: piece.detail, kind }));
}

function isLeak(piece: Piece, finding: Finding, isAllowed: AllowedWords, { addressee }: LeakOptions): boolean {
  const { kind, severity, entity, text } = finding;
  if (kind === "limit") return true;
  if (kind === "novel-term") return false;
  if (entity !== undefined && entity === addressee && piece.enclosed !== true) return false;
  if (severity === "must") return entity !== undefined || (piece.joined !== true && !isHubsOwn(text));
  return piece.joined !== true && !partsOf(finding).every(isAllowed);
}

/** A day in Japanese (year, month and day signs after their numbers), what a line's end left of it, a page's number. */
const FURNITURE = /^(?:(?:(?:\d{4}\u5e74)?\d{1,2}\u6708)?\d{0,2}\u65e5|[\d/.\-\u2013\uff0d]+)$/u;

/**
 * The rules for unknown names, and for what singles somebody out together, go by the sentence; on a page the running head,
 * the day and the heading stand before the first sentence without an end. So each line is held against what was looked at.
 */
function partsOf({ kind, text }: Finding): string[] {
  const parts = text.split(kind === "quasi-identifier" ? /\s+/u : /\s*\n\s*/u);
  return parts.filter((part) => !FURNITURE.test(part.trim()));
}

/** The hub's own address, number or site, to the letter: what is printed in every document of its. */
const isHubsOwn = (text: string): boolean => HUB_SENTENCES.includes(text);
