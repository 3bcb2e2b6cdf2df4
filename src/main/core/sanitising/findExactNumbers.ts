import type { ExactNumber } from "#shared/contract/sanitising.ts";
import { significantDigits, spell } from "./coarsenChoice.ts";
import { coarsenDay, coarsenDayAlone, coarsenTime } from "./coarsenMoment.ts";
import { coarsenCount, coarsenDuration, coarsenPercent, type DurationUnit } from "./coarsenQuantity.ts";
import { findTokens } from "./maskSpans.ts";

const N = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
/** Not inside a word, an address, a version, a list of digits. */
const START = "(?<![\\w.,\\-:/@#\\[+=])";
const TIME =
  "(?<half>午前|午後)? ?(?<hour>\\d{1,2})(?: ?時(?: ?(?<minute>\\d{1,2}) ?分(?: ?\\d{1,2} ?秒)?)?|:(?<minutes>[0-5]\\d)(?::[0-5]\\d)?)";
const DAY = new RegExp(
  `${START}(?:(?<era>令和|平成)? ?(?<year>\\d{1,4}) ?年 ?)?(?<month>\\d{1,2}) ?月 ?(?<day>\\d{1,2}) ?日(?:（[月火水木金土日]）|\\([月火水木金土日]\\))?(?:[ 、の]?(?:${TIME.replaceAll("?<", "?<t")}))?|${START}(?<isoYear>\\d{4})(?<dash>[-/])(?<isoMonth>\\d{1,2})\\k<dash>(?<isoDay>\\d{1,2})(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?)?(?![\\w.\\-/])`,
  "gu",
);
const CLOCK = new RegExp(`${START}${TIME}(?![\\w:.\\]])`, "gu");
const QUANTITY = new RegExp(
  `${START}(?=\\d)(?:(?<billions>${N}) ?億)?(?: ?(?<myriads>${N}) ?万)?(?: ?(?<ones>${N}))?(?<space> ?)(?<unit>%|パーセント|円|ドル|ユーロ|件|台|名(?!前|称|義|刺)|人|社(?!員|内|外|長|会|団)|回(?!線|答|避|復|路|収)|通(?!信|知|常|報|過|用|り)|本(?!部|社|文|件|体|年|月|日|章|書|人|店|番|来|格)|個|種類|か所|箇所|カ所|ヶ所|組織|団体|口座|端末|アカウント|アドレス|ファイル|ページ|枚|拠点|店舗|リクエスト|アクセス|パケット|ホスト|サーバー?|レコード|メッセージ|ユーザー?|[KMGT]B(?![A-Za-z])|日間|日(?!本|付|時|程|曜|次|常|中|々|報|系|目)|時間|分間|分(?!の|析|類|割|散|岐|離|布|野|解|担)|秒間|秒|週間|か月間?|カ月間?|ヶ月間?|ヵ月間?|箇月間?|年間)`,
  "gu",
);
const DURATIONS: Readonly<Record<string, DurationUnit>> = {
  日: "日",
  日間: "日",
  時間: "時間",
  分: "分",
  分間: "分",
  秒: "秒",
  秒間: "秒",
  週間: "週間",
  年間: "年",
};
const INDICATOR =
  /(?<![\w-])[\w-]{1,253}(?:(?:\[\.\]|\.)[\w-]{1,253})+|\b[0-9a-f]{16,}\b|\bCVE-[\d-]+|\{#[^}\n]*\}|artifact:\w+|〔[^〔〕\n]*〕|(?:\bv(?:er(?:sion)?)?\.?|バージョン|Windows|Office|Server|第|図|表|項番|注) ?\d[\d.]*/giu;
const ALREADY_COARSE_BEFORE = /(?:約|およそ|おおよそ|ほぼ|概ね|おおむね) ?$/u;
const ALREADY_COARSE_AFTER =
  /^ ?(?:弱|強|超|余り|あまり|程度|ほど|前後|以上|以下|未満|近く|を超え|を上回|を下回|上旬|中旬|下旬|台|頃|ごろ)/u;

type Found = { start: number; end: number; choices: string[] };

/**
 * Exact numbers of a text (counts, amounts, shares, spans of time, days, hours) and how they could be said less exactly, as the
 * reports do. Numbers of addresses, versions, hashes and the like are none; those that are round already are passed over.
 */
export function findExactNumbers(text: string): ExactNumber[] {
  // Full width becomes half width, one for one: offsets stay.
  const plain = text.replaceAll(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const closed = closedSpans(plain);
  const free = outside(days(plain), closed);
  const timed = outside(clocks(plain), [...closed, ...free]);
  const counted = outside(quantities(plain), [...closed, ...free, ...timed]);
  return [...free, ...timed, ...counted]
    .filter(({ choices }) => choices.length > 0)
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, choices }) => ({ start, end, text: text.slice(start, end), choices }));
}

