import { straightenLetters } from "./pseudonymLabels.ts";

const JAPANESE = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}、。，．（）「」『』ー〜～・";
/** A letter label, or the mask of a name. */
const LETTER = "(?<![A-Za-z0-9Ａ-Ｚａ-ｚ])[A-Z]{1,3}社(?!員)";
const NAME = `(?:${LETTER}|〔組織名〕)`;
const FORM =
  "(?:株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|㈱|㈲|[（(](?:株|有|同|資|名|社|財)[)）]|,?\\s?(?:Co\\.?,?\\s?Ltd\\.?|Inc\\.|Corporation|Corp\\.|K\\.K\\.|LLC))";

const HONORIFIC = new RegExp(
  `(${NAME})[ \\u3000]?(?:御中|様|さま|殿(?!下)|さん(?=[、。はがのをにへと）」 \\u3000]|$))`,
  "gmu",
);
/** 霧峰重工業インフラ株式会社, where only 霧峰重工業 is known: one of the group. */
const RELATED = new RegExp(`(${LETTER})[\\p{Script=Han}\\p{Script=Katakana}ーA-Za-z]{1,16}?${FORM}`, "gu");
const FORM_AFTER = new RegExp(`(${NAME})[ \\u3000]?${FORM}`, "gu");
const FORM_BEFORE = new RegExp(`${FORM}[ \\u3000]?(${NAME})`, "gu");
/** （以下、霧峰） behind the name says nothing once both are the same letter. */
const SAME_AGAIN = new RegExp(
  `(${NAME})[ \\u3000]?[（(](?:以下[、,]?|略称[:：]?|通称[:：]?|旧称[:：]?|英名[:：]?)?[ \\u3000]?[「『]?\\1[」』]?(?:という|と(?:いう|呼ぶ|略す|記す)。?)?[。]?[)）]`,
  "gu",
);
const TWICE = new RegExp(`(${NAME})(?:[ \\u3000/／・]?\\1)+(?![\\p{Script=Latin}])`, "gu");
/** Surname and first name, or kanji and reading: one person. */
const SAME_MASK = /(〔(?:氏名|メールアドレス|電話番号|所在地|ドメイン)〕)(?:[ \u3000・]?\1)+/gu;
const SAME_MASK_BRACKETED = /(〔氏名〕)[ \u3000]?[（(]\1[)）]/gu;
const SPACE_BEFORE = new RegExp(`(?<=[${JAPANESE}])[ \\u3000](?=${NAME})`, "gu");
const SPACE_AFTER = new RegExp(`(${NAME})[ \\u3000](?=[${JAPANESE}])`, "gu");

/** （重工業界、神奈川県に本社） without its region. */
const EMPTIED = /[、，]+(）)|（[ \u3000]*）|(?<=（)[、，]+/gu;
/** "Co., Ltd." leaves its last dot behind. */
const LATIN_END = new RegExp(`(${LETTER})\\.(?=[ \\u3000]?[${JAPANESE}]|$)`, "gmu");
/** ＺＨＭ社 whose name is a letter now; 社長 and 社内 stay. */
const COMPANY_AGAIN = new RegExp(`(${LETTER})[ \\u3000]?社(?![長員内外屋宅章用債名史主是会])`, "gu");
/** Part of an account or a host (〔A社名〕-admin). */
const IN_TOKEN = new RegExp(
  `(${LETTER})(?=[-_.@\\\\][A-Za-z0-9])|(?<=[A-Za-z0-9][-_.@\\\\])([A-Z]{1,3}社)(?!員)`,
  "gu",
);

/**
 * Makes the words around labels read as a person would have written them: no 様 or 御中 behind a letter, no legal form beside it, nothing
 * said twice, and the one way to write it. What it takes away stands in one line, so that blocks stay what they are.
 */
export function settleLabels(text: string): string {
  const straight = straightenLetters(text)
    .replaceAll(COMPANY_AGAIN, "$1")
    .replaceAll(FORM_AFTER, "$1")
    .replaceAll(FORM_BEFORE, "$1")
    .replaceAll(RELATED, "$1の関係会社")
    .replaceAll(SAME_AGAIN, "$1")
    .replaceAll(TWICE, "$1")
    .replaceAll(HONORIFIC, "$1")
    .replaceAll(EMPTIED, (_, close?: string) => close ?? "")
    .replaceAll(SAME_MASK, "$1")
    .replaceAll(SAME_MASK_BRACKETED, "$1");
  return straight
    .replaceAll(LATIN_END, "$1")
    .replaceAll(IN_TOKEN, (label) => `〔${label}名〕`)
    .replaceAll(SPACE_BEFORE, "")
    .replaceAll(SPACE_AFTER, "$1");
}
