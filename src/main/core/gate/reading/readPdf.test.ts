import { describe, expect, it } from "vitest";
import { printText } from "../../printing/printText.ts";
import { openLeakTest, SECRET } from "../testing/leaksIn.ts";
import { pdfStream, pdfText, writePdf, type HandmadePdf } from "../testing/writePdf.ts";
import { PDF_READERS, type PdfReader } from "./readPdf.ts";

const { name, mail } = SECRET;
const file = (pdf: HandmadePdf) => ({ bytes: writePdf(pdf), format: "pdf", fileName: "a.pdf" }) as const;
const shown = (text: string, before = "") => `${before} BT /F1 12 Tf 72 700 Td (${text}) Tj ET`;

/** A plant, and the readers that find it: each of them alone must. */
type Plant = { pdf: HandmadePdf; seenBy: PdfReader[] };

const filespec = (file: string) => `<< /Type /Filespec /F (${file}) /UF (${file}) /EF << /F 101 0 R >> >>`;

const PLANTS: Record<string, Plant> = {
  "on a page": { pdf: { pages: [shown(mail)] }, seenBy: ["text", "drawing"] },
  "across lines": {
    pdf: { pages: ["BT /F1 12 Tf 14 TL 72 700 Td (to m.tsuzuki@kiri) Tj T* (mine.example) Tj ET"] },
    seenBy: ["text", "drawing"],
  },
  "down a column of a table": {
    pdf: {
      pages: [
        "BT /F1 12 Tf 72 700 Td (m.tsuzuki@kiri) Tj 200 0 Td (x y) Tj -200 -20 Td (mine.example) Tj 200 0 Td (z) Tj ET",
      ],
    },
    seenBy: ["text"],
  },
  "across pages": { pdf: { pages: [shown("to m.tsuzuki@kiri"), shown("mine.example")] }, seenBy: ["text", "drawing"] },
  "across pages with running heads and page numbers between": {
    pdf: {
      pages: ["to m.tsuzuki@kiri", "mine.example wrote"].map(
        (text, index) =>
          `BT /F1 9 Tf 72 800 Td (Running head) Tj ET BT /F1 12 Tf 72 700 Td (${text}) Tj ET BT /F1 9 Tf 300 40 Td (${index}) Tj ET`,
      ),
    },
    seenBy: ["text"],
  },
  "in /Info": { pdf: { info: `/Subject ${pdfText(name)}` }, seenBy: ["metadata", "bytes"] },
  "in a key of /Info's own": { pdf: { info: `/Told ${pdfText(name)}` }, seenBy: ["metadata", "bytes"] },
  "in XMP": {
    pdf: {
      catalog: "/Metadata 100 0 R",
      objects: [pdfStream(`<x:xmpmeta><d>${name}</d></x:xmpmeta>`, "/Type /Metadata /Subtype /XML", false)],
    },
    seenBy: ["metadata", "bytes"],
  },
  "in XMP of something else": {
    pdf: { objects: [pdfStream(`<x:xmpmeta>${name}</x:xmpmeta>`, "/Type /Metadata /Subtype /XML")] },
    seenBy: ["bytes"],
  },
  "in the outline": {
    pdf: {
      catalog: "/Outlines 100 0 R",
      objects: [
        "<< /Type /Outlines /First 101 0 R /Last 101 0 R /Count 1 >>",
        `<< /Title ${pdfText(name)} /Parent 100 0 R /Dest [10 0 R /Fit] >>`,
      ],
    },
    seenBy: ["outline", "bytes"],
  },
  "in a note": {
    pdf: {
      page: "/Annots [100 0 R]",
      objects: [`<< /Type /Annot /Subtype /Text /Rect [0 0 20 20] /Contents ${pdfText(name)} >>`],
    },
    seenBy: ["annotations", "bytes"],
  },
  "in a link": {
    pdf: {
      page: "/Annots [100 0 R]",
      objects: [
        `<< /Type /Annot /Subtype /Link /Rect [0 0 20 20] /A << /S /URI /URI (https://x.example/?to=${encodeURIComponent(mail)}) >> >>`,
      ],
    },
    seenBy: ["annotations", "bytes"],
  },
  "in a field": {
    pdf: {
      catalog: "/AcroForm << /Fields [100 0 R] >>",
      page: "/Annots [100 0 R]",
      objects: [`<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V ${pdfText(name)} /Rect [0 0 20 20] >>`],
    },
    seenBy: ["annotations", "bytes"],
  },
  "in an alternative text": {
    pdf: {
      catalog: "/MarkInfo << /Marked true >> /StructTreeRoot 100 0 R",
      page: "/StructParents 0",
      pages: ["/Figure << /MCID 0 >> BDC BT /F1 12 Tf 72 700 Td (x) Tj ET EMC"],
      objects: [
        "<< /Type /StructTreeRoot /K [101 0 R] /ParentTree << /Nums [0 [101 0 R]] >> >>",
        `<< /Type /StructElem /S /Figure /P 100 0 R /Pg 10 0 R /K 0 /Alt ${pdfText(name)} >>`,
      ],
    },
    seenBy: ["structure", "bytes"],
  },
  "as the text that stands for glyphs": {
    pdf: { pages: [`/Span << /ActualText ${pdfText(name)} >> BDC ${shown("x")} EMC`] },
    seenBy: ["bytes"],
  },
  "in the name of an attached file": {
    pdf: {
      catalog: "/Names << /EmbeddedFiles << /Names [(a) 100 0 R] >> >>",
      objects: [filespec(`${mail}.txt`), pdfStream("x", "/Type /EmbeddedFile")],
    },
    seenBy: ["attachments", "bytes"],
  },
  "in an attached file": {
    pdf: {
      catalog: "/Names << /EmbeddedFiles << /Names [(a) 100 0 R] >> >>",
      objects: [filespec("a.txt"), pdfStream(`told by ${name}`, "/Type /EmbeddedFile")],
    },
    seenBy: ["attachments"],
  },
  "in a script": {
    pdf: {
      catalog: "/Names << /JavaScript << /Names [(a) 100 0 R] >> >>",
      objects: [`<< /S /JavaScript /JS ${pdfText(`app.alert("${name}")`)} >>`],
    },
    seenBy: ["scripts", "bytes"],
  },
  "in the name of a place": {
    pdf: { catalog: `/Names << /Dests << /Names [${pdfText(name)} [10 0 R /Fit]] >> >>` },
    seenBy: ["names", "bytes"],
  },
  "in the label of a page": {
    pdf: { catalog: `/PageLabels << /Nums [0 << /S /D /P ${pdfText(name)} >>] >>` },
    seenBy: ["names", "bytes"],
  },
  "in the name of a layer": {
    pdf: {
      catalog: "/OCProperties << /OCGs [100 0 R] /D << /ON [100 0 R] >> >>",
      objects: [`<< /Type /OCG /Name ${pdfText(name)} >>`],
    },
    seenBy: ["names", "bytes"],
  },
  "in an object that nothing refers to": { pdf: { objects: [`<< /Old ${pdfText(name)} >>`] }, seenBy: ["bytes"] },
  "in a remark": { pdf: { objects: [`<< >> % ${Buffer.from(name).toString("latin1")}\n`] }, seenBy: ["bytes"] },
  "in packed objects": {
    pdf: { objects: [pdfStream(`7 0 << /Old ${pdfText(name)} >>`, "/Type /ObjStm /N 1 /First 4")] },
    seenBy: ["bytes"],
  },
};

