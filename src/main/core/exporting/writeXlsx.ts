import { defang } from "#shared/domain/defang.ts";
import { exportWords } from "#shared/messages/printed/exportWords.ts";
import { textWords } from "#shared/messages/printed/textWords.ts";
import { packOpenXml, Relationships } from "../documents/openXml/packageParts.ts";
import { element, xmlText, type Xml } from "../documents/openXml/xml.ts";
import type { ExportSet } from "./exportSet.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

type Sheet = { name: string; widths: readonly number[]; rows: readonly (readonly (string | number)[])[] };

/** A workbook: figures of the quarter when there are any, indicators. Text is text: nothing in it is a formula. */
export function writeXlsx(set: ExportSet): Uint8Array {
  const sheets = [...(set.figures.length === 0 ? [] : [figureSheet(set)]), indicatorSheet(set)];
  const relationships = new Relationships();
  const ids = sheets.map((_, index) => relationships.add("worksheet", `worksheets/sheet${index + 1}.xml`));
  relationships.add("styles", "styles.xml");
  const workbook = element(
    "workbook",
    { xmlns: MAIN, "xmlns:r": OFFICE },
    element(
      "sheets",
      {},
      ...sheets.map(({ name }, index) => element("sheet", { name, sheetId: index + 1, "r:id": ids[index] })),
    ),
  );
  const worksheets = sheets.map((sheet, index): [string, Xml] => [
    `xl/worksheets/sheet${index + 1}.xml`,
    worksheet(sheet),
  ]);
  return packOpenXml({
    main: "xl/workbook.xml",
    parts: new Map([["xl/workbook.xml", workbook], ...worksheets, ["xl/styles.xml", stylesPart()]]),
    contentTypes: new Map([
      ["xl/workbook.xml", `${TYPE}.sheet.main+xml`],
      ...worksheets.map(([path]): [string, string] => [path, `${TYPE}.worksheet+xml`]),
      ["xl/styles.xml", `${TYPE}.styles+xml`],
    ]),
    relationships: new Map([["xl/workbook.xml", relationships]]),
    title: set.title,
    day: set.day,
  });
}

/** A row for each figure, a column for each quarter. */
function figureSheet({ figures }: ExportSet): Sheet {
  const quarters = [...new Set(figures.map(({ quarter }) => quarter))].sort();
  const rows = [...Map.groupBy(figures, ({ figure }) => figure)].map(([figure, ofOne]) => [
    exportWords.figures[figure],
    ...quarters.map((quarter) => ofOne.find((one) => one.quarter === quarter)?.value ?? ""),
  ]);
  return {
    name: exportWords.sheets.figures,
    widths: [34, ...quarters.map(() => 12)],
    rows: [[exportWords.columns.item, ...quarters], ...rows],
  };
}

function indicatorSheet({ indicators }: ExportSet): Sheet {
  const { kind, value, defanged, firstSeen, title, tlp } = exportWords.columns;
  const kinds = textWords.indicators.kinds;
  return {
    name: exportWords.sheets.indicators,
    widths: [16, 60, 60, 12, 40, 20],
    rows: [
      [kind, value, defanged, firstSeen, title, tlp],
      ...indicators.map((one) => [
        kinds[one.kind] ?? one.kind,
        one.value,
        defang(one.kind, one.value),
        one.firstSeen,
        one.title,
        one.tlp,
      ]),
    ],
  };
}

const HEAD_STYLE = 1;

function worksheet({ widths, rows }: Sheet): Xml {
  const frozen = element(
    "sheetViews",
    {},
    element(
      "sheetView",
      { workbookViewId: 0 },
      element("pane", { ySplit: 1, topLeftCell: "A2", activePane: "bottomLeft", state: "frozen" }),
    ),
  );
  const columns = widths.map((width, index) =>
    element("col", { min: index + 1, max: index + 1, width, customWidth: 1 }),
  );
  const data = rows.map((cells, row) =>
    element("row", { r: row + 1 }, ...cells.map((value, column) => cellOf(value, column, row))),
  );
  return element(
    "worksheet",
    { xmlns: MAIN },
    frozen,
    element("cols", {}, ...columns),
    element("sheetData", {}, ...data),
  );
}

function cellOf(value: string | number, column: number, row: number): Xml {
  const place = { r: `${String.fromCharCode(65 + column)}${row + 1}`, s: row === 0 ? HEAD_STYLE : undefined };
  if (typeof value === "number") return element("c", place, element("v", {}, xmlText(String(value))));
  if (value === "") return element("c", place);
  return element(
    "c",
    { ...place, t: "inlineStr" },
    element("is", {}, element("t", { "xml:space": "preserve" }, xmlText(value))),
  );
}

function stylesPart(): Xml {
  const font = (...children: readonly Xml[]) =>
    element("font", {}, ...children, element("sz", { val: 10 }), element("name", { val: "Yu Gothic" }));
  const fill = (patternType: string) => element("fill", {}, element("patternFill", { patternType }));
  const format = (fontId: number, xfId?: number) =>
    element("xf", { numFmtId: 0, fontId, fillId: 0, borderId: 0, xfId, applyFont: fontId > 0 ? 1 : undefined });
  return element(
    "styleSheet",
    { xmlns: MAIN },
    element("fonts", { count: 2 }, font(), font(element("b"))),
    element("fills", { count: 2 }, fill("none"), fill("gray125")),
    element(
      "borders",
      { count: 1 },
      element("border", {}, element("left"), element("right"), element("top"), element("bottom"), element("diagonal")),
    ),
    element("cellStyleXfs", { count: 1 }, format(0)),
    element("cellXfs", { count: 2 }, format(0, 0), format(1, 0)),
    element("cellStyles", { count: 1 }, element("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })),
  );
}
