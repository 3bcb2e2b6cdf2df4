import { foldString } from "./folding/foldText.ts";
import { publishedWords } from "./patterns/tellingWords.ts";
import { PUBLIC_NAMES } from "./rules/publicNames.ts";
import { commonWords } from "./vocabulary/commonWords.ts";
import { DICTIONARY_WORDS } from "./vocabulary/dictionaryWords.ts";
import { EVERYDAY_WORDS } from "./vocabulary/everydayWords.ts";
import { KATAKANA_WORDS, LATIN_WORDS, PUBLIC_WORDS, THING_WORDS } from "./vocabulary/foreignWords.ts";
import { COUNTERS, INCIDENT_WORDS, PREFIXES, SUFFIXES } from "./vocabulary/incidentWords.ts";
import { LOOSE_ENDS, ORGANISATION_ENDS, TITLES } from "./vocabulary/nameEnds.ts";

/** What a word may be next to others: of the trade, plain, or one of the small words around them. */
export type WordClass = "trade" | "plain" | "suffix" | "prefix" | "counter";

type Lists = {
  trade: ReadonlySet<string>;
  plain: ReadonlySet<string>;
  katakana: ReadonlySet<string>;
  things: ReadonlySet<string>;
  suffixes: ReadonlySet<string>;
  prefixes: ReadonlySet<string>;
  counters: ReadonlySet<string>;
};

let loaded: Lists | undefined;

const foldAll = (words: Iterable<string>): Set<string> => new Set([...words].map(foldString));

/** In the list from the dictionary they are in their plainest form already. */
const KANJI = /^\p{Script=Han}+$/u;

/** Folded. */
let publicOnes: ReadonlySet<string> | undefined;
const publicNames = (): ReadonlySet<string> => (publicOnes ??= foldAll(PUBLIC_NAMES));

/** トレンドマイクロ社製: a public name with the small words that companies and products have behind them. */
const ofPublicName = (whole: string): boolean => {
  const name = whole.replace(COMPANY_TAIL, "");
  return name !== whole && publicNames().has(name);
};
const COMPANY_TAIL = /(?:社|製品|製|版)+$/u;

/** Thirty thousand words: read at first use. */
function lists(): Lists {
  if (loaded) return loaded;
  const katakana = foldAll(KATAKANA_WORDS);
  const trade = new Set([
    ...publishedWords(),
    ...foldAll(commonWords),
    ...foldAll(INCIDENT_WORDS),
    ...katakana,
    ...foldAll(LATIN_WORDS),
  ]);
  // By itself a kind of organisation names none; what everybody knows may still begin a name (日本電気).
  const plain = new Set([
    ...DICTIONARY_WORDS.trim()
      .split(/\s+/)
      .map((word) => (KANJI.test(word) ? word : foldString(word))),
    ...foldAll(EVERYDAY_WORDS),
    ...foldAll(PUBLIC_WORDS),
    ...publicNames(),
    ...foldAll([...ORGANISATION_ENDS, ...LOOSE_ENDS, ...TITLES].filter((end) => end.length >= 2)),
    ...foldAll("令和 平成 昭和 国際 防衛 電子 公共 磁気 新興 創業 軍事 公益 海外 国内".split(" ")),
  ]);
  for (const word of foldAll(PUBLIC_WORDS)) trade.delete(word);
  loaded = {
    trade,
    plain,
    katakana,
    things: foldAll(THING_WORDS),
    suffixes: foldAll(SUFFIXES),
    prefixes: foldAll(PREFIXES),
    counters: foldAll(COUNTERS),
  };
  return loaded;
}

const KATAKANA = /^[ァ-ヺー]+$/u;

/** @param folded see foldString */
function isListed(folded: string): "trade" | "plain" | undefined {
  const { trade, plain } = lists();
  const short = folded.replace(/ー$/u, "");
  if (trade.has(folded) || trade.has(short)) return "trade";
  if (folded.length >= 2 && (plain.has(folded) || plain.has(short))) return "plain";
  return KATAKANA.test(folded) && isThing(folded) ? "trade" : undefined;
}

/** メールサーバ: words of the trade, the last of which is a thing. */
function isThing(folded: string): boolean {
  const { katakana, things } = lists();
  const isKnown = (word: string, known: ReadonlySet<string>) => known.has(word) || known.has(word.replace(/ー$/u, ""));
  const endsInThing = (rest: string): boolean => {
    for (let cut = 2; cut <= rest.length - 2; cut += 1) {
      if (!isKnown(rest.slice(0, cut), katakana)) continue;
      const behind = rest.slice(cut);
      if (isKnown(behind, things) || endsInThing(behind)) return true;
    }
    return false;
  };
  return folded.length >= 5 && folded.length <= 40 && endsInThing(folded);
}

/** A stretch of nouns as it is read: 情報システム | 部門 | 内. */
type Group = { word: string; is: WordClass };

const LONGEST_GROUP = 6;
const MOST_WORDS = 24;

/**
 * Whether nouns that stand side by side name nobody: all of them are known, and nothing about the way they stand is that of a name.
 *
 * @param words as the dictionary cut them
 * @param isCounted a number stands before them
 */
export function isOrdinary(words: readonly string[], isCounted = false): boolean {
  const whole = foldString(words.join(""));
  if (whole.length < 2) return true;
  if (words.some(isOldForm)) return false;
  if (isListed(whole) !== undefined || ofPublicName(whole)) return true;
  if (words.length > MOST_WORDS) return false;
  const groups = readGroups(words.map(foldString), isCounted);
  return groups !== undefined && !looksLikeName(groups);
}

