import { crc32 } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openLeakTest, SECRET } from "../testing/leaksIn.ts";
import { encodePng } from "../../pictures/encodePng.ts";
import { PACKAGE_READERS, type PackageReader } from "./readPackage.ts";

const { name, mail } = SECRET;
const encode = (text: string) => new TextEncoder().encode(text);
const document = (body: string) => `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const PNG = encodePng({ width: 2, height: 1, rgb: new Uint8Array([0, 0, 0, 255, 255, 255]) });

type Parts = Record<string, string | Uint8Array>;

function pack(parts: Parts, mtime = new Date(1980, 0, 1)): Uint8Array {
  const all = {
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": document(`<w:p>${run("本文")}</w:p>`),
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([path, part]) => [path, typeof part === "string" ? encode(part) : part]),
    ),
    { mtime },
  );
}

const file = (bytes: Uint8Array) => ({ bytes, format: "docx", fileName: "a.docx" }) as const;

/** PNG with a text chunk behind the header. */
function pngSaying(text: string): Uint8Array {
  const content = encode(`Comment\0${text}`);
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write("tEXt", 4, "latin1");
  chunk.set(content, 8);
  return Buffer.concat([PNG.subarray(0, 33), chunk, PNG.subarray(33)]);
}

/** PNG with bytes behind its packed pixels, in the same chunk. */
function pngWithTail(text: string): Uint8Array {
  const at = Buffer.from(PNG).indexOf("IDAT") - 4;
  const length = Buffer.from(PNG).readUInt32BE(at);
  const end = at + 8 + length;
  const tail = encode(text);
  const longer = Buffer.concat([PNG.subarray(0, end), tail, PNG.subarray(end)]);
  longer.writeUInt32BE(length + tail.length, at);
  const summed = end + tail.length;
  longer.writeUInt32BE(crc32(longer.subarray(at + 4, summed)), summed);
  return longer;
}

const PLANTS: Record<string, { parts: Parts; seenBy: PackageReader }> = {
  "in a paragraph": { parts: { "word/document.xml": document(`<w:p>${run(name)}</w:p>`) }, seenBy: "texts" },
  "in runs of a paragraph": {
    parts: { "word/document.xml": document(`<w:p>${run("霧峰重")}<w:r><w:tab/></w:r>${run("工業株式会社")}</w:p>`) },
    seenBy: "texts",
  },
  "across paragraphs": {
    parts: { "word/document.xml": document(`<w:p>${run("霧峰重")}</w:p><w:p>${run("工業")}</w:p>`) },
    seenBy: "texts",
  },
  "in deleted text": {
    parts: { "word/document.xml": document(`<w:p><w:r><w:delText>${name}</w:delText></w:r></w:p>`) },
    seenBy: "texts",
  },
  "in the code of a field": {
    parts: {
      "word/document.xml": document(`<w:p><w:r><w:instrText>HYPERLINK "mailto:${mail}"</w:instrText></w:r></w:p>`),
    },
    seenBy: "texts",
  },
  "in a comment": {
    parts: {
      "word/comments.xml": `<w:comments><w:comment w:author="a"><w:p>${run(name)}</w:p></w:comment></w:comments>`,
    },
    seenBy: "texts",
  },
  "in a footer": { parts: { "word/footer9.xml": `<w:ftr><w:p>${run(name)}</w:p></w:ftr>` }, seenBy: "texts" },
  "in the core properties": {
    parts: { "docProps/core.xml": `<cp:coreProperties><dc:creator>${name}</dc:creator></cp:coreProperties>` },
    seenBy: "texts",
  },
  "in a property of its own": {
    parts: {
      "docProps/custom.xml": `<Properties><property name="x"><vt:lpwstr>${name}</vt:lpwstr></property></Properties>`,
    },
    seenBy: "texts",
  },
  "in custom XML": { parts: { "customXml/item1.xml": `<a><b>${name}</b></a>` }, seenBy: "texts" },
  "in a remark of the XML": { parts: { "word/document.xml": `<!-- ${name} -->${document("")}` }, seenBy: "texts" },
  "in a CDATA section": { parts: { "customXml/item1.xml": `<a><![CDATA[${name}]]></a>` }, seenBy: "texts" },
  "in entities": {
    parts: { "customXml/item1.xml": "<a>&#x9727;&#23792;&#x91CD;&#x5DE5;&#x696D;</a>" },
    seenBy: "texts",
  },
  "in XML of another encoding": {
    parts: { "customXml/item1.xml": Buffer.from(`\ufeff<a>${name}</a>`, "utf16le") },
    seenBy: "texts",
  },
  "in a part that is no XML": { parts: { "word/note.txt": name }, seenBy: "texts" },
  "in a cell": {
    parts: { "xl/sharedStrings.xml": `<sst><si><r><t>霧峰重</t></r><r><t>工業</t></r></si></sst>` },
    seenBy: "texts",
  },
  "down a column of a table": {
    parts: {
      "word/document.xml": document(
        `<w:tbl>${[
          ["霧", "x"],
          ["峰重工業", "y"],
        ]
          .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:p>${run(cell)}</w:p></w:tc>`).join("")}</w:tr>`)
          .join("")}</w:tbl>`,
      ),
    },
    seenBy: "texts",
  },
  "down a column": {
    parts: {
      "xl/worksheets/sheet1.xml":
        '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><is><t>霧峰重</t></is></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><is><t>工業</t></is></c></row></sheetData></worksheet>',
    },
    seenBy: "texts",
  },
  "in an alternative text": {
    parts: { "word/document.xml": document(`<w:drawing><wp:docPr id="1" descr="${name}"/></w:drawing>`) },
    seenBy: "attributes",
  },
  "as who changed something": {
    parts: { "word/document.xml": document(`<w:ins w:author="${name}"><w:r/></w:ins>`) },
    seenBy: "attributes",
  },
  "in the target of a link": {
    parts: { "word/_rels/document.xml.rels": `<Relationships><Relationship Target="mailto:${mail}"/></Relationships>` },
    seenBy: "attributes",
  },
  "in the name of a sheet": {
    parts: { "xl/workbook.xml": `<workbook><sheets><sheet name="霧峰重工業" sheetId="1"/></sheets></workbook>` },
    seenBy: "attributes",
  },
  "in the name of a bookmark": {
    parts: { "word/document.xml": document(`<w:bookmarkStart w:id="0" w:name="霧峰重工業"/>`) },
    seenBy: "attributes",
  },
  "in the name of a part": { parts: { "word/media/霧峰重工業.png": PNG }, seenBy: "names" },
  "behind the packed pixels of a picture": {
    parts: { "word/media/image1.png": pngWithTail(name) },
    seenBy: "pictures",
  },
  "beside the pixels of a picture": { parts: { "word/media/image1.png": pngSaying(name) }, seenBy: "pictures" },
};

const telling = (leaks: readonly { kind: string }[]) =>
  leaks.filter(({ kind }) => ["organization", "mail", "domain"].includes(kind));

describe("what a package of Office holds", () => {
  it("is nothing that tells in one without a plant", async () => {
    expect(await openLeakTest()(file(pack({ "word/media/image1.png": PNG })))).toEqual([]);
  });

  it.each(Object.entries(PLANTS))("is found %s", async (_, { parts, seenBy }) => {
    const leaksIn = openLeakTest();
    const others = Object.keys(PACKAGE_READERS).filter((reader) => reader !== seenBy);
    expect(telling(await leaksIn(file(pack(parts)), others))).not.toEqual([]);
    expect(telling(await leaksIn(file(pack(parts)), [seenBy]))).toEqual([]);
  });
});

const HIDDEN: Record<string, { parts: Parts; kind: string }> = {
  "a hidden sheet": {
    parts: { "xl/workbook.xml": '<workbook><sheet name="a" state="veryHidden"/></workbook>' },
    kind: "hidden-part",
  },
  "a hidden row": {
    parts: { "xl/worksheets/sheet1.xml": '<sheetData><row hidden="1"/></sheetData>' },
    kind: "hidden-part",
  },
  "hidden text": {
    parts: { "word/document.xml": document("<w:r><w:rPr><w:vanish/></w:rPr></w:r>") },
    kind: "invisible-text",
  },
  "white letters": {
    parts: { "word/document.xml": document('<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:r>') },
    kind: "background-text",
  },
  "letters almost white": {
    parts: { "word/document.xml": document('<w:r><w:rPr><w:color w:val="F0F4FA"/></w:rPr></w:r>') },
    kind: "background-text",
  },
  "letters in the theme's own paper": {
    parts: {
      "word/document.xml": document('<w:r><w:rPr><w:color w:val="auto" w:themeColor="background1"/></w:rPr></w:r>'),
    },
    kind: "background-text",
  },
  "letters squeezed to nothing": {
    parts: { "word/document.xml": document('<w:r><w:rPr><w:w w:val="1"/></w:rPr></w:r>') },
    kind: "tiny-text",
  },
  "cells in white": { parts: { "xl/styles.xml": '<font><color rgb="FFFFFFFF"/></font>' }, kind: "background-text" },
  "cells in a format that shows nothing": {
    parts: { "xl/styles.xml": '<numFmts><numFmt numFmtId="164" formatCode=";;;"/></numFmts>' },
    kind: "invisible-text",
  },
  "a formula": {
    parts: { "xl/worksheets/sheet1.xml": '<sheetData><row><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>' },
    kind: "hidden-part",
  },
  "a part that no export has": { parts: { "xl/externalLinks/externalLink1.xml": "<a/>" }, kind: "unknown-part" },
  "when it was made": {
    parts: { "docProps/core.xml": "<c><dcterms:created>2023-01-10T03:14:15Z</dcterms:created></c>" },
    kind: "time-of-day",
  },
  "letters too small": {
    parts: { "word/document.xml": document('<w:r><w:rPr><w:sz w:val="2"/></w:rPr></w:r>') },
    kind: "tiny-text",
  },
  "a hidden column": {
    parts: { "xl/worksheets/sheet1.xml": '<cols><col min="1" max="1" hidden="1"/></cols>' },
    kind: "hidden-part",
  },
  "tracked changes": { parts: { "word/document.xml": document("<w:del><w:r/></w:del>") }, kind: "second-revision" },
  "an embedded workbook": { parts: { "word/embeddings/a.xlsx": "x" }, kind: "embedded-file" },
  macros: { parts: { "word/vbaProject.bin": "x" }, kind: "embedded-file" },
  "what stands beside pixels": { parts: { "word/media/image1.png": pngSaying("x") }, kind: "picture-metadata" },
};

describe("what nobody sees in a package", () => {
  it.each(Object.entries(HIDDEN))("is refused: %s", async (_, { parts, kind }) => {
    expect((await openLeakTest()(file(pack(parts)))).map((leak) => leak.kind)).toContain(kind);
  });

  it("is not white letters on black", async () => {
    const look = '<w:rPr><w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/></w:rPr>';
    const parts = { "word/document.xml": document(`<w:p><w:r>${look}<w:t>TLP:CLEAR</w:t></w:r></w:p>`) };
    expect(await openLeakTest()(file(pack(parts)))).toEqual([]);
  });

  it("is refused: the time at which the archive was packed", async () => {
    const packed = pack({}, new Date(2023, 0, 10, 3, 14, 15));
    expect(await openLeakTest()(file(packed))).toEqual([{ place: "structure", detail: "zip", kind: "time-of-day" }]);
  });

  it("is refused: a remark of the archive, a file that its directory does not name", async () => {
    const leaksIn = openLeakTest();
    const whole = Buffer.from(pack({}));
    whole.writeUInt16LE(Buffer.byteLength(name), whole.length - 2);
    expect(telling(await leaksIn(file(Buffer.concat([whole, Buffer.from(name)]))))).not.toEqual([]);
    const hidden = Buffer.concat([Buffer.from(pack({})), Buffer.from(pack({}))]);
    expect((await leaksIn(file(hidden))).map(({ kind }) => kind)).toContain("hidden-part");
  });
});
