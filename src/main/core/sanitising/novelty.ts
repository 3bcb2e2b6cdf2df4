import type { Sighting } from "./matchView.ts";
import { isNameEnd, isOrdinary } from "./ordinaryWords.ts";
import { COUNTERS } from "./vocabulary/incidentWords.ts";
import { kanaWords } from "./vocabulary/kanaWords.ts";

/** One word of a text with its part of speech in IPADIC's terms; `baseForm` as the dictionary has it (よる for よっ). */
export type Morpheme = {
  surface: string;
  partOfSpeech: string;
  partOfSpeechSubcategory1: string;
  baseForm: string;
  /** 連用形 and its like. */
  form: string;
  /** 五段・カ行, 文語・キ. */
  verbClass: string;
};

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
    const { surface, partOfSpeech, partOfSpeechSubcategory1, baseForm, conjugationForm, conjugationType } =
      token as Record<string, unknown>;
    if (typeof surface !== "string" || typeof partOfSpeech !== "string") throw new TypeError("no morpheme");
    return {
      surface,
      partOfSpeech,
      partOfSpeechSubcategory1: said(partOfSpeechSubcategory1),
      baseForm: said(baseForm),
      // This tokenizer calls the one by the other's name.
      form: said(conjugationType),
      verbClass: said(conjugationForm),
    };
  });
}

const said = (value: unknown): string => (typeof value === "string" ? value : "");

const PIECE_LENGTH = 4_000;

/** Runs of nouns that are not known to be ordinary: a name nobody listed is one of them. */
export function noveltySightings(text: string, tokenize: Tokenizer): Sighting[] {
  const sightings: Sighting[] = [];
  for (const match of text.matchAll(/[^\n。]{1,4000}[\n。]?|[\n。]/g)) {
    const [piece] = match;
    if (piece.length > PIECE_LENGTH + 1) continue;
    const cut = { first: isWrapped(text, match.index), last: isWrapped(text, match.index + piece.length) };
    sightings.push(...inPiece(piece, match.index, cut, tokenize));
  }
  return sightings;
}

/** Shorter lines are headings and items, and not cut. */
const SHORTEST_CUT = 30;

