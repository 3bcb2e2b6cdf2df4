import { EQUIVALENT_IDEOGRAPHS } from "./equivalentIdeographs.ts";
import { LOOKALIKES } from "./lookalikes.ts";
import { NAME_VARIANTS } from "./nameVariants.ts";
import { OLD_FORMS } from "./oldForms.ts";

/** How one UTF-16 unit folds: to nothing, to one unit, or to several (`EXPANDS`, then look into `expansions`). */
export type FoldTable = { units: Uint16Array; expansions: ReadonlyMap<number, string> };

export const DROPPED = 0;
export const EXPANDS = 0xffff;

const HIRAGANA_TO_KATAKANA = 0x60;
const SMALL_KANA = "ァアィイゥウェエォオッツャヤュユョヨヮワヵカヶケ";
/** Kept in the skeleton; everything else that is no letter and no digit is a separator. */
const LETTER = /^[\p{L}\p{N}]$/u;
const VOICING = /[\u3099\u309a]/;

let table: FoldTable | undefined;
let forms: ReadonlyMap<string, string> | undefined;

function plainForms(): ReadonlyMap<string, string> {
  forms ??= pairUp(...EQUIVALENT_IDEOGRAPHS, ...OLD_FORMS, ...NAME_VARIANTS, LOOKALIKES, SMALL_KANA);
  return forms;
}

function pairUp(...sources: readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const source of sources) {
    const points = [...source];
    for (let at = 0; at + 1 < points.length; at += 2) map.set(points[at] ?? "", points[at + 1] ?? "");
  }
  return map;
}

/** Letters, digits and kanji of one code point in their plainest form; separators and marks become nothing. */
export function foldCodePoint(point: string): string {
  const ornamental = foldOrnamental(point.codePointAt(0) ?? 0);
  const plain = (ornamental || point).normalize("NFKC").normalize("NFD").replaceAll(/\p{M}/gu, keepVoicing);
  let folded = "";
  for (const letter of plain.normalize("NFC").toLowerCase()) folded += foldLetter(letter, plainForms());
  return folded;
}

function keepVoicing(mark: string): string {
  return VOICING.test(mark) ? mark : "";
}

function foldLetter(letter: string, map: ReadonlyMap<string, string>): string {
  const code = letter.charCodeAt(0);
  let plain = /[ぁ-ゖゝゞ]/.test(letter) ? String.fromCharCode(code + HIRAGANA_TO_KATAKANA) : letter;
  // A radical leads to an ideograph, that one to the form in use.
  for (let step = 0; step < 3; step += 1) plain = map.get(plain) ?? plain;
  if (/\p{Nd}/u.test(plain)) return digitOf(plain);
  if (plain === "ー" || plain === "々") return plain;
  return LETTER.test(plain) ? plain : "";
}

/** Digits of other scripts: each has its ten in a row, zero first. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return sign;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** Circled, squared and flag letters, and the invisible tag characters, all of which NFKC leaves as they are. */
function foldOrnamental(code: number): string {
  for (const [first, last] of ORNAMENTAL_RANGES) {
    if (code >= first && code <= last) return String.fromCharCode(0x61 + code - first);
  }
  return code >= 0xe0020 && code <= 0xe007e ? String.fromCharCode(code - 0xe0000) : "";
}

const ORNAMENTAL_RANGES: readonly (readonly [number, number])[] = [
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
  [0x1f1e6, 0x1f1ff],
];

/** Built at first use, in some 60 ms. */
export function foldTable(): FoldTable {
  if (table) return table;
  const units = new Uint16Array(65_536);
  const expansions = new Map<number, string>();
  for (let unit = 1; unit < 65_536; unit += 1) {
    if (unit >= 0xd800 && unit <= 0xdfff) continue;
    // Normalising them one by one would take most of the time; they are as plain as they can be but for old forms.
    if (unit >= 0x3400 && unit <= 0x9fff) units[unit] = foldIdeograph(unit);
    else if (unit >= 0xac00 && unit <= 0xd7a3) units[unit] = unit;
    else if (unit < 0xe000 || unit > 0xf8ff) setUnit(units, expansions, unit, foldCodePoint(String.fromCharCode(unit)));
  }
  table = { units, expansions };
  return table;
}

function foldIdeograph(unit: number): number {
  const plain = foldLetter(String.fromCharCode(unit), plainForms());
  return plain === "" ? DROPPED : plain.charCodeAt(0);
}

function setUnit(units: Uint16Array, expansions: Map<number, string>, unit: number, folded: string): void {
  if (folded.length <= 1) units[unit] = folded === "" ? DROPPED : folded.charCodeAt(0);
  else {
    units[unit] = EXPANDS;
    expansions.set(unit, folded);
  }
}
