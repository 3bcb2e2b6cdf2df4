import { packOpenXml } from "../../documents/openXml/packageParts.ts";
import { element, joinXml, type Xml } from "../../documents/openXml/xml.ts";
import type { ComposedText } from "../composeText.ts";
import type { PrintedDocument } from "../printedText.ts";
import { blocksToXml } from "./docxBlocks.ts";
import { afterText, beforeText, footerContent, headerContent } from "./docxFrame.ts";
import { DocxParts } from "./docxParts.ts";
import { numberingPart, stylesPart, WORD } from "./docxStyles.ts";

const NAMESPACES = {
  "xmlns:w": WORD,
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
};
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/**
 * A text as Office Open XML (ISO/IEC 29500 transitional), A4, Japanese, with real headings, lists, tables and footnotes.
 * Drawings are tables; nothing needs a program to be seen but the page number. Equal documents give equal bytes.
 */
export function writeDocx({ document, files }: ComposedText): Uint8Array {
  const parts = new DocxParts(files);
  const place = { parts, relationships: parts.ofDocument };
  for (const type of ["styles", "numbering", "footnotes", "settings"] as const)
    parts.ofDocument.add(type, `${type}.xml`);
  const header = parts.ofDocument.add("header", "header1.xml");
  const footer = parts.ofDocument.add("footer", "footer1.xml");
  const body = element(
    "w:body",
    {},
    beforeText(document, place),
    blocksToXml(document.blocks, place),
    afterText(document, place),
    sectionProperties(header, footer),
  );
  const xmlParts: [string, Xml, string][] = [
    ["word/document.xml", element("w:document", NAMESPACES, body), "document.main"],
    ["word/styles.xml", stylesPart(), "styles"],
    ["word/numbering.xml", numberingPart(parts.lists), "numbering"],
    ["word/footnotes.xml", footnotesPart(parts.notes), "footnotes"],
    ["word/settings.xml", settingsPart(), "settings"],
    ["word/header1.xml", element("w:hdr", NAMESPACES, headerContent(document)), "header"],
    ["word/footer1.xml", element("w:ftr", NAMESPACES, footerContent(document)), "footer"],
  ];
  const media = [...parts.media].map(([name, bytes]): [string, Uint8Array] => [`word/${name}`, bytes]);
  return packOpenXml({
    main: "word/document.xml",
    parts: new Map<string, Xml | Uint8Array>([...xmlParts.map(([path, xml]): [string, Xml] => [path, xml]), ...media]),
    contentTypes: new Map(xmlParts.map(([path, , type]) => [path, `${TYPE}.${type}+xml`])),
    relationships: new Map([
      ["word/document.xml", parts.ofDocument],
      ["word/footnotes.xml", parts.ofNotes],
    ]),
    title: document.pdfTitle,
    day: dayOf(document),
  });
}

function dayOf({ documentDate: { year, month, day } }: PrintedDocument): string {
  const padded = (value: number, length: number) => String(value).padStart(length, "0");
  return [padded(year, 4), padded(month, 2), padded(day, 2)].join("-");
}

/** A4 with margins of 25 mm; a line of the text's grid is not forced, for tables would be torn apart. */
function sectionProperties(header: string, footer: string): Xml {
  return element(
    "w:sectPr",
    {},
    element("w:headerReference", { "w:type": "default", "r:id": header }),
    element("w:footerReference", { "w:type": "default", "r:id": footer }),
    element("w:pgSz", { "w:w": 11906, "w:h": 16838 }),
    element("w:pgMar", {
      "w:top": 1700,
      "w:right": 1417,
      "w:bottom": 1600,
      "w:left": 1417,
      "w:header": 850,
      "w:footer": 850,
      "w:gutter": 0,
    }),
  );
}

function footnotesPart(notes: readonly Xml[]): Xml {
  const rule = (id: number, type: string, mark: string) =>
    element("w:footnote", { "w:type": type, "w:id": id }, element("w:p", {}, element("w:r", {}, element(mark))));
  return element(
    "w:footnotes",
    NAMESPACES,
    rule(-1, "separator", "w:separator"),
    rule(0, "continuationSeparator", "w:continuationSeparator"),
    joinXml(notes),
  );
}

function settingsPart(): Xml {
  return element(
    "w:settings",
    { "xmlns:w": WORD },
    element("w:removePersonalInformation"),
    element("w:removeDateAndTime"),
    element("w:footnotePr", {}, element("w:footnote", { "w:id": -1 }), element("w:footnote", { "w:id": 0 })),
    element(
      "w:compat",
      {},
      element("w:compatSetting", {
        "w:name": "compatibilityMode",
        "w:uri": "http://schemas.microsoft.com/office/word",
        "w:val": 15,
      }),
    ),
    element("w:themeFontLang", { "w:val": "ja-JP", "w:eastAsia": "ja-JP" }),
  );
}
