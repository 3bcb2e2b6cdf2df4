import fc from "fast-check";
import { unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { TLP_LABELS } from "#shared/domain/tlp.ts";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { printableCharacters } from "../documents/printableCharacters.ts";
import { printText } from "./printText.ts";
import { makeText, ONE_PIXEL } from "./testing/makeText.ts";

/** Blanks come and go where lines break and scripts meet; nothing else may. */
const squeeze = (text: string): string => text.replaceAll(/\s/gu, "");

type Piece = { text: string; right: number; y: number; size: number };

async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: Piece[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!("str" in item)) return [];
        const [, , , size = 0, x = 0, y = 0] = item.transform.map(Number);
        return [{ text: item.str, right: x + item.width, y, size }];
      }),
    );
  }
  return { pdf, pages, text: squeeze(pages.flatMap((page) => page.map(({ text }) => text)).join("")) };
}

/** Unzips by another hand's rules: every XML part must close what it opens; text comes by paragraph. */
function readDocx(bytes: Uint8Array) {
  const parts = unzipSync(bytes);
  const xml = new Map(
    Object.entries(parts)
      .filter(([name]) => /\.(?:xml|rels)$/u.test(name))
      .map(([name, content]) => [name, Buffer.from(content).toString("utf8")]),
  );
  for (const text of xml.values()) expect(unclosedTags(text)).toEqual([]);
  const words = (name: string): string =>
    unescapeXml((xml.get(name) ?? "").replaceAll(/<\/w:p>/gu, "\n").replaceAll(/<[^>]+>/gu, ""));
  return { parts, xml, words, text: squeeze(words("word/document.xml") + words("word/footnotes.xml")) };
}

const unescapeXml = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

function unclosedTags(xml: string): string[] {
  const open: string[] = [];
  for (const [, closing, name = "", selfClosing] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/gu)) {
    if (closing === "/") {
      if (open.pop() !== name) return [name];
    } else if (selfClosing !== "/") open.push(name);
  }
  return open;
}

const PIECES = [
  "確認の手順",
  "〔受信者の氏名〕様",
  "hxxps://check[.]example/v3/__",
  "受信者の組織を示す",
  "窃取した認証情報で接続",
  "届いた画面",
  "止めた理由は情報提供外のため不明である",
  "確かめる先は、名簿などで分かっている番号とする。",
  "約7割",
  "控えは、取得するときだけ接続する。",
  "期間を先に決める。",
  "毎月",
  "GET/index.php?a=1HTTP/1.1",
  "hxxps://portal-holiday[.]example/auth?session=0123456789abcdef0123456789abcdef0123456789",
  "198[.]51[.]100[.]23",
  "運用状況［2030年1月～3月］",
  "関連情報のご提供のお願い",
  "2032年1月30日",
  "2032-014",
];

