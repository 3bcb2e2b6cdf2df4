import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, describe, expect, it } from "vitest";
import type { Quarter } from "#shared/domain/quarter.ts";
import { createSanitiser } from "../sanitising/sanitiser.ts";
import { createBook } from "../casebook/openBook.ts";
import { fillWithSample } from "../casebook/sampleBook.ts";
import type { BookSession } from "../database/bookSession.ts";
import { loadLines } from "../exchange/loadLines.ts";
import { toLine } from "../exchange/readLines.ts";
import { readArtifact } from "../storage/artifactStore.ts";
import { exportReport } from "./exportReport.ts";
import { publishingHandlers } from "./publishing.handlers.ts";
import { readReportDraft, updateReportDraft } from "./reportEntries.ts";
import { prepareReport, printReport, type PreparedReport } from "./typesetReport.ts";

const folder = mkdtempSync(join(tmpdir(), "publishing-"));
const opened: BookSession[] = [];
afterAll(() => {
  for (const session of opened) session.close();
  rmSync(folder, { recursive: true });
});

function makeBook(): BookSession {
  const path = join(folder, `${opened.length}.casebook`);
  const session = createBook(path, { passphrase: "correct horse battery", actor: "佐伯" });
  opened.push(session);
  return session;
}

function load(records: object[]): BookSession {
  const session = makeBook();
  const lines = records.map((record, index) => toLine({ ...record }, "test", index + 1));
  session.write("exchange.load", (db) => loadLines(db, lines, session.newId));
  return session;
}

function makeSample(): BookSession {
  const session = makeBook();
  fillWithSample(session);
  return session;
}

const prepare = (session: BookSession, quarter: Quarter): Promise<PreparedReport> =>
  prepareReport(session, createSanitiser(session), quarter);

async function print(session: BookSession, quarter: Quarter): Promise<{ bytes: Uint8Array; pages: number }> {
  return printReport(await prepare(session, quarter), null);
}

async function readText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  let text = "";
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += items.map((item) => ("str" in item ? item.str : "")).join("");
  }
  return text.replaceAll(/\s/gu, "");
}

const ORGANIZATION = {
  type: "organization",
  id: "O1",
  name: "蒼海造船株式会社",
  aliases: ["蒼海造"],
  domains: ["aomi-ship.example"],
  persons: [{ name: "浜口千鶴" }],
  products: [],
  addresses: [],
  phones: [],
};
const REPORT = {
  type: "report",
  id: "R1",
  receivedAt: "2024-05-10T10:00:00+09:00",
  provider: { organization: "O1" },
  channel: "mail",
  items: 2,
  category: "phishing",
  assessment: "targeted",
  title: "蒼海造船株式会社からの提供",
  observables: [],
  cases: ["C1"],
};
const CASE = {
  type: "case",
  id: "C1",
  title: "偽の通知",
  kind: "phishing",
  openedAt: "2024-05-10",
  origin: "provided",
};

