import { describe, expect, it } from "vitest";
import type { Quarter } from "#shared/domain/quarter.ts";
import { createSanitiser } from "../sanitising/sanitiser.ts";
import { openDesk } from "../sanitising/desk.ts";
import { listWriteups } from "./listWriteups.ts";
import { loadObjects, openTestBook } from "../testing/openTestBook.ts";
import { findCaseIdByExternalId, findUnwrittenCases, findWriteup } from "./writeupRepository.ts";
import { createWriteup, rewriteWriteup } from "./writeupService.ts";

const token = Buffer.from("m.tsuzuki@kirimine.example").toString("base64url");
const NARRATIVE = `霧峰重工業株式会社様より、株式会社あおば化学と同様の不審なメールを受信したとの情報提供があった。霧峰重工業（以下、霧峰）の都築様によると、差出人は evil-mx.com であった。

| 組織 | 状況 |
| --- | --- |
| 霧峰重工業株式会社 | 12,345 件 |
| 南雲測量事務所 御中 | [リンク](https://evil-mx.com/a?to=${token}) |

\`\`\`mail 霧峰重工業を装うメール {#kirimine-mail}
差出人: 都築 真由 <m.tsuzuki@kirimine.example>
件名: ご連絡

霧峰重工業株式会社 御中
\`\`\`
`;

const CASE = {
  type: "case",
  id: "C1",
  title: "霧峰重工業への不審メール",
  kind: "phishing",
  openedAt: "2022-12-01",
  origin: "provided",
  narrative: NARRATIVE,
};

const LINES = [
  { type: "sig", id: "S1", name: "重工業界", from: "2011-10-25" },
  {
    type: "organization",
    id: "O1",
    name: "霧峰重工業株式会社",
    reading: "キリミネジュウコウギョウ",
    aliases: ["霧峰"],
    domains: ["kirimine.example"],
    persons: [{ name: "都築 真由", reading: "つづき まゆ", email: "m.tsuzuki@kirimine.example" }],
  },
  { type: "organization", id: "O2", name: "株式会社あおば化学" },
  CASE,
  {
    type: "report",
    id: "R1",
    receivedAt: "2022-12-02T10:00:00+09:00",
    provider: { organization: "O1" },
    victim: { outside: "南雲測量事務所" },
    channel: "mail",
    items: 1,
    category: "phishing",
    assessment: "targeted",
    title: "不審メール",
    cases: ["C1"],
  },
];

async function open() {
  const { session } = openTestBook(LINES);
  const sanitiser = createSanitiser(session);
  const caseId = session.read((db) => findCaseIdByExternalId(db, "C1")) ?? "";
  const id = await createWriteup(session, sanitiser, caseId);
  const read = () => session.read((db) => findWriteup(db, id));
  const desk = () => openDesk(session, sanitiser, { kind: "writeup", id });
  return { session, sanitiser, id, caseId, read, desk };
}

const BORN = `A社より、B社と同様の不審なメールを受信したとの情報提供があった。A社の〔氏名〕様によると、差出人は evil-mx[.]com であった。

| 組織 | 状況 |
| --- | --- |
| A社 | 12,345 件 |
| X社 | [リンク](hxxps://evil-mx[.]com/a?to=〔識別子〕) |

\`\`\`mail A社を装うメール {#fig-1}
差出人: 〔氏名〕 <〔メールアドレス〕>
件名: ご連絡

A社
\`\`\`
`;

