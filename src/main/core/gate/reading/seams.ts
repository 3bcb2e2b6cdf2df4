import type { Piece, Place } from "./piece.ts";

/** Texts that stand beside one another, as one, for a name that is spread over several of them. */
export const seamOf = (place: Place, texts: readonly string[], detail = ""): Piece => ({
  place,
  detail,
  text: texts.join(""),
  joined: true,
  plain: true,
});

/** A table as it is read: along its rows, and down each of its columns. */
export function tableSeams(rows: readonly (readonly string[])[], detail = ""): Piece[] {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const columns = Array.from({ length: width }, (_, column) => rows.map((cells) => cells[column] ?? ""));
  return [rows.flat(), ...columns].map((texts) => seamOf("table-cell", texts, detail));
}
