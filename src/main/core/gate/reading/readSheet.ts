import { Parser } from "htmlparser2";
import { emptyReading, type Piece, type ReadFile } from "./piece.ts";
import { tableSeams } from "./seams.ts";

/** `xl/worksheets/sheet1.xml`: cells where they stand, and what stands beside and below what. */
export function readSheet(part: string, xml: string): ReadFile {
  const sheet = /(\d+)\.xml$/.exec(part)?.[1] ?? "";
  const rows: string[][] = [];
  const pieces: Piece[] = [];
  let place = "";
  let text: string | undefined;
  const parser = new Parser(
    {
      onopentag(tag, { r = "" }) {
        if (tag === "row") rows.push([]);
        if (tag !== "c") return;
        place = r;
        text = "";
      },
      ontext(more) {
        if (text !== undefined) text += more;
      },
      onclosetag(tag) {
        if (tag !== "c" || text === undefined) return;
        pieces.push({ place: "table-cell", detail: `${sheet}!${place}`, text });
        const row = rows.at(-1) ?? [];
        row[columnOf(place) ?? row.length] = text;
        text = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  const table = rows.map((row) => Array.from(row, (cell) => cell ?? ""));
  return {
    ...emptyReading(),
    pieces: [...pieces.filter(({ text: words }) => words !== ""), ...tableSeams(table, sheet)],
  };
}

/** Columns of a sheet, at most (XFD). */
const MOST_COLUMNS = 16_384;

/** `AB12` stands in the 28th column. */
function columnOf(place: string): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place)?.[1];
  if (letters === undefined) return undefined;
  const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return number <= MOST_COLUMNS ? number - 1 : undefined;
}
