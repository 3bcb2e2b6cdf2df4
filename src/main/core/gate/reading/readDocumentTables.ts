import { Parser } from "htmlparser2";

/** The tables of `word/document.xml`, cells row by row; a table in a cell is part of that cell. */
export function readDocumentTables(xml: string): string[][][] {
  const tables: string[][][] = [];
  let depth = 0;
  let text = "";
  const parser = new Parser(
    {
      onopentag(tag) {
        if (tag === "w:tbl") depth += 1;
        if (depth !== 1) return;
        if (tag === "w:tbl") tables.push([]);
        if (tag === "w:tr") tables.at(-1)?.push([]);
        if (tag === "w:tc") text = "";
      },
      ontext(more) {
        if (depth > 0) text += more;
      },
      onclosetag(tag) {
        if (tag === "w:tc" && depth === 1) tables.at(-1)?.at(-1)?.push(text);
        if (tag === "w:tbl") depth -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return tables;
}
