import type { Sighting } from "../matchView.ts";
import { isPublicHost, PUBLIC_NAMES } from "./publicNames.ts";
import { LEGAL_FORMS } from "../patterns/legalForms.ts";
import { isTradeOnly } from "../patterns/tradeWords.ts";

const MAIL = /(?<![\w.+-])[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})/gi;
const PHONE =
  /(?<![\d.-])(?:(?:\+|00)?81[-\s]?\(?0?\)?[-\s]?\d{1,4}[-\s]\d{1,4}[-\s]\d{3,4}|0\d{1,4}[-()（）\s]{1,2}\d{1,4}[-()（）\s]{1,2}\d{3,4}|0[5-9]0\d{8}|0120\d{6})(?![\d-])/g;
const POSTAL = /〒\s*\d{3}[-－‐]?\d{4}/g;
const PLACE =
  /(?:北海道|東京都|(?:大阪|京都)府|(?<![\p{Script=Han}])\p{Script=Han}{2,3}県)?[\p{Script=Han}ヶケノがァ-ヺ]{1,8}?(?:市|区|町|村|郡)[\p{Script=Han}ぁ-んァ-ヺー]{0,12}?[0-9０-９一二三四五六七八九十]+(?:丁目|番地?|号|[-－‐−ー][0-9０-９]+)[0-9０-９丁目番地号の\-－‐−]*/gu;
const NAME =
  "[\\p{Script=Han}々〆ヶ]{1,3}[\\s\\u3000]?[\\p{Script=Han}々]{1,3}|[ァ-ヺー・]{2,10}|[ぁ-ん]{2,5}(?=さん|様)|[A-Z][a-z]+(?:\\s[A-Z][a-z]+)?";
const HONORIFIC = new RegExp(
  `(${NAME})[\\s\\u3000]?(?:様|さん|氏(?!名)|殿|先生|部長|課長|係長|社長|専務|常務|取締役|本部長|室長|所長|工場長|支店長|主任)`,
  "gu",
);
const NO_NAME =
  /(?:[仕同模多異一有各皆]|お客|利用者|担当|当該|各位|奥|代表|執行|管理|部門|会社|営業|人事|総務|経理|情報|技術|事業|開発|製造|副|元|前|現|取締|監査|受信者|送信者|被害者|攻撃者|社外|常勤)$/u;
const ENGLISH_NAME = /\b(?:Mr|Ms|Mrs|Dr|Dear)\.?\s+([A-Z][a-z]+(?:[\s-][A-Z][a-zA-Z]+)?)/g;
const LABELLED =
  /(?:氏名|担当者?|差出人|宛先|受信者|送信者|責任者|発信者|報告者)(?:名)?[\s\u3000]*[:：は]?[\s\u3000]*((?:[\p{Script=Han}々]{1,3}[\s\u3000][\p{Script=Han}々]{1,3})|[\p{Script=Han}々]{3,5}(?=[（(\s、。]|$))/gu;
const FORMS = `(?:${LEGAL_FORMS.join("|")}|\\((?:株|有|同|資|名|社|財|学|医|福|独)\\)|（(?:株|有|社|財|学|医|福|独)）|[㈱㈲])`;
const BODY = "[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}ーA-Za-zＡ-Ｚａ-ｚ0-9０-９・＆&.'’-]{1,20}";
const COMPANY = new RegExp(
  `${FORMS}[\\s\\u3000]?(${BODY})|([\\p{Script=Han}\\p{Script=Katakana}ーA-Za-zＡ-Ｚａ-ｚ0-9・＆&]{2,20})[\\s\\u3000]?${FORMS}`,
  "gu",
);
const ENGLISH_COMPANY =
  /\b((?:[A-Z][\w&'-]+\s){1,4})(?:Co\.,?\s?Ltd\.?|Corporation|Corp\.|Inc\.|K\.K\.|LLC|Limited|Holdings|Industries|Group|Works|Bank)(?![\w])/g;
const TRADE =
  /[\p{Script=Han}\p{Script=Katakana}ー々]{2,14}(?:工業|製作所|電力|銀行|製薬|薬品|化学|重工|電機|電気|電子|精機|製鋼|製鉄|金属|機械|自動車|鉄道|空港|水道局|企業局|病院|医院|大学|高専|市役所|区役所|県庁|商事|物産|証券|生命|損保|航空|海運|倉庫|建設|組合|石油|ガス|ホールディングス|グループ|プラント|エンジニアリング|製油所|発電所|研究所|工場|支社|支店|事業所|営業所|本社ビル)/gu;
const NO_TRADE =
  /^(?:当該|各|同|複数|攻撃|一部|大手|国内|海外|関連|関係|地方|他の?|別の?|参加|対象|標的|被害|実在|企業|取引先?|弊社|自社|同社|グループ|サイバー|ランサム|インターネット|ネットワーク)/u;
const PSEUDONYM = /^[A-ZＡ-Ｚ]{1,2}$/u;

/** Unknown people, companies, places and numbers: nobody's in the roster, so a person decides. */
export function textSightings(text: string): Sighting[] {
  return [
    ...find(text, MAIL, "mail", ([, host = ""]) => !isPublicHost(host)),
    ...find(text, PHONE, "phone", () => true),
    ...find(text, POSTAL, "address", () => true),
    ...find(text, PLACE, "address", () => true),
    ...find(text, HONORIFIC, "person", ([, name = ""]) => !NO_NAME.test(name.trim()), 1),
    ...find(
      text,
      ENGLISH_NAME,
      "person",
      ([, name = ""]) => !/^(?:Sir|Customer|Madam|All|User|Team|Colleague)/.test(name),
      1,
    ),
    ...find(text, LABELLED, "person", ([, name = ""]) => !NO_NAME.test(name), 1),
    ...find(text, COMPANY, "organization", ([, after, before]) => isCompany(after ?? before ?? "")),
    ...find(text, ENGLISH_COMPANY, "organization", ([, name = ""]) => isCompany(name.trim())),
    ...find(text, TRADE, "organization", ([name]) => !NO_TRADE.test(name) && !isTradeOnly(name)),
  ];
}

function isCompany(name: string): boolean {
  const plain = name.normalize("NFKC").trim().toLowerCase();
  return plain !== "" && !PSEUDONYM.test(name.trim()) && !PUBLIC_NAMES.has(plain);
}

function find(
  text: string,
  pattern: RegExp,
  kind: Sighting["kind"],
  accept: (match: RegExpExecArray) => boolean,
  group = 0,
): Sighting[] {
  return [...text.matchAll(pattern)].flatMap((match): Sighting[] => {
    const found = match[group] ?? match[0];
    const start = match.index + match[0].indexOf(found);
    return accept(match) ? [{ start, end: start + found.length, kind, severity: "review" }] : [];
  });
}