/** 國 and 廣 live on in names. */
const isOldForm = (word: string): boolean =>
  KANJI.test(word) && !word.includes("々") && foldString(word) !== word.normalize("NFKC");

/**
 * Whether a stretch that is asked about is nothing but listed words, and not put together as names are: 排水処理設備 and 自社工場 are such;
 * 青葉病院 is not, nor 中核病院 (a plain word may be a name there) or 仲間部長.
 */
export function isPlainTerm(text: string): boolean {
  const folded = foldString(text);
  const isKnown = (word: string) => isListed(word) !== undefined;
  if (folded.length < 2 || folded.length > 30 || !isMadeOf(folded, isKnown)) return false;
  const { names, titles } = nameEnds();
  const isOfTrade = (word: string) => isListed(word) === "trade";
  for (let at = 1; at < folded.length; at += 1) {
    const rest = folded.slice(at);
    if (titles.has(rest)) return false;
    const isEnd = [2, 3, 4, 5, 6].some((length) => rest.length >= length && names.has(rest.slice(0, length)));
    const before = folded.slice(0, at);
    if (isEnd && isMadeOf(before, isKnown) && !isMadeOf(before, isOfTrade)) return false;
  }
  return true;
}

/** Whether words side by side, small ones between them, come to the whole. */
function isMadeOf(folded: string, isWord: (word: string) => boolean): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < folded.length; at += 1) {
    if (!reached.has(at)) continue;
    for (let end = at + 2; end <= Math.min(folded.length, at + 16); end += 1) {
      if (isWord(folded.slice(at, end))) reached.add(end);
    }
    if (at > 0 && lists().suffixes.has(folded.charAt(at))) reached.add(at + 1);
  }
  return reached.has(folded.length);
}

/** The reading with the fewest groups; undefined where a word is known in none. */
function readGroups(words: readonly string[], isCounted: boolean): Group[] | undefined {
  const best: (Group[] | undefined)[] = [[]];
  for (let end = 1; end <= words.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST_GROUP); start < end; start += 1) {
      const before = best[start];
      if (before === undefined) continue;
      const word = words.slice(start, end).join("");
      const is = classOf(word, before, isCounted && start === 0, end < words.length, end - start);
      const shortest = best[end];
      if (is !== undefined && (shortest === undefined || before.length + 1 < shortest.length)) {
        best[end] = [...before, { word, is }];
      }
    }
  }
  return best[words.length];
}

function classOf(
  word: string,
  before: readonly Group[],
  isCounted: boolean,
  goesOn: boolean,
  count: number,
): WordClass | undefined {
  const { suffixes, prefixes, counters } = lists();
  if (word === "") return "suffix";
  const last = before.at(-1);
  if ((isCounted || isNumber(last?.word ?? "") || last?.is === "counter") && counters.has(word)) return "counter";
  if (goesOn && (isNumber(word) || (count === 1 && prefixes.has(word) && last?.is !== "prefix"))) return "prefix";
  const listed = isListed(word);
  // After a word that may stand before anything, only whole words say what is meant (大企業, not 大和).
  if (listed !== undefined && (last?.is !== "prefix" || word.length >= 2)) return listed;
  if (last !== undefined && last.is !== "prefix" && suffixes.has(word)) return "suffix";
  return undefined;
}

const isNumber = (word: string): boolean => /^[〇一二三四五六七八九十百千万億兆数何]+$/u.test(word);

let ends: { names: ReadonlySet<string>; loose: ReadonlySet<string>; titles: ReadonlySet<string> } | undefined;

function nameEnds() {
  ends ??= { names: foldAll(ORGANISATION_ENDS), loose: foldAll(LOOSE_ENDS), titles: foldAll(TITLES) };
  return ends;
}

/** 総合病院 behind another word is as good as 病院. */
function endsInName(word: string): boolean {
  const { names } = nameEnds();
  return [2, 3, 4, 5].some((length) => length < word.length && names.has(word.slice(-length)));
}

/** A kind of organisation behind another word; a title behind a word that is no role; a heap of small words. */
function looksLikeName(groups: readonly Group[]): boolean {
  if (groups.length > 1 && groups.every(({ word, is }) => word.length === 1 && is !== "counter")) return true;
  const { names, loose, titles } = nameEnds();
  return groups.some(({ word, is }, index) => {
    if (index === 0 || is === "counter") return false;
    const before = groups.slice(0, index);
    const isOfTrade = before.every((group) => group.is !== "plain");
    if (titles.has(word)) return !isRole(before.at(-1), word);
    if (names.has(word) || (is === "plain" && endsInName(word))) return true;
    return loose.has(word) && !isOfTrade;
  });
}

/** 氏, さん, くん: of people called by their names. */
const FAMILIAR = /^(?:氏|サン|君|クン)$/u;

/** 担当者様, 営業部長: not 境部長 or 表部長, which are families as well, nor ミラー氏. */
function isRole(group: Group | undefined, title: string): boolean {
  if (group?.is !== "trade" || group.word.length < 2) return false;
  return !FAMILIAR.test(title) || /[者員客社屋先方皆手]$/u.test(group.word);
}

/** What a name may be cut off from: 化成 behind あおい, which the dictionary takes for an adjective. */
export const isNameEnd = (word: string): boolean => {
  const { names, titles } = nameEnds();
  const folded = foldString(word);
  return names.has(folded) || titles.has(folded);
};
