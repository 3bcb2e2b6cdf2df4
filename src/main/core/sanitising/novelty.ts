import { publishedWords } from "./patterns/tellingWords.ts";
import { foldString } from "./folding/foldText.ts";
import type { Sighting } from "./matchView.ts";
import { commonWords } from "./vocabulary/commonWords.ts";
import { PUBLIC_NAMES } from "./rules/publicNames.ts";

/** One word of a text with its part of speech in IPADIC's terms. */
export type Morpheme = { surface: string; partOfSpeech: string; partOfSpeechSubcategory1: string };

/** Morphemes of a text in order; their surfaces together are the text, but for spaces. */
export type Tokenizer = (text: string) => readonly Morpheme[];

let loaded: Tokenizer | undefined;

/** Loads the dictionary (13 MB, half a second) at first use. */
export async function loadTokenizer(): Promise<Tokenizer> {
  if (loaded) return loaded;
  // Nothing of it is read before a scan asks for it.
  const { TokenizerBuilder } = await import("lindera-wasm-nodejs-ipadic");
  const builder = new TokenizerBuilder();
  builder.setDictionary("embedded://ipadic");
  builder.setMode("normal");
  const tokenizer = builder.build();
  loaded = (text) => readMorphemes(tokenizer.tokenize(text));
  return loaded;
}

/** Thousands of words a text: a schema takes longer over them than the dictionary. */
function readMorphemes(answer: unknown): Morpheme[] {
  if (!Array.isArray(answer)) throw new TypeError("the tokenizer gave no list");
  return answer.map((token: unknown) => {
    const { surface, partOfSpeech, partOfSpeechSubcategory1 } = token as Record<string, unknown>;
    if (typeof surface !== "string" || typeof partOfSpeech !== "string") throw new TypeError("no morpheme");
    const kind = typeof partOfSpeechSubcategory1 === "string" ? partOfSpeechSubcategory1 : "";
    return { surface, partOfSpeech, partOfSpeechSubcategory1: kind };
  });
}

const PIECE_LENGTH = 4_000;

/** Runs of nouns that no published text has: a name nobody listed is one of them. */
export function noveltySightings(text: string, tokenize: Tokenizer): Sighting[] {
  const sightings: Sighting[] = [];
  for (const match of text.matchAll(/[^\n。]{1,4000}[\n。]?|[\n。]/g)) {
    if (match[0].length <= PIECE_LENGTH + 1) sightings.push(...inPiece(match[0], match.index, tokenize));
  }
  return sightings;
}

function inPiece(piece: string, offset: number, tokenize: Tokenizer): Sighting[] {
  return nounRuns(piece, tokenize)
    .filter(({ words }) => isNovel(words))
    .map(({ start, end }) => ({ start: offset + start, end: offset + end, kind: "novel-term", severity: "review" }));
}

/** Nouns that stand side by side, as one. */
export type NounRun = { start: number; end: number; words: string[] };

export function nounRuns(piece: string, tokenize: Tokenizer): NounRun[] {
  const runs: NounRun[] = [];
  let run: NounRun | undefined;
  let at = 0;
  for (const morpheme of tokenize(piece)) {
    const { surface } = morpheme;
    // Positions are counted here: a tokenizer's own go astray on texts like these.
    const start = piece.indexOf(surface, at);
    if (start < 0) continue;
    const end = start + surface.length;
    if (!isNoun(morpheme)) run = undefined;
    else if (run && run.end === start) {
      run.end = end;
      run.words.push(surface);
    } else runs.push((run = { start, end, words: [surface] }));
    at = end;
  }
  return runs;
}

function isNoun({ surface, partOfSpeech, partOfSpeechSubcategory1: kind }: Morpheme): boolean {
  if (!/\p{L}/u.test(surface)) return false;
  if (partOfSpeech === "UNK" || partOfSpeech === "") return true;
  return partOfSpeech === "名詞" && kind !== "非自立" && kind !== "代名詞" && kind !== "数";
}

/** A compound of words that were all published says nothing new. */
function isNovel(words: readonly string[]): boolean {
  const run = foldString(words.join(""));
  if (run.length < 2 || isKnown(run)) return false;
  return !words.every((word) => isKnown(foldString(word)));
}

function isKnown(folded: string): boolean {
  return (
    folded === "" ||
    publishedWords().has(folded) ||
    isCommon(folded) ||
    PUBLIC_NAMES.has(folded) ||
    /^[a-z0-9]$/.test(folded)
  );
}

let common: ReadonlySet<string> | undefined;

function isCommon(folded: string): boolean {
  common ??= new Set([...commonWords].map(foldString));
  return common.has(folded);
}
