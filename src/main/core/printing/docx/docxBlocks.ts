import { element, joinXml, xmlText, type Xml } from "../../documents/openXml/xml.ts";
import type { ReportBlock, ReportInline } from "../reportBlocks.ts";
import { figureBlocks } from "./docxFigures.ts";
import { runsOf, textRun, type RunPlace } from "./docxRuns.ts";
import { cell, table } from "./docxTables.ts";

/** How a paragraph is set apart from the style it has. Twentieths of a point. */
type ParagraphLayout = {
  style?: string;
  indent?: number;
  list?: { number: number; level: number } | undefined;
  keepNext?: boolean;
  align?: string;
};

export function paragraph(content: Xml, { style, indent, list, keepNext, align }: ParagraphLayout = {}): Xml {
  const properties = [
    ...(style === undefined ? [] : [element("w:pStyle", { "w:val": style })]),
    ...(keepNext === true ? [element("w:keepNext")] : []),
    ...(list === undefined
      ? []
      : [
          element(
            "w:numPr",
            {},
            element("w:ilvl", { "w:val": list.level }),
            element("w:numId", { "w:val": list.number }),
          ),
        ]),
    ...(indent === undefined ? [] : [element("w:ind", { "w:left": indent, "w:firstLine": 0 })]),
    ...(align === undefined ? [] : [element("w:jc", { "w:val": align })]),
  ];
  return element("w:p", {}, ...(properties.length === 0 ? [] : [element("w:pPr", {}, ...properties)]), content);
}

/** Bullets are the first list definition, sections the second; every ordered list in the text has one of its own. */
export const BULLETS = 1;
export const SECTIONS = 2;
export const FIRST_ORDERED = 3;
const LEVELS_OF_LISTS = 8;
const STEP = 360;

type Nesting = { depth: number; quoted: boolean };

export function blocksToXml(
  blocks: readonly ReportBlock[],
  place: RunPlace,
  nesting: Nesting = { depth: 0, quoted: false },
): Xml {
  return joinXml(blocks.map((block) => blockToXml(block, place, nesting)));
}

function blockToXml(block: ReportBlock, place: RunPlace, nesting: Nesting): Xml {
  const { depth, quoted } = nesting;
  const indent = depth > 0 ? { indent: depth * STEP + STEP } : {};
  switch (block.kind) {
    case "heading": {
      const { start, end } = place.parts.bookmark(block.id);
      const style = `Heading${Math.min(Math.max(block.level, 1), 4)}`;
      return paragraph(joinXml([start, runsOf(block.children, place), end]), { style });
    }
    case "paragraph":
      return paragraph(
        runsOf(block.children, place),
        quoted ? { style: "Quote", ...indent } : { style: "BodyText", ...indent },
      );
    case "list":
      return listToXml(block, place, nesting);
    case "quote":
      return blocksToXml(block.blocks, place, { depth, quoted: true });
    case "table":
      return tableToXml(block, place);
    case "code":
      return paragraph(textRun(block.text), { style: "Code" });
    case "rule":
      return paragraph(textRun("＊"), { style: "Caption" });
    case "counts":
      return countsToXml(block, place);
    case "figure":
      return figureBlocks(block, place);
  }
}

function listToXml(list: Extract<ReportBlock, { kind: "list" }>, place: RunPlace, { depth, quoted }: Nesting): Xml {
  const level = Math.min(depth, LEVELS_OF_LISTS);
  const number = list.start === null ? BULLETS : FIRST_ORDERED + place.parts.lists.push(list.start) - 1;
  const items = list.items.map((item) => {
    const [first, ...rest] = item;
    const isWords = first?.kind === "paragraph";
    const head = paragraph(runsOf(isWords ? first.children : [], place), {
      style: "ListParagraph",
      list: { number, level },
    });
    const below = isWords ? rest : item;
    return joinXml([head, blocksToXml(below, place, { depth: depth + 1, quoted })]);
  });
  return joinXml(items);
}

function tableToXml(block: Extract<ReportBlock, { kind: "table" }>, place: RunPlace): Xml {
  const row = (cells: readonly ReportInline[][], isHead: boolean) => ({
    isHead,
    cells: cells.map((words, index) =>
      cell([
        paragraph(runsOf(words, place, isHead ? { bold: true } : {}), {
          style: "TableText",
          align: alignOf(block.align[index]),
        }),
      ]),
    ),
  });
  const rows = [row(block.head, true), ...block.rows.map((cells) => row(cells, false))];
  // Tables that touch would become one.
  return joinXml([table({ rows }), paragraph(joinXml([]), { style: "TableText" })]);
}

function alignOf(align: string | undefined): string {
  return align === "center" || align === "right" ? align : "left";
}

/** Table 1 of the quarterly report; a text by itself has none, but any block can be written. */
function countsToXml(block: Extract<ReportBlock, { kind: "counts" }>, place: RunPlace): Xml {
  const words = (text: string) => cell([paragraph(textRun(text), { style: "TableText" })]);
  const head = [block.head.number, block.head.item, ...block.columns];
  const rows = block.rows.map(({ text, mark, cells }, index) => ({
    isHead: false,
    cells: [words(String(index + 1)), words(text + mark), ...cells.map((one) => words(one.text + one.mark))],
  }));
  const remarks = block.remarks.map(({ mark, children }) =>
    paragraph(joinXml([textRun(`${mark} `), runsOf(children, place)]), { style: "TableText" }),
  );
  return joinXml([
    paragraph(textRun(`${block.number}　${block.caption}`), { style: "Caption", keepNext: true }),
    table({ rows: [{ isHead: true, cells: head.map(words) }, ...rows] }),
    ...remarks,
  ]);
}

/** A field that Word computes: PAGE. */
export function field(code: string): Xml {
  return element("w:fldSimple", { "w:instr": ` ${code} ` }, element("w:r", {}, element("w:t", {}, xmlText("1"))));
}
