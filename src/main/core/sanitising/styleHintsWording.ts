import type { StyleHint } from "#shared/contract/sanitising.ts";
import { TLP_LABELS } from "#shared/domain/tlp.ts";
import { defangText } from "./defangText.ts";
import { findTokens } from "./maskSpans.ts";
import { findSpokenLetters } from "./pseudonymLabels.ts";

type Code = StyleHint["code"];

function replacing(
  text: string,
  code: Code,
  pattern: RegExp,
  suggest: (match: RegExpExecArray) => string | null,
): StyleHint[] {
  return [...text.matchAll(pattern)].flatMap((match): StyleHint[] => {
    const suggestion = suggest(match);
    const [found] = match;
    return suggestion === found
      ? []
      : [{ code, start: match.index, end: match.index + found.length, text: found, suggestion }];
  });
}

/** Letters that stand for organisations: A社, in half width and without a space. */
export function letterHints(text: string): StyleHint[] {
  return findSpokenLetters(text).flatMap(({ start, end, text: found, label }): StyleHint[] => {
    if (found === label) return [];
    return [
      {
        code: /[Ａ-Ｚ]/u.test(found) ? "wide-letter" : "pseudonym-spacing",
        start,
        end,
        text: found,
        suggestion: label,
      },
    ];
  });
}

const WIDE = /[Ａ-Ｚａ-ｚ０-９]+(?![Ａ-Ｚａ-ｚ０-９ \u3000]*社)/gu;

export const wideHints = (text: string): StyleHint[] =>
  replacing(text, "wide-letter", WIDE, ([found]) => found.normalize("NFKC"));

/** IP アドレス, as the reports mostly have it. */
export const addressWordHints = (text: string): StyleHint[] =>
  replacing(text, "ip-address-spacing", /IPアドレス/gu, () => "IP アドレス");

const COUNTED =
  /(?<![\w.-])(\d[\d,]*)( ?)(件|台|名|人|社|回|通|個|種類|組織|業界|割|年|月|日|時間|分(?!の)|週間|か月|万|億|円|つ|章|点)/gu;

/** A number and what it counts: as the text mostly has it; where it has both as often, apart. */
export function unitHints(text: string): StyleHint[] {
  const found = [...text.matchAll(COUNTED)];
  const spaced = found.filter(([, , space]) => space !== "").length;
  const isApart = spaced * 2 >= found.length;
  if (spaced === 0 || spaced === found.length) return [];
  return replacing(text, "unit-spacing", COUNTED, ([, number = "", , unit = ""]) =>
    isApart ? `${number} ${unit}` : number + unit,
  );
}

/** The wave dash of spans is ～. */
export const waveHints = (text: string): StyleHint[] =>
  replacing(text, "wave-dash", /〜|(?<=[\d月日年時分]\s?)~(?=\s?\d)/gu, () => "～");

const ODD_DOT = /(?<=[\w-])\s?(?:[([{【]\s?(?:dot|ドット|\.)\s?[)\]}】])\s?(?=[\w-])/giu;
const ODD_AT = /(?<=[\w.+〕-])\s?(?:[([{【]\s?(?:at|アット|@)\s?[)\]}】])\s?(?=[\w-])/giu;
const ODD_SCHEME = /\bh(?:xx|\*\*|tt)p(s?)(?=(?:\[:\]|:)(?:\/\/|\[\/\/\]))/giu;

/** Attackers' addresses in one style: hxxp, [.], [@]. What is live still is defanged. */
export function defangHints(text: string): StyleHint[] {
  const odd = [
    ...replacing(text, "defang-style", ODD_DOT, () => "[.]"),
    ...replacing(text, "defang-style", ODD_AT, () => "[@]"),
    ...replacing(text, "defang-style", ODD_SCHEME, ([scheme, s = ""]) =>
      /^htt/iu.test(scheme) ? scheme : `hxxp${s.toLowerCase()}`,
    ),
  ];
  const { urls, mails } = findTokens(text);
  const live = [...urls, ...mails].flatMap(({ start, end }): StyleHint[] => {
    const found = text.slice(start, end).replace(/[)\]>`|*"'.,]+$/u, "");
    const suggestion = defangText(found);
    return suggestion === found
      ? []
      : [{ code: "defang-style", start, end: start + found.length, text: found, suggestion }];
  });
  return [...live, ...odd];
}

const TLP = /\bTLP\s?[:：・\-‐ ]\s?(RED|AMBER(?:\s?[+＋]\s?STRICT)?|GREEN|CLEAR|WHITE)\b/giu;
const LABELS: ReadonlySet<string> = new Set(TLP_LABELS);

/** The labels of TLP 2.0 as FIRST writes them; WHITE is CLEAR since then. */
export const tlpHints = (text: string): StyleHint[] =>
  replacing(text, "tlp-wording", TLP, ([found, colour = ""]) => {
    const label = `TLP:${colour.toUpperCase().replaceAll(/\s/gu, "").replace("＋", "+").replace("WHITE", "CLEAR")}`;
    return LABELS.has(label) ? label : found;
  });

const KANA: readonly (readonly [RegExp, string])[] = [
  [/何等か/gu, "何らか"],
  [/(?<!出)出来(?=る|た|な|ず|ま|て|れば|よう)/gu, "でき"],
  [/及び/gu, "および"],
  [/又は/gu, "または"],
  [/但し/gu, "ただし"],
  [/尚(?=、)/gu, "なお"],
  [/従って(?=、)/gu, "したがって"],
  [/行な(?=い|う|え|わ|っ|お)/gu, "行"],
  [/下さ(?=い)/gu, "くださ"],
  [/頂(?=い|き|け|く)/gu, "いただ"],
  [/(?<=[のこそあど])様(?=な|に)/gu, "よう"],
  [/サーバー(?!ー)/gu, "サーバ"],
  [/コンピューター/gu, "コンピュータ"],
  [/ブラウザー/gu, "ブラウザ"],
];

/** Kana and kanji as the reports choose them. */
export const kanaHints = (text: string): StyleHint[] =>
  KANA.flatMap(([pattern, words]) => replacing(text, "kana-style", pattern, () => words));
