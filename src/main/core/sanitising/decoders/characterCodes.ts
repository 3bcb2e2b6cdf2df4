import { replaceMatches, type Decoder } from "./decoder.ts";
import { viewPassages } from "./viewPassages.ts";

/** One character by its number: VBA's Chr(104), ChrW(&H9752), SQL's CHAR(104), Python's chr(0x68), PowerShell's [char]104. */
const CODE = String.raw`(?:\bChrW?\$?\(\s*(?:&H[0-9a-f]{1,5}|0x[0-9a-f]{1,5}|\d{1,6})&?\s*\)|\bN?CHAR\(\s*(?:0x[0-9a-f]{1,5}|\d{1,6})\s*\)|\[char\]\s*\(?(?:0x[0-9a-f]{1,5}|\d{1,6})\)?)`;
const JOIN = String.raw`(?:[\s"']{0,8}(?:[&+.,]|\|\|)?[\s"']{0,8})`;
const RUN = new RegExp(`["']?${CODE}(?:${JOIN}${CODE})+["']?`, "gi");
const NUMBER = /(&H|0x)([0-9a-f]+)|\d+/gi;

/** Strings put together from characters' numbers, as macros and scripts write what nobody shall see. */
export const characterCodes: Decoder = {
  name: "character-codes",
  branch(view, trails) {
    if (!/chr|char/i.test(view.text)) return [];
    const codes = replaceMatches(view.text, RUN, ([run]) => readRun(run));
    return viewPassages(view, trails, "character-codes", codes).map((passage) => ({
      view: passage,
      goesOn: true,
      isExact: false,
    }));
  },
};

function readRun(run: string): string | undefined {
  const points = [...run.matchAll(NUMBER)].map(([written, prefix, hex]) =>
    prefix === undefined || hex === undefined ? Number(written) : Number.parseInt(hex, 16),
  );
  if (points.some((point) => point > 0x10_ffff)) return undefined;
  return points.map((point) => String.fromCodePoint(point)).join("");
}
