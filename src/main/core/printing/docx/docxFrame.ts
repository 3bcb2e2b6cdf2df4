import { element, joinXml, type Xml } from "../../documents/openXml/xml.ts";
import type { PrintedDocument } from "../printedText.ts";
import { field, paragraph } from "./docxBlocks.ts";
import { runsOf, textRun, type RunPlace } from "./docxRuns.ts";
import { cell, table, TEXT_WIDTH } from "./docxTables.ts";

/** FIRST's colours of TLP 2.0, on black. */
const TLP_COLOURS: Record<string, string> = {
  "TLP:RED": "FF2B2B",
  "TLP:AMBER+STRICT": "FFC000",
  "TLP:AMBER": "FFC000",
  "TLP:GREEN": "33FF00",
  "TLP:CLEAR": "FFFFFF",
};
/** 12 points, as the standard asks at least. */
const LABEL_SIZE = 24;
const RED = "9C3A2C";
const NAVY = "24406B";

function labels({ tlp, pap }: PrintedDocument): Xml {
  const label = { bold: true, gothic: true, size: LABEL_SIZE };
  return joinXml([
    ...(pap === null ? [] : [textRun(` ${pap} `, { ...label, border: "1C2026" }), textRun(" ")]),
    ...(tlp === null ? [] : [textRun(` ${tlp} `, { ...label, colour: TLP_COLOURS[tlp] ?? "FFFFFF", shade: "000000" })]),
  ]);
}

function stamp(document: PrintedDocument): Xml {
  if (document.stamp === null) return joinXml([]);
  const look = { bold: true, gothic: true, size: LABEL_SIZE, colour: RED, border: RED };
  return joinXml([textRun(` ${document.stamp} `, look), textRun("  ")]);
}

function band(style: string, ...content: readonly Xml[]): Xml {
  const tab = (align: string, at: number) => element("w:tab", { "w:val": align, "w:pos": at });
  const tabs = element("w:tabs", {}, tab("center", TEXT_WIDTH / 2), tab("right", TEXT_WIDTH));
  return element("w:p", {}, element("w:pPr", {}, element("w:pStyle", { "w:val": style }), tabs), ...content);
}

export function headerContent(document: PrintedDocument): Xml {
  return band(
    "Header",
    stamp(document),
    textRun(document.runningTitle, { colour: NAVY }),
    textRun("\t\t"),
    labels(document),
  );
}

export function footerContent(document: PrintedDocument): Xml {
  return band("Footer", stamp(document), textRun("\t"), field("PAGE"), textRun("\t"), labels(document));
}

/** What stands before the text: title, number and day, notice of a correction, what the labels allow, contents. */
export function beforeText(document: PrintedDocument, place: RunPlace): Xml {
  const { series, title, kindTitle, imprint, notice, handling } = document;
  return joinXml([
    paragraph(textRun(series), { style: "Subtitle" }),
    paragraph(textRun(title), { style: "Title" }),
    paragraph(textRun(kindTitle), { style: "Subtitle" }),
    ...imprint.map((line) => paragraph(textRun(line, { gothic: true }), { align: "right" })),
    ...(notice === null
      ? []
      : [
          paragraph(textRun(notice.title, { bold: true, colour: RED }), { style: "Notice" }),
          ...notice.paragraphs.map((row) => paragraph(runsOf(row, place), { style: "Notice" })),
        ]),
    ...(handling === null ? [] : [handlingTable(handling), paragraph(joinXml([]))]),
    ...contentsOf(document, place),
  ]);
}

function handlingTable({ title, lines }: NonNullable<PrintedDocument["handling"]>): Xml {
  const words = (text: string, bold = false) =>
    cell([paragraph(textRun(text, bold ? { bold } : {}), { style: "TableText" })]);
  const rows = lines.map(({ label, text }, index) => ({
    isHead: false,
    cells: [words(index === 0 ? title : "", true), words(label, true), words(text)],
  }));
  return table({ rows, widths: [1000, 2400, TEXT_WIDTH - 3400] });
}

/** Links to the sections; their pages are Word's to know. */
function contentsOf({ contents, blocks }: PrintedDocument, place: RunPlace): Xml[] {
  if (contents === null) return [];
  const sections = blocks.flatMap((block) =>
    block.kind === "heading" && block.level <= contents.depth ? [block] : [],
  );
  const lines = sections.map(({ id, level, children }) => {
    const words = children.filter(({ kind }) => kind !== "note");
    return paragraph(runsOf([{ kind: "goto", target: id, children: words }], place), {
      style: "TableText",
      indent: level * 240,
    });
  });
  return [paragraph(textRun(contents.title, { bold: true, colour: NAVY }), { style: "TableText" }), ...lines];
}

/** What stands after the text: the list of indicators, requests to the reader, the last word. */
export function afterText({ indicators, closing, end }: PrintedDocument, place: RunPlace): Xml {
  return joinXml([
    ...(indicators === null ? [] : indicatorsOf(indicators)),
    ...closing.flatMap(({ title, paragraphs, contacts }) => [
      paragraph(textRun(title), { style: "UnnumberedHeading" }),
      ...paragraphs.map((row) => paragraph(runsOf(row, place), { style: "BodyText" })),
      ...contacts.map((row) => paragraph(runsOf(row, place, { gothic: true }))),
    ]),
    paragraph(textRun(end), { align: "right" }),
  ]);
}

function indicatorsOf({ title, lead, head, rows }: NonNullable<PrintedDocument["indicators"]>): Xml[] {
  const words = (text: string, look = {}) => cell([paragraph(textRun(text, look), { style: "TableText" })]);
  return [
    paragraph(textRun(title), { style: "UnnumberedHeading" }),
    paragraph(textRun(lead), { style: "TableText", keepNext: true }),
    table({
      rows: [
        { isHead: true, cells: [words(head.kind, { bold: true }), words(head.value, { bold: true })] },
        ...rows.map(({ kind, value }) => ({ isHead: false, cells: [words(kind), words(value, { fixed: true })] })),
      ],
      widths: [1700, TEXT_WIDTH - 1700],
    }),
  ];
}