const ALL = Object.keys(PDF_READERS);
const names = (leaks: readonly { kind: string }[]) =>
  leaks.filter(({ kind }) => ["organization", "mail", "domain"].includes(kind));

describe("what a PDF holds", () => {
  it("is nothing that tells in one without a plant", async () => {
    expect(await openLeakTest()(file({}))).toEqual([]);
  });

  it.each(Object.entries(PLANTS))("is found %s", async (_, { pdf, seenBy }) => {
    const leaksIn = openLeakTest();
    for (const reader of seenBy) {
      const alone = ALL.filter((other) => other !== reader);
      expect(names(await leaksIn(file(pdf), alone)), `${reader} alone`).not.toEqual([]);
    }
    // Without its readers it goes through: the test would notice if one of them were taken out.
    expect(names(await leaksIn(file(pdf), seenBy)), "without its readers").toEqual([]);
  });
});

const HIDDEN: Record<string, { pdf: HandmadePdf; kind: string }> = {
  "drawn without ink": { pdf: { pages: [shown("x", "BT 3 Tr ET")] }, kind: "invisible-text" },
  "too small to read": { pdf: { pages: ["BT /F1 1 Tf 72 700 Td (x) Tj ET"] }, kind: "tiny-text" },
  "made small by a matrix": { pdf: { pages: [`q 0.1 0 0 0.1 0 0 cm ${shown("x")} Q`] }, kind: "tiny-text" },
  "white on paper": { pdf: { pages: [shown("x", "1 1 1 rg")] }, kind: "background-text" },
  "white in grey terms": { pdf: { pages: [shown("x", "1 g")] }, kind: "background-text" },
  "in the colour of the box it stands on": {
    pdf: { pages: [`0 0 0 rg 50 690 300 40 re f ${shown("x")}`] },
    kind: "background-text",
  },
  "almost as pale as the paper": { pdf: { pages: [shown("x", "0.95 0.95 0.95 rg")] }, kind: "background-text" },
  "squeezed to nothing": { pdf: { pages: [shown("x", "BT 5 Tz ET")] }, kind: "tiny-text" },
  "beside the page": { pdf: { pages: ["BT /F1 12 Tf 700 700 Td (x) Tj ET"] }, kind: "invisible-text" },
  "without ink in its colour": {
    pdf: { pages: [shown("x", "/G1 gs")], resources: "/ExtGState << /G1 << /ca 0 >> >>" },
    kind: "invisible-text",
  },
  "under a picture": {
    pdf: { pages: [`${shown("x")} q 300 0 0 100 50 650 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q`] },
    kind: "covered-text",
  },
  "painted over": { pdf: { pages: [`${shown("x")} 0 0 0 rg 50 650 300 100 re f`] }, kind: "covered-text" },
  "in a layer that is off": {
    pdf: {
      catalog: "/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] >> >>",
      objects: ["<< /Type /OCG /Name (a) >>"],
    },
    kind: "hidden-layer",
  },
  "below a later revision": { pdf: { after: "trailer\n<< >>\nstartxref\n0\n%%EOF\n" }, kind: "second-revision" },
  "after the end": { pdf: { after: "more" }, kind: "second-revision" },
  "as an attachment": {
    pdf: {
      catalog: "/Names << /EmbeddedFiles << /Names [(a) 100 0 R] >> >>",
      objects: [filespec("a.txt"), pdfStream("x", "/Type /EmbeddedFile")],
    },
    kind: "attachment",
  },
  "as a stamp over the page": {
    pdf: { page: "/Annots [100 0 R]", objects: ["<< /Type /Annot /Subtype /Stamp /Rect [0 0 20 20] >>"] },
    kind: "annotation",
  },
  "in a way of packing that is not read": {
    pdf: { objects: ["<< /Filter /ASCIIHexDecode /Length 3 >>\nstream\n00>\nendstream"] },
    kind: "hidden-part",
  },
  "as a script": {
    pdf: {
      catalog: "/Names << /JavaScript << /Names [(a) 100 0 R] >> >>",
      objects: ["<< /S /JavaScript /JS (app.alert\\(1\\)) >>"],
    },
    kind: "script",
  },
  "as a property no document of ours has": { pdf: { info: "/Subject (x)" }, kind: "unknown-part" },
  "as another program's name": { pdf: { info: "/Producer (Acrobat on SAEKI-PC)" }, kind: "unknown-part" },
  "as the time of day it was made": { pdf: { info: "/ModDate (D:20230110031415Z)" }, kind: "time-of-day" },
  "as an author": { pdf: { info: "/Author (Saeki)" }, kind: "author" },
  "as a path": { pdf: { info: "/Title (C:\\\\Users\\\\saeki\\\\a.docx)" }, kind: "machine-path" },
};

