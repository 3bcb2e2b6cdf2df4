import { readFonts } from "./documentAssets.ts";

/** Says whether the documents' fonts have a picture of a character. */
export type IsPrintable = (character: string) => boolean;

let reading: Promise<IsPrintable> | undefined;

/** Reads once which characters the fonts have; the typesetter prints an empty box for any other, and says nothing. */
export function printableCharacters(): Promise<IsPrintable> {
  reading ??= readFonts().then((fonts) => {
    const ranges = fonts.flatMap(readRanges);
    return (character) => {
      const code = character.codePointAt(0) ?? 0;
      return INVISIBLE.test(character) || ranges.some(({ first, last }) => code >= first && code <= last);
    };
  });
  return reading;
}

/** Blanks, controls and joiners leave nothing on the page that could be missing. */
const INVISIBLE = /[\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

type Range = { first: number; last: number };

const SEGMENTS = 4;
const GROUPS = 12;

/** The characters of an OpenType font, from the subtables of its `cmap` that modern fonts have (formats 4 and 12). */
function readRanges(font: Uint8Array): Range[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = findTable(view, "cmap");
  const count = view.getUint16(cmap + 2);
  return Array.from({ length: count }, (_, index) => cmap + view.getUint32(cmap + 4 + index * 8 + 4)).flatMap(
    (subtable) => {
      const format = view.getUint16(subtable);
      if (format === SEGMENTS) return readSegments(view, subtable);
      return format === GROUPS ? readGroups(view, subtable) : [];
    },
  );
}

function findTable(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16;
    const name = String.fromCharCode(...Array.from({ length: 4 }, (_, at) => view.getUint8(entry + at)));
    if (name === tag) return view.getUint32(entry + 8);
  }
  throw new Error(`a font has no ${tag}`);
}

function readSegments(view: DataView, subtable: number): Range[] {
  const double = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + double + 2;
  const ranges = Array.from({ length: double / 2 }, (_, index) => ({
    first: view.getUint16(starts + index * 2),
    last: view.getUint16(ends + index * 2),
  }));
  return ranges.filter(({ first }) => first !== 0xffff);
}

function readGroups(view: DataView, subtable: number): Range[] {
  return Array.from({ length: view.getUint32(subtable + 12) }, (_, index) => {
    const group = subtable + 16 + index * 12;
    return { first: view.getUint32(group), last: view.getUint32(group + 4) };
  });
}