describe.each(["pdf", "docx"] as const)("a bulletin as %s", (format) => {
  it("holds every word of the text, and nothing of the book", async () => {
    const bytes = await printText(makeText(), format);
    const { text } = format === "pdf" ? await readPdf(bytes) : readDocx(bytes);
    for (const piece of PIECES) expect(text).toContain(squeeze(piece));
    expect(text).not.toContain("REF-1");
    expect(text).not.toContain("https://portal");
  });

  it("gives equal bytes for equal texts, whatever the clock says", async () => {
    const first = await printText(makeText(), format);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.from(await printText(makeText(), format)).equals(Buffer.from(first))).toBe(true);
    const other = await printText(makeText({ day: "2032-02-01" }), format);
    expect(Buffer.from(other).equals(Buffer.from(first))).toBe(false);
  });

  it("says when it corrects or withdraws what went out", async () => {
    const read = async (issue: Parameters<typeof makeText>[0]) => {
      const bytes = await printText(makeText(issue), format);
      return (format === "pdf" ? await readPdf(bytes) : readDocx(bytes)).text;
    };
    const corrected = await read({ issue: { version: 3, kind: "correction", note: "宛先を\n1件改めた。" } });
    expect(corrected).toContain("訂正（第3版）");
    expect(corrected).toContain("1件改めた。");
    const withdrawn = await read({ issue: { version: 2, kind: "withdrawal", note: null } });
    expect(withdrawn).toContain("この情報共有は撤回しました。");
    expect(withdrawn).not.toContain("関連情報のご提供のお願い");
  });

  it("keeps every word of any text", { timeout: 60_000 }, async () => {
    const isPrintable = await printableCharacters();
    const word = fc
      .stringMatching(/^[あ-んア-ン一二三四五六七八九十亜唖以伊位意運用状況報告漢字A-Za-z0-9&<>"'%$#@\\{}=+-]{1,30}$/u)
      .filter((text) => [...text].every(isPrintable));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 12 }), word, async (words, title) => {
        const escaped = words.map((one) => one.replaceAll(/[!-/:-@[-`{-~]/gu, "\\$&"));
        const body = [
          escaped.slice(0, 3).join("\n\n"),
          `- ${escaped.join("\n- ")}`,
          `| ${escaped.join(" | ")} |\n| ${escaped.map(() => "-").join(" | ")} |`,
        ].join("\n\n");
        const bytes = await printText(makeText({ title, body, indicators: [] }), format);
        const { text } = format === "pdf" ? await readPdf(bytes) : readDocx(bytes);
        for (const one of [...words, title]) expect(text).toContain(one);
      }),
      { numRuns: 25 },
    );
  });
});

describe("the pages of a PDF", () => {
  it.each(TLP_LABELS)("carry %s above and below, at the right, 12 points high", async (tlp) => {
    const { pages } = await readPdf(await printText(makeText({ tlp, stamp: "承認前の写し" }), "pdf"));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      const labels = page.filter(({ text }) => text === tlp);
      const [above, below] = [labels.filter(({ y }) => y > 760), labels.filter(({ y }) => y < 80)];
      expect([above.length, below.length]).toEqual([1, 1]);
      for (const { right, size } of [...above, ...below]) {
        expect(size).toBeCloseTo(12);
        expect(right).toBeGreaterThan(595 - 71 - 12);
      }
      expect(page.filter(({ text }) => text === "承認前の写し")).toHaveLength(2);
      expect(page.filter(({ text, y }) => text === "PAP:GREEN" && (y > 760 || y < 80))).toHaveLength(2);
    }
  });

  it("have a title and bookmarks, and no author, no program's clock", async () => {
    const { pdf } = await readPdf(await printText(makeText({ kind: "writeup" }), "pdf"));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: "人事部門の通知を装うフィッシングメール", Language: "ja-JP" });
    expect(info).not.toHaveProperty("Author");
    expect(JSON.stringify(info)).toContain("20320130");
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => squeeze(title))).toEqual(["1届いたメール", "2手口", "インジケータ一覧"]);
  });

  it("spell what the fonts have no picture of, instead of losing it in an empty box", async () => {
    const indicators = [{ kind: "email-message", value: "至急😀のご连絡" }];
    const { text } = await readPdf(await printText(makeText({ title: "件名に한글", indicators }), "pdf"));
    expect(text).toContain("件名に［U+D55C］［U+AE00］");
    expect(text).toContain("至急［U+1F600］のご［U+8FDE］絡");
  });

  it("break long addresses and long lists within their margins", async () => {
    const indicators = Array.from({ length: 120 }, (_, index) => ({
      kind: "url",
      value: `https://h${index}.example/${"abcdef0123456789".repeat(12)}?${"q".repeat(150)}`,
    }));
    const { pages, text } = await readPdf(await printText(makeText({ indicators }), "pdf"));
    for (const page of pages) for (const { right } of page) expect(right).toBeLessThan(595 - 66);
    expect(text.split("種別値").length - 1).toBeGreaterThan(3);
    expect(text).toContain(`hxxps://h119[.]example/${"abcdef0123456789".repeat(12)}?${"q".repeat(150)}`);
  });
});

describe("a DOCX", () => {
  it("has headings, lists, tables, footnotes, labels, alternative texts, and no person in it", async () => {
    const { parts, xml, words } = readDocx(await printText(makeText({ stamp: "承認前の写し" }), "docx"));
    const document = xml.get("word/document.xml") ?? "";
    expect(document.match(/w:pStyle w:val="Heading1"/gu)).toHaveLength(2);
    expect(document.match(/<w:footnoteReference/gu)).toHaveLength(3);
    expect(xml.get("word/footnotes.xml")?.match(/<w:footnote /gu)).toHaveLength(5);
    expect(document).toContain('<w:tblDescription w:val="攻撃の流れ。攻撃の流れを順に示す図。① 攻撃者から装置へ');
    expect(document).toContain('descr="届いた画面"');
    expect(Buffer.from(parts["word/media/image1.png"] ?? []).equals(Buffer.from(ONE_PIXEL))).toBe(true);
    for (const part of ["word/header1.xml", "word/footer1.xml"]) {
      expect(words(part)).toContain("TLP:AMBER");
      expect(words(part)).toContain("承認前の写し");
      expect(xml.get(part)).toContain('w:fill="000000"');
    }
    expect(xml.get("word/numbering.xml")).toContain("w:startOverride");
    const core = xml.get("docProps/core.xml") ?? "";
    expect(core).not.toMatch(/creator|lastModifiedBy|revision/u);
    expect(core).toContain("2032-01-30T00:00:00Z");
    expect(Object.keys(parts)).not.toContain("docProps/app.xml");
  });

  it("refers to nothing that is not in it", async () => {
    const { parts, xml } = readDocx(await printText(makeText(), "docx"));
    for (const [name, text] of xml) {
      if (!name.endsWith(".rels")) continue;
      const folder = name.replace(/_rels\/[^/]+$/u, "");
      for (const [tag, target = ""] of text.matchAll(/<Relationship [^>]*Target="([^"]*)"[^>]*>/gu)) {
        if (!tag.includes("External")) expect(Object.keys(parts)).toContain(folder + target);
      }
    }
    const document = xml.get("word/document.xml") ?? "";
    const names = new Set([...document.matchAll(/w:bookmarkStart [^>]*w:name="([^"]+)"/gu)].map(([, name]) => name));
    const anchors = [...document.matchAll(/w:anchor="([^"]+)"/gu)].map(([, name]) => name);
    expect(anchors.length).toBeGreaterThan(0);
    for (const anchor of anchors) expect(names).toContain(anchor);
  });
});

describe("Markdown", () => {
  it("reads back as the text with its heading, labels and list", async () => {
    const text = makeText();
    const written = new TextDecoder().decode(await printText(text, "markdown"));
    expect(written.startsWith("**TLP:AMBER** **PAP:GREEN**\n\n# 人事部門の通知を装うフィッシングメール\n")).toBe(true);
    expect(written).toContain("| ドメイン | `portal-holiday[.]example` |");
    expect(written).not.toContain("REF-1");
    expect(written).toContain("[^出典1]: 運用状況［2030年1月～3月］ https://www.example.jp/files/000080133.pdf");
    const figures = (markdown: string) => parseNarrative(markdown).blocks.filter(({ kind }) => kind === "figure");
    expect(figures(written)).toEqual(figures(text.body));
  });

  it("leaves harmless addresses as a reader copies them", async () => {
    const body =
      "接続先は hxxps://a_b.evil[.]example/x?y=1&z=2 と who[@]evil[.]example。\\[.] と [.][x]\n\n[x]: https://example.jp/\n";
    const written = new TextDecoder().decode(await printText(makeText({ body, indicators: [] }), "markdown"));
    expect(written).toContain("hxxps://a_b.evil[.]example/x?y=1&z=2");
    expect(written).toContain("who[@]evil[.]example");
  });
});