describe("a write-up", () => {
  it("is born with letters in the order of the text, a ledger behind them, and nothing that must go", async () => {
    const { read, desk } = await open();
    expect(read()?.title).toBe("A社への不審メール");
    expect(read()?.body).toBe(BORN);
    const { pseudonyms, open: waiting, originals } = await desk();
    expect(waiting).toEqual({ must: 0, review: 0 });
    expect(
      pseudonyms.map(({ label, organization, outside, places }) => [label, organization?.title ?? outside, places]),
    ).toEqual([
      ["A社", "霧峰重工業株式会社", 6],
      ["B社", "株式会社あおば化学", 1],
      ["X社", "南雲測量事務所", 1],
    ]);
    expect(originals.map(({ type, body }) => [type, body])).toEqual([["case", NARRATIVE]]);
    expect(originals[0]?.findings.some(({ via }) => via.includes("base64url") || via.includes("base64"))).toBe(true);
  });

  it("is there once for a case", async () => {
    const { session, sanitiser, caseId, id } = await open();
    expect(await createWriteup(session, sanitiser, caseId)).toBe(id);
  });

  it("written anew keeps everybody's letter, whoever comes first now", async () => {
    const { session, sanitiser, id, read } = await open();
    loadObjects(session, [
      { type: "organization", id: "O3", name: "常盤電力株式会社" },
      { ...CASE, narrative: "常盤電力株式会社と株式会社あおば化学、霧峰重工業株式会社で確認された。" },
    ]);
    await rewriteWriteup(session, sanitiser, id);
    expect(read()?.body).toBe("C社とB社、A社で確認された。");
  });

  it("begins its letters anew, and passes over those that its narrative has already", async () => {
    const { session } = openTestBook([
      ...LINES,
      { ...CASE, id: "C2", title: "続報", narrative: "参加組織（A 社）に続き、霧峰重工業株式会社でも確認された。" },
    ]);
    const caseId = session.read((db) => findCaseIdByExternalId(db, "C2")) ?? "";
    const id = await createWriteup(session, createSanitiser(session), caseId);
    expect(session.read((db) => findWriteup(db, id))?.body).toBe("参加組織（A社）に続き、B社でも確認された。");
  });

  it("reads as a person would have written it", async () => {
    const told = [
      ["Kirimine-Login.evil-mx.com を名乗る", "〔A社名〕-Login[.]evil-mx[.]com を名乗る"],
      ["霧峰重工業株式会社（以下、霧峰）様の都築 真由（つづき まゆ）氏", "A社の〔氏名〕氏"],
      ["霧峰重工業インフラ株式会社へ", "A社の関係会社へ"],
      ["霧峰 の kirimine_invoice_1.xlsx", "A社の 〔A社名〕\\_invoice_1.xlsx"],
      ["（株）霧峰重工業 御中", "A社"],
    ] as const;
    for (const [narrative, body] of told) {
      const { session } = openTestBook([...LINES, { ...CASE, narrative }]);
      const sanitiser = createSanitiser(session);
      const caseId = session.read((db) => findCaseIdByExternalId(db, "C1")) ?? "";
      const id = await createWriteup(session, sanitiser, caseId);
      expect(session.read((db) => findWriteup(db, id))?.body).toBe(body);
    }
  });

  it("keeps what an attacker's link says when a product has wrapped it", async () => {
    const inner = `https://docs.evil-mx.com/view?id=${token}`;
    const wrapped = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}&data=05%7C02`;
    const { session } = openTestBook([...LINES, { ...CASE, narrative: `次のリンクがあった。\n\n${wrapped}\n` }]);
    const caseId = session.read((db) => findCaseIdByExternalId(db, "C1")) ?? "";
    const id = await createWriteup(session, createSanitiser(session), caseId);
    expect(session.read((db) => findWriteup(db, id))?.body).toBe(
      "次のリンクがあった。\n\nhxxps://docs[.]evil-mx[.]com/view?id=〔識別子〕\n",
    );
  });

  it("needs a narrative", async () => {
    const { session } = openTestBook([{ ...CASE, narrative: " " }]);
    const caseId = session.read((db) => findCaseIdByExternalId(db, "C1")) ?? "";
    const creating = createWriteup(session, createSanitiser(session), caseId);
    await expect(creating).rejects.toMatchObject({ code: "writeups.no-narrative" });
  });
});

describe("the list of write-ups", () => {
  it("knows those of a quarter, and the cases that have none yet", async () => {
    const { session } = await open();
    loadObjects(session, [{ ...CASE, id: "C2", title: "別件", openedAt: "2022-12-05" }]);
    const list = (quarter: Quarter | null, text = "") =>
      session.read((db) => listWriteups(db, { filter: { quarter, text }, offset: 0, limit: 10 }));
    expect(list("2022Q4").rows).toMatchObject([{ title: "A社への不審メール", released: false, author: "佐伯" }]);
    expect(list("2022Q3")).toEqual({ total: 0, rows: [] });
    expect(list(null, "霧峰　メール").total).toBe(1);
    expect(list(null, "続報").total).toBe(0);
    expect(session.read((db) => findUnwrittenCases(db, null)).map(({ title }) => title)).toEqual(["別件"]);
    expect(session.read((db) => findUnwrittenCases(db, "2022Q4"))).toEqual([]);
  });
});
