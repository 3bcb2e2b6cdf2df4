import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { renderPages, renderPdf } from "../documents/renderPdf.ts";
import { numberReport } from "./numberReport.ts";
import type { ReportContent } from "./reportContent.ts";
import { makeChapter, makeReportContent } from "./reportContentFixture.ts";

async function print(content: ReportContent): Promise<{ bytes: Uint8Array; pages: number }> {
  return renderPdf({ template: "quarterlyReport.typ", data: numberReport(content).report });
}

async function open(bytes: Uint8Array) {
  return getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
}

/** The text of each page; gaps that the typesetter made between Japanese and Latin are closed again. */
async function readPages(bytes: Uint8Array): Promise<string[]> {
  const pdf = await open(bytes);
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  return pages;
}

const squeeze = (text: string): string => text.replaceAll(/\s/gu, "");

describe("the printed report", () => {
  it("holds chapters, table 1 with its marks, figures, and notes at the foot of their page, numbered through", async () => {
    const { bytes, pages } = await print(makeReportContent());
    const texts = (await readPages(bytes)).map(squeeze);
    expect(texts).toHaveLength(pages);
    const all = texts.join("\n");
    for (const piece of [
      "表1情報提供および情報共有の状況",
      "71件1,204件42件46件",
      "35件※2",
      "※2センターが独自に入手した情報20件を含む。",
      "これについて3章で述べる。",
      "図1体制図",
      "図2届いたメール",
      "図3細工されたリンク",
      "図4攻撃の流れ",
      "（図4-②）",
      "以上",
    ]) {
      expect(all).toContain(piece);
    }
    const noteOfAll = all.match(/前掲注(\d)「運用状況/u)?.[1];
    const cited = texts.find((text) => text.includes("https://www.example.jp/files/000080133.pdf")) ?? "";
    expect(cited).toContain(`${noteOfAll}運用状況［2030年1月～3月］`);
    expect(texts[0]).toContain("1攻撃に関する情報を参加する組織の間で分かち合う取り組み。");
    expect(texts[1]).toContain("2二つの業界に属する組織は、");
  });

  it("gives equal bytes for equal content, other bytes for other content", async () => {
    const [first, second, other] = [
      await print(makeReportContent()),
      await print(makeReportContent()),
      await print(makeReportContent({ sigs: 12 })),
    ];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    expect(Buffer.from(first.bytes).equals(Buffer.from(other.bytes))).toBe(false);
  });

  it("is tagged, titled, in Japanese, with bookmarks and without an author", async () => {
    const pdf = await open((await print(makeReportContent())).bytes);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: "情報共有イニシアティブ 運用状況［2031年10月～12月］", Language: "ja-JP" });
    expect(info).not.toHaveProperty("Author");
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => squeeze(title))).toContain("3細工されたリンクを含むフィッシングメール");
    const roles = JSON.stringify(await (await pdf.getPage(2)).getStructTree());
    for (const role of ["H1", "Figure", "Note"]) expect(roles).toContain(`"role":"${role}"`);
    expect(JSON.stringify(await (await pdf.getPage(3)).getStructTree())).toContain('"role":"Table"');
    const flow = JSON.stringify(await (await pdf.getPage(5)).getStructTree());
    expect(flow).toContain("② 攻撃者からVPN 装置へ: 窃取した認証情報で接続し、組織内へ侵入。");
  });

  it("prints every sign literally, wherever it stands", async () => {
    const hostile =
      String.raw`#let x=1 #panic("x") $a^2$ \ *b* _c_ @ref <tag> // [d] {e} ~ = - + / 'f' "g" ` +
      "`h` \u0000\u2028&amp;";
    const text = hostile.replaceAll("\\", "\\\\").replaceAll(/[*_`[\]<>#&~]/gu, (sign) => `\\${sign}`);
    const content = makeReportContent({
      chapters: [
        makeChapter(
          "x",
          hostile,
          `${text}\n\n## ${text}\n\n- ${text}\n\n\`\`\`attack-flow ${hostile.replaceAll("`", "")}\n${hostile} -> B: ${hostile}\n\`\`\`\n`,
        ),
      ],
    });
    content.title = hostile;
    content.pdfTitle = hostile;
    content.imprint = [hostile];
    content.closing[0]?.contacts.push([{ kind: "text", text: hostile }]);
    const all = squeeze((await readPages((await print(content)).bytes)).join(""));
    const expected = squeeze(String.raw`#let x=1 #panic("x") $a^2$ \ *b* _c_ @ref <tag> // [d] {e} ~ = - + / 'f' "g"`);
    expect(all.split(expected).length - 1).toBeGreaterThanOrEqual(6);
  });

  it("breaks a long address instead of running over the edge, and keeps it whole in the text", async () => {
    const url = `hxxps://long[.]example/${"abcdef0123456789".repeat(20)}?q=${"x".repeat(200)}`;
    const { bytes } = await print(
      makeReportContent({ chapters: [makeChapter("x", "長いアドレス", `先頭 ${url} 末尾`)] }),
    );
    const pdf = await open(bytes);
    const { items } = await (await pdf.getPage(1)).getTextContent();
    expect(items.length).toBeGreaterThan(20);
    for (const item of items) {
      if ("transform" in item) expect(Number(item.transform[4]) + item.width).toBeLessThan(595 - 68);
    }
    expect(squeeze((await readPages(bytes)).join(""))).toContain(url);
  });

  it("stands without any case, without industries and frameworks, and with forty chapters", async () => {
    const empty = makeReportContent({ sigs: 0, frameworks: 0 });
    empty.chapters = empty.chapters.slice(0, 2);
    expect((await print(empty)).pages).toBeGreaterThan(1);
    const one = makeReportContent().chapters[3];
    const many = Array.from({ length: 40 }, (_, index) => ({
      ...makeChapter(`c${index}`, `事例${index}`, ""),
      ...(one && { blocks: one.blocks }),
    }));
    const { bytes, pages } = await print(makeReportContent({ chapters: many, sigs: 30, frameworks: 5 }));
    expect(pages).toBeGreaterThanOrEqual(41);
    expect(squeeze((await readPages(bytes)).join(""))).toContain("図40攻撃の流れ");
  });

  it("breaks what no page can hold: a flow of sixty steps, a long mail, long code, a wide and long table", async () => {
    const steps = Array.from(
      { length: 60 },
      (_, index) => `端末${index % 5} -> 端末${(index + 1) % 5}: 手順その${index}`,
    );
    const lines = Array.from({ length: 120 }, (_, index) => `本文の${index}行目`);
    const rows = Array.from({ length: 90 }, (_, index) => `| ${index} | あ | い | う | え | お | か | き |`);
    const markdown = [
      `\`\`\`attack-flow 長い流れ\n${steps.join("\n")}\n\`\`\``,
      `\`\`\`mail 長いメール\n件名: 長い\n\n${lines.join("\n")}\n\`\`\``,
      `\`\`\`\n${lines.map((line) => `符号 ${line}`).join("\n")}\n\`\`\``,
      `| 番号 | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n| - | - | - | - | - | - | - | - |\n${rows.join("\n")}`,
      `- 一\n  - 二\n    - 三\n      - 四 \ud800 半端な字`,
    ].join("\n\n");
    const { bytes, pages } = await print(makeReportContent({ chapters: [makeChapter("x", "長い", markdown)] }));
    const all = squeeze((await readPages(bytes)).join(""));
    for (const piece of ["手順その59", "本文の119行目", "符号本文の119行目", "89あいうえおかき", "半端な字"]) {
      expect(all).toContain(piece);
    }
    expect(pages).toBeGreaterThan(8);
  });

  it("shows an unreadable figure as its text and says which line", async () => {
    const content = makeReportContent({
      chapters: [
        makeChapter("case-x", "題", "```attack-flow 流れ\nA -> B: 侵入\nただの文\n```\n\n未知の出典[^NOPE]。"),
      ],
    });
    const { issues } = numberReport(content);
    expect(issues).toEqual([
      {
        code: "figure-source",
        caseId: "case-x",
        figure: "流れ",
        line: 2,
        text: "ただの文",
        reason: "figure.no-arrow-or-colon",
      },
      { code: "citation-unknown", caseId: "case-x", label: "NOPE" },
    ]);
    const all = squeeze((await readPages((await print(content)).bytes)).join(""));
    expect(all).toContain("ただの文");
    expect(all).toContain("未知の出典[^NOPE]。");
  });
});

describe("pages on the screen", () => {
  it("are one self-contained picture a page, and say where each heading stands", async () => {
    const { report, outline } = numberReport(makeReportContent());
    const { pages, anchors } = await renderPages({ template: "quarterlyReport.typ", data: report });
    expect(pages.length).toBe((await print(makeReportContent())).pages);
    for (const { svg, widthPt, heightPt } of pages) {
      expect([Math.round(widthPt), Math.round(heightPt)]).toEqual([595, 842].map((side) => expect.closeTo(side, -1)));
      expect(svg).not.toMatch(/<(?:script|foreignObject|style|a|iframe)[\s>]|\son\w+=|(?:href|src)="(?!#|data:)/u);
      expect(unclosedTags(svg)).toEqual([]);
    }
    for (const { id } of outline) expect(anchors.find((anchor) => anchor.id === id)?.page).toBeGreaterThan(0);
  });
});

function unclosedTags(svg: string): string[] {
  const open: string[] = [];
  for (const [, closing, name = "", selfClosing] of svg.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/gu)) {
    if (closing === "/") {
      if (open.pop() !== name) return [name];
    } else if (selfClosing !== "/") open.push(name);
  }
  return open;
}
