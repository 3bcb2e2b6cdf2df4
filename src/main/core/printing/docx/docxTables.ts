import { element, type Xml } from "../../documents/openXml/xml.ts";

/** Width of the text between the margins of an A4 page, in twentieths of a point. */
export const TEXT_WIDTH = 9072;

export type Cell = { content: readonly Xml[]; shade?: string | undefined; span?: number | undefined };
export type TableRow = { cells: readonly Cell[]; isHead: boolean };

export function cell(content: readonly Xml[], look: Omit<Cell, "content"> = {}): Cell {
  return { content, ...look };
}

type TableLook = {
  rows: readonly TableRow[];
  /** Widths of the columns; even ones when left out. */
  widths?: readonly number[];
  /** A line around each cell, not only below the rows. */
  boxed?: boolean;
  /** Alternative text: what a screen reader says of a figure drawn as a table. */
  title?: string;
  description?: string;
};

export function table({ rows, widths, boxed = false, title, description }: TableLook): Xml {
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.reduce((sum, { span = 1 }) => sum + span, 0)));
  const columnWidths = widths ?? Array.from({ length: columns }, () => Math.floor(TEXT_WIDTH / columns));
  const line = (name: string, size: number, colour: string) =>
    element(name, { "w:val": "single", "w:sz": size, "w:space": 0, "w:color": colour });
  const hair = (name: string) => line(name, 4, "CFD6DF");
  const sides = boxed ? [hair("w:insideV")] : [];
  const outer = (name: string) => (boxed ? line(name, 4, "9AA5B4") : line(name, 8, "24406B"));
  const borders = element(
    "w:tblBorders",
    {},
    outer("w:top"),
    ...(boxed ? [outer("w:left")] : []),
    outer("w:bottom"),
    ...(boxed ? [outer("w:right")] : []),
    hair("w:insideH"),
    ...sides,
  );
  const margin = (name: string, width: number) => element(name, { "w:w": width, "w:type": "dxa" });
  const properties = element(
    "w:tblPr",
    {},
    element("w:tblW", { "w:w": columnWidths.reduce((sum, width) => sum + width, 0), "w:type": "dxa" }),
    borders,
    element("w:tblLayout", { "w:type": "fixed" }),
    element(
      "w:tblCellMar",
      {},
      margin("w:top", 50),
      margin("w:left", 100),
      margin("w:bottom", 50),
      margin("w:right", 100),
    ),
    element("w:tblLook", { "w:val": "0020", "w:firstRow": 1, "w:noVBand": 1 }),
    ...(title === undefined ? [] : [element("w:tblCaption", { "w:val": title })]),
    ...(description === undefined ? [] : [element("w:tblDescription", { "w:val": description })]),
  );
  const grid = element("w:tblGrid", {}, ...columnWidths.map((width) => element("w:gridCol", { "w:w": width })));
  return element("w:tbl", {}, properties, grid, ...rows.map((row) => rowToXml(row, columnWidths)));
}

function rowToXml({ cells, isHead }: TableRow, widths: readonly number[]): Xml {
  let column = 0;
  const written = cells.map(({ content, shade, span = 1 }) => {
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    const properties = element(
      "w:tcPr",
      {},
      element("w:tcW", { "w:w": width, "w:type": "dxa" }),
      ...(span > 1 ? [element("w:gridSpan", { "w:val": span })] : []),
      ...(shade === undefined ? [] : [element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": shade })]),
    );
    return element("w:tc", {}, properties, ...content);
  });
  const properties = element("w:trPr", {}, element("w:cantSplit"), ...(isHead ? [element("w:tblHeader")] : []));
  return element("w:tr", {}, properties, ...written);
}
