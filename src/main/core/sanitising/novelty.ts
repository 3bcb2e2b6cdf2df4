import type { Sighting } from "./matchView.ts";
import { isNameEnd, isOrdinary } from "./ordinaryWords.ts";
import { kanaWords } from "./vocabulary/kanaWords.ts";

/** One word of a text with its part of speech in IPADIC's terms; `baseForm` as the dictionary has it (よる for よっ). */
export type Morpheme = { surface: string; partOfSpeech: string; partOfSpeechSubcategory1: string; baseForm: string };

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
    const { surface, partOfSpeech, partOfSpeechSubcategory1, baseForm } = token as Record<string, unknown>;
    if (typeof surface !== "string" || typeof partOfSpeech !== "string") throw new TypeError("no morpheme");
    const kind = typeof partOfSpeechSubcategory1 === "string" ? partOfSpeechSubcategory1 : "";
    return {
      surface,
      partOfSpeech,
      partOfSpeechSubcategory1: kind,
      baseForm: typeof baseForm === "string" ? baseForm : "",
    };
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
    .filter(isNovel)
    .map(({ start, end }) => ({ start: offset + start, end: offset + end, kind: "novel-term", severity: "review" }));
}

/** Nouns that stand side by side, as one. */
export type NounRun = {
  start: number;
  end: number;
  words: string[];
  /** A number stands before it (3 件). */
  isCounted: boolean;
  /** What the dictionary took for no noun stands before it without a space: (あおい)化成. */
  isCutOff: boolean;
  /** It has a word in hiragana that nobody writes so. */
  isOdd: boolean;
};

export function nounRuns(piece: string, tokenize: Tokenizer): NounRun[] {
  const runs: NounRun[] = [];
  let run: NounRun | undefined;
  let before: { end: number; morpheme: Morpheme } | undefined;
  let at = 0;
  for (const morpheme of tokenize(piece)) {
    const { surface } = morpheme;
    // Positions are counted here: a tokenizer's own go astray on texts like these.
    const start = piece.indexOf(surface, at);
    if (start < 0) continue;
    const end = start + surface.length;
    const isOdd = isStray(morpheme);
    if (!isOdd && !isNoun(morpheme)) run = undefined;
    else if (run && run.end === start) {
      run.end = end;
      run.isOdd ||= isOdd;
      const last = run.words.at(-1) ?? "";
      if (isKatakana(surface) && isKatakana(last)) run.words[run.words.length - 1] = last + surface;
      else run.words.push(surface);
    } else {
      const gap = before ? piece.slice(before.end, start) : "-";
      const isCounted = /^[ \u3000]?$/u.test(gap) && /[\d０-９]$/u.test(before?.morpheme.surface ?? "");
      const odds = gap === "" && before !== undefined && isKana(before.morpheme) ? before.morpheme : undefined;
      const isCutOff = odds !== undefined && !isUsual(odds);
      run = { start, end, words: [surface], isCounted, isCutOff, isOdd };
      // The rest of it before (きら of きらぼし), though that is a word by itself.
      if (isOdd) run.start -= odds?.surface.length ?? 0;
      runs.push(run);
    }
    before = { end, morpheme };
    at = end;
  }
  return runs;
}

const isKatakana = (surface: string): boolean => /^[ァ-ヺー]+$/u.test(surface);

/** In hiragana, and neither noun nor particle: names in hiragana are taken for verbs and adjectives. */
function isKana({ surface, partOfSpeech }: Morpheme): boolean {
  return /^[\u3041-\u3096ー]+$/u.test(surface) && /^(?:動詞|形容詞|副詞|感動詞|フィラー|助動詞)$/u.test(partOfSpeech);
}

const isUsual = ({ surface, baseForm }: Morpheme): boolean => kanaWords.has(baseForm) || kanaWords.has(surface);

/** A word that nobody writes in hiragana: かなで, the ぼ of きらぼし. */
function isStray(morpheme: Morpheme): boolean {
  const { partOfSpeech, partOfSpeechSubcategory1: kind } = morpheme;
  if (partOfSpeech === "助動詞" || kind === "非自立" || kind === "接尾") return false;
  return isKana(morpheme) && !isUsual(morpheme);
}

/** Nouns, what stands before them (未, 新), and numbers in kanji, which names have too (三郷). */
function isNoun({ surface, partOfSpeech, partOfSpeechSubcategory1: kind }: Morpheme): boolean {
  if (!/\p{L}/u.test(surface)) return false;
  if (partOfSpeech === "UNK" || partOfSpeech === "" || partOfSpeech === "接頭詞") return true;
  return partOfSpeech === "名詞" && kind !== "非自立" && kind !== "代名詞";
}

/** A compound of words that say nothing new says nothing new, unless it is put together as names are. */
function isNovel({ words, isCounted, isCutOff, isOdd }: NounRun): boolean {
  if (isOdd) return true;
  if (isCutOff && isNameEnd(words[0] ?? "")) return true;
  return !isOrdinary(words, isCounted);
}
