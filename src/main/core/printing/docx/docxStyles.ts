import { element, type Xml } from "../../documents/openXml/xml.ts";
import { BULLETS, FIRST_ORDERED, SECTIONS } from "./docxBlocks.ts";
import { FIXED, GOTHIC, MINCHO } from "./docxFonts.ts";

export const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const flag = (name: string): Xml => element(name);
const value = (name: string, val: string | number): Xml => element(name, { "w:val": val });
const spacing = (before: number, after: number, line?: number): Xml =>
  element("w:spacing", { "w:before": before, "w:after": after, "w:line": line, "w:lineRule": line && "auto" });
/** Half points. */
const size = (halves: number): Xml[] => [value("w:sz", halves), value("w:szCs", halves)];

type StyleParts = { paragraph?: readonly Xml[]; run?: readonly Xml[]; basedOn?: string; next?: string };

function paragraphStyle(
  id: string,
  name: string,
  { paragraph = [], run = [], basedOn = "Normal", next }: StyleParts,
): Xml {
  return element(
    "w:style",
    { "w:type": "paragraph", "w:styleId": id, "w:default": id === "Normal" ? 1 : undefined },
    value("w:name", name),
    ...(id === "Normal" ? [] : [value("w:basedOn", basedOn)]),
    ...(next === undefined ? [] : [value("w:next", next)]),
    flag("w:qFormat"),
    ...(paragraph.length === 0 ? [] : [element("w:pPr", {}, ...paragraph)]),
    ...(run.length === 0 ? [] : [element("w:rPr", {}, ...run)]),
  );
}

function heading(level: number, halves: number, before: number): Xml {
  return paragraphStyle(`Heading${level}`, `heading ${level}`, {
    next: "BodyText",
    paragraph: [
      flag("w:keepNext"),
      flag("w:keepLines"),
      element("w:numPr", {}, value("w:ilvl", level - 1), value("w:numId", SECTIONS)),
      spacing(before, 120),
      value("w:jc", "left"),
      value("w:outlineLvl", level - 1),
    ],
    run: [element("w:rFonts", GOTHIC), flag("w:b"), flag("w:bCs"), ...size(halves)],
  });
}

function characterStyle(id: string, name: string, ...run: readonly Xml[]): Xml {
  return element(
    "w:style",
    { "w:type": "character", "w:styleId": id },
    value("w:name", name),
    element("w:rPr", {}, ...run),
  );
}

