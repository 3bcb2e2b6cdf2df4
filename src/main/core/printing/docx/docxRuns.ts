import type { Relationships } from "../../documents/openXml/packageParts.ts";
import { element, joinXml, xmlText, type Xml } from "../../documents/openXml/xml.ts";
import type { ReportInline } from "../reportBlocks.ts";
import { FIXED, GOTHIC } from "./docxFonts.ts";
import { DocxParts } from "./docxParts.ts";

export type RunStyle = {
  bold?: boolean;
  gothic?: boolean;
  fixed?: boolean;
  deleted?: boolean;
  /** Looks like a link. */
  link?: boolean;
  /** Half points. */
  size?: number;
  /** RRGGBB */
  colour?: string;
  /** RRGGBB behind the words. */
  shade?: string;
  /** RRGGBB of a line around the words. */
  border?: string;
};

/** Where words stand: what they refer to is kept with the part they are in. */
export type RunPlace = { parts: DocxParts; relationships: Relationships };

/** Properties in the order the schema asks for. */
function propertiesOf(style: RunStyle): Xml[] {
  const properties = [
    ...(style.link === true ? [element("w:rStyle", { "w:val": "Hyperlink" })] : []),
    ...(style.fixed === true
      ? [element("w:rFonts", FIXED)]
      : style.gothic === true
        ? [element("w:rFonts", GOTHIC)]
        : []),
    ...(style.bold === true ? [element("w:b"), element("w:bCs")] : []),
    ...(style.deleted === true ? [element("w:strike")] : []),
    ...(style.colour === undefined ? [] : [element("w:color", { "w:val": style.colour })]),
    ...(style.size === undefined
      ? []
      : [element("w:sz", { "w:val": style.size }), element("w:szCs", { "w:val": style.size })]),
    ...(style.border === undefined
      ? []
      : [element("w:bdr", { "w:val": "single", "w:sz": 6, "w:space": 0, "w:color": style.border })]),
    ...(style.shade === undefined
      ? []
      : [element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": style.shade })]),
  ];
  return properties.length === 0 ? [] : [element("w:rPr", {}, ...properties)];
}

/** A run of plain words; line ends and tabs are kept. */
export function textRun(text: string, style: RunStyle = {}): Xml {
  const pieces = text.split(/(\n|\t)/u).filter((piece) => piece !== "");
  if (pieces.length === 0) return joinXml([]);
  const content = pieces.map((piece) => {
    if (piece === "\n") return element("w:br");
    return piece === "\t" ? element("w:tab") : element("w:t", { "xml:space": "preserve" }, xmlText(piece));
  });
  return element("w:r", {}, ...propertiesOf(style), ...content);
}

export function runsOf(row: readonly ReportInline[], place: RunPlace, style: RunStyle = {}): Xml {
  return joinXml(row.map((item) => runOf(item, place, style)));
}

function runOf(item: ReportInline, place: RunPlace, style: RunStyle): Xml {
  switch (item.kind) {
    case "text":
      return textRun(item.text, style);
    case "code":
      return textRun(item.text, { ...style, fixed: true });
    case "break":
      return element("w:r", {}, element("w:br"));
    case "emphasis":
      return runsOf(item.children, place, { ...style, gothic: true });
    case "strong":
      return runsOf(item.children, place, { ...style, gothic: true, bold: true });
    case "deleted":
      return runsOf(item.children, place, { ...style, deleted: true });
    case "link": {
      const id = place.relationships.add("hyperlink", item.url);
      return element("w:hyperlink", { "r:id": id }, runsOf(item.children, place, { ...style, link: true }));
    }
    case "goto":
      return element(
        "w:hyperlink",
        { "w:anchor": DocxParts.bookmarkName(item.target) },
        runsOf(item.children, place, style),
      );
    case "note":
      return noteCall(item, place);
  }
}

/** The call stands in the text with a place to come back to; the note itself at the foot of the page. */
function noteCall(note: Extract<ReportInline, { kind: "note" }>, { parts }: RunPlace): Xml {
  const id = parts.notes.length + 1;
  const mark = element(
    "w:r",
    {},
    element("w:rPr", {}, element("w:rStyle", { "w:val": "FootnoteReference" })),
    element("w:footnoteRef"),
  );
  const place: RunPlace = { parts, relationships: parts.ofNotes };
  const rows = note.paragraphs.length === 0 ? [[]] : note.paragraphs;
  const paragraphs = rows.map((row, index) =>
    element(
      "w:p",
      {},
      element("w:pPr", {}, element("w:pStyle", { "w:val": "FootnoteText" })),
      ...(index === 0 ? [mark, textRun(" ")] : []),
      runsOf(row, place),
    ),
  );
  parts.notes.push(element("w:footnote", { "w:id": id }, ...paragraphs));
  const { start, end } = parts.bookmark(note.id);
  const call = element(
    "w:r",
    {},
    element("w:rPr", {}, element("w:rStyle", { "w:val": "FootnoteReference" })),
    element("w:footnoteReference", { "w:id": id }),
  );
  return joinXml([start, call, end]);
}
