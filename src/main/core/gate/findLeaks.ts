import { readWords } from "../pictures/readWords.ts";
import type { Finding } from "../sanitising/finding.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { allowWords, type AllowedWords } from "./allowedWords.ts";
import { HUB_SENTENCES } from "./hubWords.ts";
import { foldString } from "../sanitising/folding/foldText.ts";
import { scanTexts } from "./scanTexts.ts";
import type { FaultKind, Piece, Place, ReadFile } from "./reading/piece.ts";

export type LeakOptions = {
  /** Interchange ids of the organisations the text is about. */
  parties: readonly string[];
  outsiders: readonly string[];
  /** Words that were looked at: what was allowed, and the text itself. See allowWords. */
  allowed: readonly string[];
  signal?: AbortSignal | undefined;
};

/** Something in a written file that may not leave. Without the words themselves: it goes into messages and logs. */
export type Leak = { place: Place; detail: string; kind: Finding["kind"] | FaultKind };

/** Scans every piece of a file that was read back, and reports what should not be there. */
export async function findLeaks(
  { pieces: texts, pictures, faults }: ReadFile,
  sanitiser: Sanitiser,
  options: LeakOptions,
): Promise<Leak[]> {
  const isAllowed = allowWords(options.allowed);
  const pieces = [...texts, ...(await readPictures(pictures, options.signal))].flatMap(splitLong);
  const leaks: Leak[] = faults.map(({ kind, detail }) => ({ place: "structure", detail, kind }));
  for (const plain of [false, true]) {
    const some = pieces.filter((piece) => (piece.plain === true) === plain);
    const { parties, outsiders, signal } = options;
    const words = some.map(({ text }) => text);
    const found = await scanTexts(sanitiser, words, { parties, outsiders, plain, ...(signal && { signal }) });
    leaks.push(...some.flatMap((piece, index) => leaksOf(piece, found[index] ?? [], isAllowed)));
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

function leaksOf(piece: Piece, findings: readonly Finding[], isAllowed: AllowedWords): Leak[] {
  return findings
    .filter((finding) => isLeak(piece, finding, isAllowed))
    .map(({ kind }) => ({ place: piece.place, detail: piece.detail, kind }));
}

function isLeak(piece: Piece, finding: Finding, isAllowed: AllowedWords): boolean {
  const { kind, severity, entity, text } = finding;
  if (kind === "limit") return true;
  if (kind === "novel-term") return false;
  if (piece.joined === true) return severity === "must" && entity !== undefined && !isChance(finding);
  if (severity === "must") return entity !== undefined || !isHubsOwn(text);
  return !partsOf(finding).every(isAllowed);
}

/** Letters decoded across a seam make any short word by chance; an address that was broken there has more of them. */
const CHANCE = /^[a-z0-9]{0,6}$/u;
const isChance = ({ via, reads }: Finding): boolean => via.length > 0 && CHANCE.test(foldString(reads));

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
