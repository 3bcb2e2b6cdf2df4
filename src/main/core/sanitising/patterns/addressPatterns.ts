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
  const number = /[0-9]|[〇一二三四五六七八九十]+(?=丁目|番|号)/u.exec(place);
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
  if (digits !== undefined) return [digits, ...[toKanji(digits)].filter((kanji) => kanji !== "")];
  const kanji = /^[〇一二三四五六七八九十]+/u.exec(rest)?.[0];
  return kanji === undefined ? [] : [kanji, ...fromKanji(kanji)];
}

function toKanji(digits: string): string {
  const value = Number(digits);
  if (value === 0 || value > 99) return "";
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? "" : KANJI_DIGITS.charAt(value % 10);
  return `${tens > 1 ? KANJI_DIGITS.charAt(tens) : ""}${tens > 0 ? "十" : ""}${ones}`;
}

function fromKanji(kanji: string): string[] {
  for (let value = 1; value < 100; value += 1) if (toKanji(String(value)) === kanji) return [String(value)];
  return [];
}

/** 青葉ビル, 青葉タワー: the building tells as much as the number. */
function buildingIdentifiers(rest: string): Identifier[] {
  const building = /[^\d\s-]{2,}(?:ビル(?:ディング)?|タワー|センター|会館|プラザ|スクエア)/u.exec(rest)?.[0];
  const text = building === undefined ? "" : foldString(building.replace(/^(?:丁目|番地|番|号|の)+/u, ""));
  return text.length < 5 ? [] : [{ ...address, text, need: "none", scope: "party" }];
}