/** A line that goes on in the next: words may be cut there. Text out of a PDF has empty lines between. */
function isWrapped(text: string, at: number): boolean {
  if (text.charAt(at - 1) !== "\n" || !/^\s{0,4}\p{L}/u.test(text.slice(at, at + 8))) return false;
  let end = at;
  while (end > 0 && /\s/u.test(text.charAt(end - 1))) end -= 1;
  const start = text.lastIndexOf("\n", end - 1) + 1;
  return end - start >= SHORTEST_CUT && /\p{L}/u.test(text.charAt(end - 1)) && !/[#>|*+-]/u.test(text.charAt(start));
}

function inPiece(
  piece: string,
  offset: number,
  cut: { first: boolean; last: boolean },
  tokenize: Tokenizer,
): Sighting[] {
  const novel = nounRuns(piece, tokenize)
    .map((run) =>
      dropCutWords(
        run,
        cut.first && piece.slice(0, run.start).trim() === "",
        cut.last && piece.slice(run.end).trim() === "",
      ),
    )
    .filter(isNovel);
  return [...novel, ...shortNames(piece)].map(({ start, end }) => ({
    start: offset + start,
    end: offset + end,
    kind: "novel-term",
    severity: "review",
  }));
}

const NUMERAL = /[〇一二三四五六七八九十百千万]/u;

/** 池ノ川; 林 光: one character each, which are words as well. */
function shortNames(piece: string): { start: number; end: number }[] {
  const joined = [...piece.matchAll(/(?<![\d０-９ ])\p{Script=Han}+[ノヶケ]\p{Script=Han}+/gu)]
    .filter(([name]) => !/[ヶケ](?:月|所|国|年|条)/u.test(name))
    .map(({ index, 0: name }) => ({ start: index, end: index + name.length }));
  const single = [
    ...piece.matchAll(
      /(?<![\p{Script=Han}\d０-９][ \u3000]?)(\p{Script=Han})[ \u3000](\p{Script=Han})(?!\p{Script=Han})/gu,
    ),
  ]
    .filter(([, first = "", second = ""]) => ![first, second].some((sign) => COUNTERS.has(sign) || NUMERAL.test(sign)))
    .map(({ index, 0: name }) => ({ start: index, end: index + name.length }));
  return [...joined, ...single];
}

const isHiragana = (word: string): boolean => /^[\u3041-\u3096ー]+$/u.test(word);

/** The ends of words that a line's end cut in two (使\nっ). */
function dropCutWords(run: NounRun, atStart: boolean, atEnd: boolean): NounRun {
  if (!atStart && !atEnd) return run;
  const isWhole = (word: string) => !isHiragana(word);
  const first = atStart ? run.words.findIndex(isWhole) : 0;
  const last = atEnd ? run.words.findLastIndex(isWhole) + 1 : run.words.length;
  const words = first < 0 ? [] : run.words.slice(first, last);
  return { ...run, words, isOdd: run.isOdd && words.some(isHiragana) };
}

/** Nouns that stand side by side, as one. */
export type NounRun = {
  start: number;
  end: number;
  words: string[];
  /** A number stands before it (3 件). */
  isCounted: boolean;
  /** It has a word in hiragana that nobody writes so. */
  isOdd: boolean;
};

export function nounRuns(piece: string, tokenize: Tokenizer): NounRun[] {
  const runs: NounRun[] = [];
  let run: NounRun | undefined;
  let before: { end: number; morpheme: Morpheme } | undefined;
  let at = 0;
  const morphemes = tokenize(piece);
  for (const [index, morpheme] of morphemes.entries()) {
    const { surface } = morpheme;
    // Positions are counted here: a tokenizer's own go astray on texts like these.
    const start = piece.indexOf(surface, at);
    if (start < 0) continue;
    const end = start + surface.length;
    const next = morphemes[index + 1];
    const isOdd = isStray(morpheme, next);
    const beside = { before: piece.charAt(start - 1), after: piece.charAt(end), next };
    if (!isOdd && !isNoun(morpheme) && !isLoneKanji(morpheme, beside)) run = undefined;
    else if (run && run.end === start) addWord(run, surface, end, isOdd);
    else {
      const gap = before ? piece.slice(before.end, start) : "-";
      const isCounted = /^[ \u3000]?$/u.test(gap) && /[\d０-９]$/u.test(before?.morpheme.surface ?? "");
      run = { start, end, words: [surface], isCounted, isOdd };
      // The rest of it before (きら of きらぼし), though that is a word by itself.
      if (isOdd && gap === "" && before && isKana(before.morpheme))
        run.start = before.end - before.morpheme.surface.length;
      runs.push(run);
    }
    before = { end, morpheme };
    at = end;
  }
  return runs;
}

function addWord(run: NounRun, surface: string, end: number, isOdd: boolean): void {
  run.end = end;
  run.isOdd ||= isOdd;
  const last = run.words.at(-1) ?? "";
  if (isKatakana(surface) && isKatakana(last)) run.words[run.words.length - 1] = last + surface;
  else run.words.push(surface);
}

const isKatakana = (surface: string): boolean => /^[ァ-ヺー]+$/u.test(surface);

/** In hiragana, and neither noun nor particle: names in hiragana are taken for verbs and adjectives. */
function isKana({ surface, partOfSpeech }: Morpheme): boolean {
  return /^[\u3041-\u3096ー]+$/u.test(surface) && /^(?:動詞|形容詞|副詞|感動詞|フィラー|助動詞)$/u.test(partOfSpeech);
}

const isUsual = ({ surface, baseForm }: Morpheme): boolean => kanaWords.has(baseForm) || kanaWords.has(surface);

/** A word that nobody writes in hiragana (かなで, the ぼ of きらぼし), or one that cannot stand where it does (ほほえみを, あおい化成). */
function isStray(morpheme: Morpheme, next: Morpheme | undefined): boolean {
  const { surface, partOfSpeech, partOfSpeechSubcategory1: kind, form, verbClass } = morpheme;
  if (!isKana(morpheme) || kind === "非自立" || kind === "接尾") return false;
  if (partOfSpeech === "助動詞") return /^文語・(?:キ|ケリ|リ)$/u.test(verbClass);
  if (!isUsual(morpheme)) return true;
  if (surface.length < 3 || next === undefined || partOfSpeech === "副詞") return false;
  if (partOfSpeech !== "動詞") return isNameEnd(next.surface);
  return form === "連用形" && (isNameEnd(next.surface) || isAfterNoun(next));
}

/** を and its like stand behind nouns. */
const isAfterNoun = ({ surface, partOfSpeechSubcategory1: kind }: Morpheme): boolean =>
  kind === "連体化" ||
  kind === "括弧閉" ||
  (kind === "格助詞" && /^(?:が|を|から|により|による|によって)$/u.test(surface));

const KANJI = /^\p{Script=Han}$/u;

/** 深 of 深畑, 見 of 相見, 之 of 果之夫: read as a verb, an adjective or an adverb, with kanji beside it that it does not go with. */
function isLoneKanji(
  { surface, partOfSpeech, partOfSpeechSubcategory1: kind }: Morpheme,
  { before, after, next }: { before: string; after: string; next: Morpheme | undefined },
): boolean {
  if (!KANJI.test(surface) || surface === "然") return false;
  if (surface === "之") return true;
  // 中 of (担当した)中左.
  if (kind === "非自立") return KANJI.test(after);
  if (!/^(?:動詞|形容詞|副詞|接続詞|助動詞)$/u.test(partOfSpeech)) return false;
  if (KANJI.test(after)) return true;
  return KANJI.test(before) && (next === undefined || isAfterNoun(next) || next.partOfSpeechSubcategory1 === "係助詞");
}

/** Nouns, what stands before them (未, 新), and numbers in kanji, which names have too (三郷). */
function isNoun({ surface, partOfSpeech, partOfSpeechSubcategory1: kind }: Morpheme): boolean {
  if (!/\p{L}/u.test(surface)) return false;
  if (partOfSpeech === "UNK" || partOfSpeech === "" || partOfSpeech === "接頭詞") return true;
  return partOfSpeech === "名詞" && kind !== "非自立" && (kind !== "代名詞" || KANJI.test(surface));
}

/** A compound of words that say nothing new says nothing new, unless it is put together as names are. */
const isNovel = ({ words, isCounted, isOdd }: NounRun): boolean => isOdd || !isOrdinary(words, isCounted);
