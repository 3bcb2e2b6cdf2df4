import { replaceMatches, type Decoder } from "./decoder.ts";
import { viewPassages } from "./viewPassages.ts";

const DIGITS = "〇一二三四五六七八九";
const NUMBER = /[〇零一二三四五六七八九](?:[-－−‐ー・の\s]?[〇零一二三四五六七八九]){6,}/g;

/** 〇三－一二三四…: numbers in kanji, digit by digit. */
export const kanjiDigits: Decoder = {
  name: "kanji-digits",
  branch(view, trails) {
    const numbers = replaceMatches(view.text, NUMBER, ([number]) =>
      [...number]
        .map((sign) => (sign === "零" ? "0" : DIGITS.includes(sign) ? String(DIGITS.indexOf(sign)) : "-"))
        .join(""),
    );
    return viewPassages(view, trails, "kanji-digits", numbers).map((passage) => ({
      view: passage,
      goesOn: false,
      isExact: false,
    }));
  },
};