describe("the report of the sample", () => {
  it("prints the published and counted figures, the scheme, every chapter, and no provider", async () => {
    const session = makeSample();
    session.write("test", (db) => updateReportDraft(db, "2022Q4", { publishedOn: "2023-01-26" }, session.newId));
    const { bytes } = await print(session, "2022Q4");
    const text = await readText(bytes);
    for (const piece of [
      "2023年1月26日",
      "参加組織の増減はなく、全体で13業界279組織",
      "2つの情報連携体制（医療業界4団体およびその会員約5,500組織、水道関連事業者等9組織）",
      "51件134件22件26件",
      "29件35件38件25件※2",
      "20件を含む",
      "みなしたものは6件であった",
      "2017年10月から5年余りにわたって注視しており、本四半期も観測した",
      "これについて3章で述べる。",
      "（図4-⑥）",
    ]) {
      expect(text).toContain(piece);
    }
    const names = session.read((db) => db.raw.prepare<[], { name: string }>("select name from organizations").all());
    expect(names.length).toBeGreaterThan(200);
    for (const { name } of names) expect(text).not.toContain(name.replaceAll(/\s/gu, ""));
  }, 60_000);

  it("gives equal bytes for equal books", async () => {
    const first = await print(makeSample(), "2022Q4");
    const second = await print(makeSample(), "2022Q4");
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  it("follows the draft: places, order, lead", async () => {
    const session = makeSample();
    const handlers = publishingHandlers({ book: () => session, sanitiser: () => createSanitiser(session) });
    const context = { signal: new AbortController().signal, progress: () => undefined };
    const chapters = async (): Promise<string[]> =>
      (await prepare(session, "2022Q4")).report.chapters.slice(2).map(({ title }) => title);
    const before = await chapters();
    expect(before).toHaveLength(3);
    const { outline } = await prepare(session, "2022Q4");
    const entries = outline.flatMap(({ level, caseId }) => (level === 1 && caseId !== null ? [caseId] : []));
    const [first = "", second = "", third = ""] = entries;
    const placed = session.read((db) => readReportDraft(db, "2022Q4")).entries;
    const others = placed.filter(({ caseId }) => !entries.includes(caseId));
    const order = [
      ...others.map(({ caseId, place }) => ({ caseId, place })),
      { caseId: third, place: "chapter" as const },
      { caseId: first, place: "left-out" as const },
      { caseId: second, place: "chapter" as const },
    ];
    void handlers.updateDraft({ quarter: "2022Q4", fields: { entries: order, lead: "独自の**前書き**。" } }, context);
    expect(await chapters()).toEqual([before[2], before[1]]);
    expect(JSON.stringify((await prepare(session, "2022Q4")).report.lead)).toContain("独自の");
  });
});

describe("the report of any book", () => {
  it("refuses a quarter that holds nothing", async () => {
    await expect(print(load([]), "2024Q2")).rejects.toMatchObject({
      code: "publishing.nothing-to-report",
    });
    await expect(print(makeSample(), "2031Q1")).rejects.toMatchObject({
      code: "publishing.nothing-to-report",
      params: { quarter: "2031Q1" },
    });
  });

  it("stands without roster, cases and published figures, and never prints a provider or a report's title", async () => {
    const outside = { ...REPORT, id: "R2", provider: { outside: "名もない会社" }, cases: [], category: "own-kind" };
    const session = load([ORGANIZATION, REPORT, outside, CASE]);
    const text = await readText((await print(session, "2024Q2")).bytes);
    expect(text).toContain("参加組織の名簿は案件帳に登録されていない。");
    expect(text).toContain("―――2件");
    expect(text).toContain("本四半期は、フィッシング2件の情報提供があった。");
    expect(text).toContain("参加組織以外から2件の情報提供があった");
    for (const name of ["蒼海", "名もない", "own-kind"]) expect(text).not.toContain(name);
  });

  it("masks what names a party of the case, in any form the roster knows, and says so", async () => {
    for (const [words, secret] of [
      ["蒼海造船の従業員が", "蒼海"],
      ["ｱｵﾐ AOMI-SHIP[.]example へ", "aomi"],
      ["担当の浜口 千鶴氏は", "浜口"],
      ["略して蒼海造という", "蒼海造"],
    ] as const) {
      const session = load([ORGANIZATION, REPORT, { ...CASE, summary: words, narrative: `本文。${words}` }]);
      const { issues } = await prepare(session, "2024Q2");
      const told = issues.map(({ code }) => code);
      expect(told).toContain("provider-named");
      expect(told).toContain("words-telling");
      const text = await readText((await print(session, "2024Q2")).bytes);
      expect(text.toLowerCase()).not.toContain(secret);
    }
    const session = load([ORGANIZATION, REPORT, { ...CASE, summary: "A 社の従業員が開いた。" }]);
    const { issues } = await prepare(session, "2024Q2");
    expect(issues.filter(({ code }) => code === "provider-named" || code === "words-telling")).toEqual([]);
  });

  it("is stamped as a draft while a chapter has no released write-up", async () => {
    const session = load([ORGANIZATION, REPORT, { ...CASE, narrative: "蒼海造船の従業員が開いた。" }]);
    const { draft, artifactId, fileName } = await exportReport(session, createSanitiser(session), "2024Q2");
    expect(draft).toBe(true);
    expect(fileName).toContain("下書き");
    const text = await readText(session.read((db) => readArtifact(db, artifactId)).bytes);
    expect(text).toContain("下書き・公開前");
    expect(text).not.toContain("蒼海");
  });

  it("prints joins and departures by industry, a later size, and revised figures", async () => {
    const member = (id: string, from: string, to?: string): object[] => [
      { ...ORGANIZATION, id, name: `組織番号${id}号`, aliases: [], domains: [], persons: [] },
      { type: "membership", organization: id, sig: "S1", from, ...(to && { to }) },
    ];
    const session = load([
      { type: "sig", id: "S1", name: "造船業", from: "2020-01-01" },
      ...member("M1", "2020-01-01"),
      ...member("M2", "2024-04-15"),
      ...member("M3", "2021-01-01", "2024-06-29"),
      ...member("M4", "2024-07-10"),
      { ...REPORT, provider: { organization: "M1" }, cases: [] },
    ]);
    session.write("test", (db) => updateReportDraft(db, "2024Q2", { publishedOn: "2024-07-20" }, session.newId));
    const text = await readText((await print(session, "2024Q2")).bytes);
    expect(text).toContain("新たに造船業の1組織が加わり、造船業の1組織が離れて、全体で1業界2組織");
    expect(text).toContain("2024年7月20日現在では1業界3組織となっている。");
    expect(text).not.toContain("組織番号");
  });
});

describe("publishing in the window", () => {
  it("previews pages, keeps them while the content is equal, and stores what it exports", async () => {
    const session = makeSample();
    const handlers = publishingHandlers({ book: () => session, sanitiser: () => createSanitiser(session) });
    const context = { signal: new AbortController().signal, progress: () => undefined };
    const preview = await handlers.preview({ quarter: "2022Q4" }, context);
    expect(preview.pageCount).toBeGreaterThan(9);
    expect(preview.outline.find(({ number }) => number === "4.1")).toMatchObject({
      level: 2,
      caseId: expect.any(String),
    });
    const { svg } = await handlers.previewPage({ key: preview.key, page: 2 }, context);
    expect(svg.startsWith("<svg")).toBe(true);
    expect((await handlers.preview({ quarter: "2022Q4" }, context)).key).toBe(preview.key);
    await handlers.updateDraft({ quarter: "2022Q4", fields: { lead: "別の前書き。" } }, context);
    expect((await handlers.preview({ quarter: "2022Q4" }, context)).key).not.toBe(preview.key);
    const exported = await handlers.exportReport({ quarter: "2022Q4" }, context);
    expect(exported).toMatchObject({ fileName: "J-CSIP運用状況_2022Q4_下書き.pdf", artifactId: exported.sha256 });
    const cancelled = new AbortController();
    cancelled.abort();
    await handlers.updateDraft({ quarter: "2022Q4", fields: { lead: "さらに別。" } }, context);
    await expect(
      handlers.preview({ quarter: "2022Q4" }, { ...context, signal: cancelled.signal }),
    ).rejects.toMatchObject({
      code: "call.cancelled",
    });
  }, 60_000);
});