/** The house's look with faces that Windows and Office bring along. */
export function stylesPart(): Xml {
  const defaults = element(
    "w:docDefaults",
    {},
    element(
      "w:rPrDefault",
      {},
      element(
        "w:rPr",
        {},
        element("w:rFonts", MINCHO),
        ...size(21),
        element("w:lang", { "w:val": "ja-JP", "w:eastAsia": "ja-JP", "w:bidi": "ar-SA" }),
      ),
    ),
    element("w:pPrDefault", {}, element("w:pPr", {}, spacing(0, 60, 300))),
  );
  return element(
    "w:styles",
    { "xmlns:w": WORD },
    defaults,
    paragraphStyle("Normal", "Normal", { paragraph: [value("w:jc", "left")] }),
    paragraphStyle("BodyText", "Body Text", {
      paragraph: [element("w:ind", { "w:firstLineChars": 100, "w:firstLine": 210 }), value("w:jc", "both")],
    }),
    paragraphStyle("Title", "Title", {
      paragraph: [spacing(60, 120, 276)],
      run: [element("w:rFonts", GOTHIC), flag("w:b"), flag("w:bCs"), ...size(36)],
    }),
    paragraphStyle("Subtitle", "Subtitle", {
      run: [element("w:rFonts", GOTHIC), flag("w:b"), flag("w:bCs"), value("w:color", "24406B"), ...size(22)],
    }),
    heading(1, 25, 400),
    heading(2, 22, 320),
    heading(3, 21, 240),
    heading(4, 21, 200),
    paragraphStyle("UnnumberedHeading", "Unnumbered Heading", {
      next: "BodyText",
      paragraph: [flag("w:keepNext"), spacing(400, 120), value("w:outlineLvl", 0)],
      run: [element("w:rFonts", GOTHIC), flag("w:b"), flag("w:bCs"), ...size(22)],
    }),
    paragraphStyle("ListParagraph", "List Paragraph", {}),
    paragraphStyle("Quote", "Quote", {
      paragraph: [
        element("w:pBdr", {}, element("w:left", { "w:val": "single", "w:sz": 12, "w:space": 8, "w:color": "CFD6DF" })),
        element("w:ind", { "w:left": 240 }),
      ],
    }),
    paragraphStyle("Code", "Code", {
      paragraph: [element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": "EEF2F7" }), spacing(60, 120, 260)],
      run: [element("w:rFonts", FIXED), ...size(17)],
    }),
    paragraphStyle("Caption", "caption", {
      paragraph: [spacing(100, 240), value("w:jc", "center")],
      run: [element("w:rFonts", GOTHIC), ...size(19)],
    }),
    paragraphStyle("TableText", "Table Text", {
      paragraph: [spacing(0, 0, 264)],
      run: [element("w:rFonts", GOTHIC), ...size(18)],
    }),
    paragraphStyle("Notice", "Notice", {
      paragraph: [
        element(
          "w:pBdr",
          {},
          ...["w:top", "w:left", "w:bottom", "w:right"].map((side) =>
            element(side, { "w:val": "single", "w:sz": 8, "w:space": 6, "w:color": "9C3A2C" }),
          ),
        ),
      ],
      run: [element("w:rFonts", GOTHIC), ...size(19)],
    }),
    paragraphStyle("FootnoteText", "footnote text", { paragraph: [spacing(0, 0, 250)], run: size(17) }),
    paragraphStyle("Header", "header", { run: [element("w:rFonts", GOTHIC), ...size(16)] }),
    paragraphStyle("Footer", "footer", { run: [element("w:rFonts", GOTHIC), ...size(18)] }),
    characterStyle("FootnoteReference", "footnote reference", value("w:vertAlign", "superscript")),
    characterStyle("Hyperlink", "Hyperlink", value("w:color", "24406B")),
  );
}

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

function level(
  number: number,
  format: string,
  text: string,
  indent: { left: number; hanging: number },
  style?: string,
): Xml {
  return element(
    "w:lvl",
    { "w:ilvl": number },
    value("w:start", 1),
    value("w:numFmt", format),
    ...(style === undefined ? [] : [value("w:pStyle", style)]),
    value("w:lvlText", text),
    value("w:lvlJc", "left"),
    element("w:pPr", {}, element("w:ind", { "w:left": indent.left, "w:hanging": indent.hanging })),
  );
}

const listIndent = (depth: number) => ({ left: 360 * (depth + 1), hanging: 300 });

/** Bullets, sections 1, 1.1, 1.1.1, and an ordered list for each that the text has, with the number it begins with. */
export function numberingPart(lists: readonly number[]): Xml {
  const sections = LEVELS.map((depth) =>
    level(
      depth,
      "decimal",
      Array.from({ length: depth + 1 }, (_, index) => `%${index + 1}`).join("."),
      { left: 420 + depth * 120, hanging: 420 + depth * 120 },
      depth < 4 ? `Heading${depth + 1}` : undefined,
    ),
  );
  const definitions = [
    LEVELS.map((depth) => level(depth, "bullet", depth === 0 ? "•" : "–", listIndent(depth))),
    sections,
    LEVELS.map((depth) => level(depth, "decimal", `%${depth + 1}.`, listIndent(depth))),
  ].map((levels, index) =>
    element("w:abstractNum", { "w:abstractNumId": index }, value("w:multiLevelType", "multilevel"), ...levels),
  );
  const fixed = [BULLETS, SECTIONS].map((number, index) =>
    element("w:num", { "w:numId": number }, value("w:abstractNumId", index)),
  );
  const ordered = lists.map((start, index) =>
    element(
      "w:num",
      { "w:numId": FIRST_ORDERED + index },
      value("w:abstractNumId", 2),
      ...LEVELS.map((depth) => element("w:lvlOverride", { "w:ilvl": depth }, value("w:startOverride", start))),
    ),
  );
  return element("w:numbering", { "xmlns:w": WORD }, ...definitions, ...fixed, ...ordered);
}
