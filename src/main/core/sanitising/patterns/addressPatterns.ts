import { foldString } from "../folding/foldText.ts";
import type { Identifier } from "../roster.ts";

const address = { kind: "address", matcher: "skeleton", need: "digits", severity: "must" } as const;
const PREFECTURE = /^(?:北海道|東京都|(?:大阪|京都)府|.{2,3}県)/u;
const POSTAL = /〒?\s*(\d{3})[-‐－−]?(\d{4})(?!\d)/u;
const KANJI_DIGITS = "〇一二三四五六七八九";
const SHORTEST_PLACE = 4;

/** A place with its first number, in the ways numbers are written; what follows is taken in by the mask. */
export function addressIdentifiers(written: string): Identifier[] {
  const plain = written.normalize("NFKC").trim();
  const postal = /^(?:〒|\d{3}-\d{4})/u.test(plain) ? POSTAL.exec(plain) : null;
  const place = postal ? plain.slice(postal.index + postal[0].length) : plain;
  const number = /[0-9]|[〇一二三四五六七八九十百千]+(?=丁目|番|号)/u.exec(place);
  const head = foldString(number ? place.slice(0, number.index) : place);
  const short = head.replace(PREFECTURE, "");
  const heads = [...new Set([head, short])].filter((text) => text.length >= SHORTEST_PLACE);
  const town = short.replace(/^.*(?:市|区|町|村|郡)(?=..)/u, "");
  const rest = number ? place.slice(number.index) : "";
  return [
    ...(postal ? [{ ...address, text: `${postal[1]}${postal[2]}`, scope: "party" } as const] : []),
    ...[...heads, ...(town.length >= 2 && !heads.includes(town) ? [town] : [])].flatMap((text) =>
      numbersOf(rest).map((digits): Identifier => ({
        ...address,
        text: text + digits,
        scope: text.length >= SHORTEST_PLACE ? "all" : "party",
      })),
    ),
    ...heads.map((text): Identifier => ({
      ...address,
      text,
      scope: "party",
      need: "none",
      severity: rest === "" ? "must" : "review",
    })),
    ...buildingIdentifiers(rest),
  ];
}

function numbersOf(rest: string): string[] {
  const digits = /^[0-9]+/.exec(rest)?.[0];
  if (digits !== undefined)
    return [...new Set([digits, toKanji(digits), toKanjiDigits(digits)])].filter((text) => text);
  const kanji = /^[〇一二三四五六七八九十百千]+/u.exec(rest)?.[0];
  if (kanji === undefined) return [];
  const plain = String(fromKanji(kanji));
  return [...new Set([kanji, plain, toKanji(plain), toKanjiDigits(plain)])].filter((text) => text);
}

const UNITS = ["", "十", "百", "千"];

/** 1720 is 千七百二十; nothing for larger numbers, which no place has. */
function toKanji(digits: string): string {
  if (digits.length > UNITS.length) return "";
  const signs = [...digits].map((digit, index) => {
    const unit = UNITS[digits.length - 1 - index] ?? "";
    if (digit === "0") return "";
    return `${digit === "1" && unit !== "" ? "" : KANJI_DIGITS.charAt(Number(digit))}${unit}`;
  });
  return signs.join("");
}

/** 1720 is 一七二〇. */
const toKanjiDigits = (digits: string): string =>
  [...digits].map((digit) => KANJI_DIGITS.charAt(Number(digit))).join("");

function fromKanji(kanji: string): number {
  if (!/[十百千]/u.test(kanji)) return Number([...kanji].map((sign) => KANJI_DIGITS.indexOf(sign)).join(""));
  let value = 0;
  let digit = 0;
  for (const sign of kanji) {
    const unit = UNITS.indexOf(sign);
    if (unit < 0) digit = KANJI_DIGITS.indexOf(sign);
    else {
      value += Math.max(1, digit) * 10 ** unit;
      digit = 0;
    }
  }
  return value + digit;
}

/** 青葉ビル, 青葉タワー: the building tells as much as the number. */
function buildingIdentifiers(rest: string): Identifier[] {
  const building = /[^\d\s-]{2,}(?:ビル(?:ディング)?|タワー|センター|会館|プラザ|スクエア)/u.exec(rest)?.[0];
  const text = building === undefined ? "" : foldString(building.replace(/^(?:丁目|番地|番|号|の)+/u, ""));
  return text.length < 5 ? [] : [{ ...address, text, need: "none", scope: "party" }];
}
