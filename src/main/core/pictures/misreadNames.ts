import type { Finding } from "../sanitising/finding.ts";

/** The way by which such a name was found; the engine's own ways are its decoders. */
export const MISREAD = "misread";

/** Shorter names are near to too many words. */
const SHORTEST = 4;
const HAN = /\p{Script=Han}/u;

/**
 * Finds names in what OCR read that differ from a known one in a letter or two: 極淵精機 for 椋淵精機. Rare letters of names are
 * misread more often than any other. Findings of the engine, which reads exactly, are not told again.
 *
 * @param names of the organisations and persons at stake, as the roster writes them
 */
export function findMisreadNames(text: string, names: readonly string[]): Finding[] {
  const { letters, offsets } = withoutSpaces(text);
  return [...new Set(names.map((name) => name.replaceAll(/\s/gu, "")))]
    .filter((name) => name.length >= SHORTEST && HAN.test(name))
    .flatMap((name) => nearPlaces(letters, name).map((at) => findingAt(text, offsets, at, name)));
}

/** One letter of four to seven, two of eight to eleven, and so on. */
const mostWrong = (name: string): number => Math.floor(name.length / 4);

function nearPlaces(letters: string, name: string): number[] {
  const most = mostWrong(name);
  const places: number[] = [];
  for (let at = 0; at + name.length <= letters.length; at += 1) {
    let wrong = 0;
    for (let index = 0; index < name.length && wrong <= most; index += 1) {
      if (letters[at + index] !== name[index]) wrong += 1;
    }
    if (wrong > 0 && wrong <= most) places.push(at);
  }
  return places;
}

function findingAt(text: string, offsets: readonly number[], at: number, name: string): Finding {
  const start = offsets[at] ?? 0;
  const end = (offsets[at + name.length - 1] ?? start) + 1;
  const words = text.slice(start, end);
  return { start, end, text: words, kind: "organization", via: [MISREAD], severity: "review", reads: name };
}

/** Spaces go, ends of lines stay: nothing is read across them. */
function withoutSpaces(text: string): { letters: string; offsets: number[] } {
  const offsets: number[] = [];
  let letters = "";
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === " " || letter === "\u3000") continue;
    letters += letter;
    offsets.push(at);
  }
  return { letters, offsets };
}