type Span = { start: number; end: number };

/** Those that touch none of the spans. */
function outside(found: readonly Found[], spans: readonly Span[]): Found[] {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  let at = 0;
  let reached = 0;
  return found.filter(({ start, end }) => {
    for (let span = ordered[at]; span && span.start < end; span = ordered[at]) {
      // What begins before the end of this one may reach beyond its start.
      reached = Math.max(reached, span.end);
      at += 1;
    }
    return reached <= start;
  });
}

function closedSpans(text: string): { start: number; end: number }[] {
  const { urls, mails } = findTokens(text);
  const indicators = [...text.matchAll(INDICATOR)]
    // 95.2 is a number, 95.2.1 a version.
    .filter(([found]) => !/^\d+\.\d+$/.test(found))
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  return [...urls, ...mails, ...indicators];
}

const isWritten = (words: string) => / /.test(words) || /\d [^\d]/u.test(words);

function days(text: string): Found[] {
  return [...text.matchAll(DAY)].flatMap((match): Found[] => {
    const groups = match.groups ?? {};
    const month = Number(groups["month"] ?? groups["isoMonth"]);
    const day = Number(groups["day"] ?? groups["isoDay"]);
    if (month < 1 || month > 12 || day < 1 || day > 31) return [];
    const year = groups["year"] ?? groups["isoYear"];
    const words = coarsenDay({ year: year === undefined ? "" : `${groups["era"] ?? ""}${year}年`, month, day });
    const isSpaced = isWritten(match[0]) && groups["isoYear"] === undefined;
    return [{ ...spanOf(match), choices: words.map((choice) => spell(choice, isSpaced)) }];
  });
}

function clocks(text: string): Found[] {
  return [...text.matchAll(CLOCK)].flatMap((match): Found[] => {
    const { half = "", hour, minute, minutes } = match.groups ?? {};
    const past = minute ?? minutes;
    if (past === undefined || Number(hour) > 24 || Number(past) > 59) return [];
    const words = coarsenTime(Number(hour), Number(past), half);
    return [{ ...spanOf(match), choices: words.map((choice) => spell(choice, isWritten(match[0]))) }];
  });
}

const spanOf = ({ 0: found, index }: RegExpExecArray) => ({ start: index, end: index + found.length });
const numberOf = (digits: string | undefined) => Number((digits ?? "0").replaceAll(",", ""));

function quantities(text: string): Found[] {
  return [...text.matchAll(QUANTITY)].flatMap((match): Found[] => {
    const { billions, myriads, ones, space = "", unit = "" } = match.groups ?? {};
    if (billions === undefined && myriads === undefined && ones === undefined) return [];
    const value = numberOf(billions) * 100_000_000 + numberOf(myriads) * 10_000 + numberOf(ones);
    const { start, end } = spanOf(match);
    const prefix = ALREADY_COARSE_BEFORE.exec(text.slice(Math.max(0, start - 6), start))?.[0] ?? "";
    const isHedged = prefix !== "" || ALREADY_COARSE_AFTER.test(text.slice(end, end + 4));
    if (isHedged && significantDigits(value) <= 2) return [];
    const isSpaced = space !== "" || /\d [億万]/u.test(match[0]);
    const choices = choicesOf(value, unit, text.slice(end, end + 4)).filter((words) => words !== match[0]);
    return [{ start: start - prefix.length, end, choices: choices.map((words) => spell(words, isSpaced)) }];
  });
}

function choicesOf(value: number, unit: string, after: string): string[] {
  const words = (choices: readonly { words: string }[]) => choices.map((choice) => choice.words);
  if (unit === "%" || unit === "パーセント") return words(coarsenPercent(value));
  const isDayOfMonth = unit === "日" && value <= 31 && !/^(?:以内|後|前|連続|ほど|程度|かけて|を要)/u.test(after);
  if (isDayOfMonth) return Number.isInteger(value) && value >= 1 ? coarsenDayAlone(value) : [];
  const duration = DURATIONS[unit] ?? (/月/u.test(unit) ? "か月" : undefined);
  if (duration !== undefined) return words(coarsenDuration(value, duration));
  return words(coarsenCount(value, unit));
}