it("reads glyphs that stand for a letter and a mark that nobody sees, as a typesetter writes them", async () => {
  const text = { title: "題", tlp: null, pap: null, stamp: null, number: null, issue: null, indicators: [] };
  const nothing = { pictures: new Map<string, Uint8Array>(), references: new Map<string, never>() };
  // The library that gathers a page's text leaves such glyphs out, and a reader sees the name.
  const body = [..."霧峰重工業"].join("\u00ad");
  const bytes = await printText({ kind: "writeup", body, day: "2023-01-10", ...text, ...nothing }, "pdf");
  const leaksIn = openLeakTest();
  expect(names(await leaksIn({ bytes, format: "pdf", fileName: "a.pdf" }))).not.toEqual([]);
  expect(names(await leaksIn({ bytes, format: "pdf", fileName: "a.pdf" }, ["drawing"]))).toEqual([]);
}, 20_000);

describe("what no reader of the page sees", () => {
  it.each(Object.entries(HIDDEN))("is refused: %s", async (_, { pdf, kind }) => {
    expect((await openLeakTest()(file(pdf))).map((leak) => leak.kind)).toContain(kind);
  });

  it("is not white on black, small letters beside a sign, or a box under words", async () => {
    const pages = [
      `0 0 0 rg 50 690 300 40 re f ${shown("TLP:CLEAR", "1 1 1 rg")} 0 0 0 rg BT /F1 6 Tf 72 600 Td (1) Tj ET 0.9 0.9 1 rg 50 500 200 50 re f 0 0 0 rg BT /F1 12 Tf 72 510 Td (y) Tj ET`,
    ];
    expect(await openLeakTest()(file({ pages }))).toEqual([]);
  });
});
