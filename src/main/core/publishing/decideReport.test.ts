import { describe, expect, it } from "vitest";
import type { ReportWordsDesk } from "#shared/contract/publishing.ts";
import type { Decision, DeskFinding } from "#shared/contract/sanitising.ts";
import { takeBackEntry, undoState } from "../audit/undo.ts";
import { updateCampaign } from "../campaigns/campaignService.ts";
import { updateCase } from "../cases/caseService.ts";
import type { BookSession } from "../database/bookSession.ts";
import { reportVerdict } from "../gate/reportVerdict.ts";
import { findPseudonyms } from "../sanitising/pseudonymRepository.ts";
import { createSanitiser } from "../sanitising/sanitiser.ts";
import { openTestBook } from "../testing/openTestBook.ts";
import { findCaseIdByExternalId } from "../writeups/writeupRepository.ts";
import { createWriteup } from "../writeups/writeupService.ts";
import { decideReport, openReportWords, reconsiderReport } from "./decideReport.ts";
import { exportReport } from "./exportReport.ts";
import { findReportedCases } from "./publishingRepository.ts";
import { updateReportDraft } from "./reportEntries.ts";
import { prepareReport } from "./typesetReport.ts";

const QUARTER = "2022Q4";
const NEW_WORD = "カラスノメ方式";
const SUMMARY = `会員を装う電話 03-1234-5678 があった。手口は${NEW_WORD}と呼ばれる。霧峰重工業株式会社が気づいた。`;
const LINES = [
  { type: "organization", id: "O1", name: "霧峰重工業株式会社", aliases: ["霧峰重"] },
  { type: "campaign", id: "K1", name: `${NEW_WORD}の一連の攻撃`, since: "2022-10" },
  {
    type: "case",
    id: "C1",
    title: "不審な電話",
    kind: "phishing",
    openedAt: "2022-12-01",
    origin: "provided",
    summary: SUMMARY,
  },
  {
    type: "report",
    id: "R1",
    receivedAt: "2022-12-02T10:00:00+09:00",
    provider: { organization: "O1" },
    channel: "mail",
    items: 1,
    category: "phishing",
    assessment: "targeted",
    title: "不審な電話",
    cases: ["C1"],
  },
];

function openBook(summary = SUMMARY): BookSession {
  const lines = LINES.map((line) => (line.type === "case" ? { ...line, summary } : line));
  return openTestBook(lines).session;
}

const open = (session: BookSession): Promise<ReportWordsDesk> =>
  openReportWords(session, createSanitiser(session), QUARTER);

async function decide(
  session: BookSession,
  pick: (finding: DeskFinding) => boolean,
  settling: Omit<Decision, "key">,
): Promise<number> {
  const { findings, sha256 } = await open(session);
  const keys = new Set(findings.filter(pick).map(({ key }) => key));
  const decisions = [...keys].map((key) => ({ key, ...settling }));
  return (await decideReport(session, createSanitiser(session), { quarter: QUARTER, sha256, decisions })).changed;
}

const summaryOf = (session: BookSession): string =>
  session.read((db) => findReportedCases(db, QUARTER)[0]?.summary ?? "");
const caseIdOf = (session: BookSession): string => session.read((db) => findCaseIdByExternalId(db, "C1") ?? "");

async function unmetOf(session: BookSession): Promise<string[]> {
  const { conditions } = await reportVerdict(session, createSanitiser(session), QUARTER);
  return conditions.filter(({ met }) => !met).map(({ code }) => code);
}

const says =
  (words: string) =>
  ({ text }: DeskFinding): boolean =>
    text.includes(words);

describe("the report's own words", () => {
  it("are shown part by part with what is in them, new words too", async () => {
    const session = openBook();
    session.write("publishing.updateDraft", (db) =>
      updateReportDraft(db, QUARTER, { lead: "霧峰重の担当者が見た。" }, session.newId),
    );
    const { parts, findings, open: waiting } = await open(session);
    expect(parts.map(({ kind, record }) => [kind, record?.title])).toEqual([
      ["lead", undefined],
      ["summary", "不審な電話"],
      ["campaign", `${NEW_WORD}の一連の攻撃`],
    ]);
    const kindOf = new Map(parts.map(({ key, kind }) => [key, kind]));
    const found = findings.map(({ where, text, severity }) => `${kindOf.get(where)} ${severity} ${text}`);
    expect(found).toEqual(
      expect.arrayContaining([
        "lead must 霧峰重",
        "summary must 霧峰重工業株式会社",
        "summary review 03-1234-5678",
        expect.stringMatching(/^summary review .*カラスノメ/u),
        expect.stringMatching(/^campaign review .*カラスノメ/u),
      ]),
    );
    expect(waiting).toEqual({ must: 2, review: findings.length - 2 });
    // The same new word is one question, wherever it stands.
    expect(new Set(findings.filter(says("カラスノメ")).map(({ group }) => group)).size).toBe(1);
    for (const { where, start, end, text } of findings) {
      expect(parts.find(({ key }) => key === where)?.text.slice(start, end)).toBe(text);
    }
  });

  it("leave out what is not printed: a title beside no chapter, a case that is left out", async () => {
    const session = openBook();
    const caseId = caseIdOf(session);
    const place = (chosen: "chapter" | "left-out") =>
      session.write("publishing.updateDraft", (db) =>
        updateReportDraft(db, QUARTER, { entries: [{ caseId, place: chosen }] }, session.newId),
      );
    session.write("cases.update", (db) => updateCase(db, caseId, { narrative: "本文。" }));
    place("chapter");
    expect((await open(session)).parts.map(({ kind }) => kind)).toEqual(["title", "summary", "campaign"]);
    await createWriteup(session, createSanitiser(session), caseId);
    expect((await open(session)).parts.map(({ kind }) => kind)).toEqual(["summary", "campaign"]);
    place("left-out");
    expect((await open(session)).parts.map(({ kind }) => kind)).toEqual(["campaign"]);
  });

  it("open the gate when each is decided, and close it when an allowed sentence is edited", async () => {
    const session = openBook();
    expect(await unmetOf(session)).toEqual(["no-must-finding", "no-review-finding", "second-person"]);
    await decide(session, says("霧峰"), { action: "mask" });
    expect(summaryOf(session)).toBe(
      `会員を装う電話 03-1234-5678 があった。手口は${NEW_WORD}と呼ばれる。〔組織名〕が気づいた。`,
    );
    expect(await unmetOf(session)).toEqual(["no-review-finding", "second-person"]);
    await decide(session, says("03-1234"), { action: "allow", reason: "攻撃者側のもの" });
    await decide(session, says("カラスノメ"), { action: "allow", reason: "公表済みの語" });
    expect(await unmetOf(session)).toEqual(["second-person"]);
    const { issues } = await prepareReport(session, createSanitiser(session), QUARTER);
    expect(issues.map(({ code }) => code)).not.toContain("words-to-check");

    // Elsewhere in the text nothing is asked again; in the sentence itself it is.
    const edit = (summary: string) =>
      session.write("cases.update", (db) => updateCase(db, caseIdOf(session), { summary }));
    edit(summaryOf(session).replace("〔組織名〕が", "当該組織が"));
    expect(await unmetOf(session)).toEqual(["second-person"]);
    edit(summaryOf(session).replace("会員を装う電話", "取引先を装う電話"));
    expect(await unmetOf(session)).toEqual(["no-review-finding", "second-person"]);
    const { conditions } = await reportVerdict(session, createSanitiser(session), QUARTER);
    expect(conditions).toContainEqual({ code: "no-review-finding", met: false, params: { count: 1 } });
  });

  it("are asked for anew in another quarter, and by another name of a campaign", async () => {
    const session = openBook("何もない。");
    const campaignId = (await open(session)).parts.find(({ kind }) => kind === "campaign")?.record?.id ?? "";
    const rename = (name: string) =>
      session.write("campaigns.update", (db) => updateCampaign(db, campaignId, { name }));
    rename("03-1234-5678 からの一連の攻撃");
    await decide(session, says("03-1234"), { action: "allow", reason: "攻撃者側のもの" });
    expect((await open(session)).open.review).toBe(0);
    const next = await openReportWords(session, createSanitiser(session), "2023Q1");
    expect(next.open.review).toBe(1);
    rename("再び 03-1234-5678 からの一連の攻撃");
    expect((await open(session)).open.review).toBe(1);
  });

  it("change the record that holds them, in one command that is taken back as one", async () => {
    const session = openBook();
    await decide(session, says("カラスノメ"), { action: "generalise", words: "新しい方式" });
    const campaign = (await open(session)).parts.find(({ kind }) => kind === "campaign");
    expect(campaign?.text).not.toContain("カラスノメ");
    expect(summaryOf(session)).not.toContain("カラスノメ");
    const { undo } = undoState(session.journal);
    expect(undo?.action).toBe("publishing.decide");
    if (undo) takeBackEntry(session, undo, "audit.undo");
    expect(summaryOf(session)).toBe(SUMMARY);
    expect((await open(session)).parts.find(({ kind }) => kind === "campaign")?.text).toContain(NEW_WORD);
  });

  it("call a party by the letter that its chapter has for it", async () => {
    const session = openBook();
    const caseId = caseIdOf(session);
    session.write("cases.update", (db) =>
      updateCase(db, caseId, { narrative: "常磐電機株式会社を経て、霧峰重工業株式会社から情報提供があった。" }),
    );
    const writeupId = await createWriteup(session, createSanitiser(session), caseId);
    const letters = () => session.read((db) => findPseudonyms(db, writeupId)).map(({ label, name }) => [label, name]);
    expect(letters()).toEqual([["A社", "霧峰重工業株式会社"]]);
    await decide(session, says("霧峰"), { action: "mask" });
    expect(summaryOf(session)).toContain("A社が気づいた");
    expect(letters()).toEqual([["A社", "霧峰重工業株式会社"]]);
  });

  it("take in what is printed as its records have it, which is allowed here and changed there", async () => {
    const lines = [
      ...LINES,
      {
        type: "framework",
        id: "F1",
        name: "協議会",
        sizes: [{ from: "2020-01-01", label: "青葉産業株式会社の会員 5 社" }],
      },
      { type: "sig", id: "S1", name: "霧峰重工業株式会社の業界", from: "2020-01-01" },
      {
        type: "reference",
        id: "PENGUIN-1",
        title: "常磐電機株式会社「注意喚起」",
        url: "https://www.tokiwa.example/1.html",
      },
      { type: "reference", id: "REF-2", title: "檜原商事株式会社「引かれない」" },
    ];
    const { session } = openTestBook(lines);
    session.write("publishing.updateDraft", (db) =>
      updateReportDraft(db, QUARTER, { lead: "前書き[^PENGUIN-1]。無い出典[^PENGUIN-9]。" }, session.newId),
    );
    const { parts, findings } = await open(session);
    const fixed = parts.filter((part) => part.fixed).map(({ kind, text }) => `${kind} ${text}`);
    expect(fixed).toEqual([
      "sig 霧峰重工業株式会社の業界",
      "framework 青葉産業株式会社の会員 5 社",
      "reference 常磐電機株式会社「注意喚起」",
      "reference https://www.tokiwa.example/1.html",
    ]);
    // What is printed at a citation is the publication, not the name it is cited by.
    expect(findings.filter(({ text }) => text.includes("PENGUIN"))).toHaveLength(1);
    const said = findings.map(({ severity, text }) => `${severity} ${text}`);
    expect(said).toContain("review 常磐電機株式会社");
    expect(said).toContain("must 霧峰重工業株式会社");
    await expect(decide(session, says("常磐"), { action: "mask" })).rejects.toMatchObject({
      code: "sanitising.words-fixed",
      params: { text: "常磐電機株式会社" },
    });
    await decide(session, says("常磐"), { action: "allow", reason: "公表済み" });
    expect((await open(session)).findings.find(says("常磐"))?.decision?.action).toBe("allow");
    const { report } = await prepareReport(session, createSanitiser(session), QUARTER);
    const printed = JSON.stringify(report);
    expect(printed).toContain("https://www.tokiwa.example/1.html");
    expect(printed).not.toContain("霧峰");
    // Nobody has to change the roster to read a draft.
    expect((await exportReport(session, createSanitiser(session), QUARTER)).draft).toBe(true);
  }, 60_000);

  it("refuse as a whole: a must allowed, no reason, words that are others by now", async () => {
    const session = openBook();
    const sanitiser = createSanitiser(session);
    const { findings, sha256 } = await open(session);
    const must = findings.find(({ severity }) => severity === "must")?.key ?? "";
    const review = findings.find(({ severity }) => severity === "review")?.key ?? "";
    const give = (decisions: Decision[], shown = sha256) =>
      decideReport(session, sanitiser, { quarter: QUARTER, sha256: shown, decisions });
    await expect(give([{ key: must, action: "allow", reason: "x" }])).rejects.toMatchObject({
      code: "sanitising.must-stays",
    });
    await expect(give([{ key: review, action: "allow" }])).rejects.toMatchObject({
      code: "sanitising.reason-missing",
    });
    await expect(
      give([
        { key: review, action: "allow", reason: "x" },
        { key: "gone", action: "mask" },
      ]),
    ).rejects.toMatchObject({ code: "record.changed-meanwhile" });
    await expect(give([{ key: must, action: "mask" }], "0".repeat(64))).rejects.toMatchObject({
      code: "record.changed-meanwhile",
    });
    expect(summaryOf(session)).toBe(SUMMARY);
    expect((await open(session)).findings.every(({ decision }) => decision === null)).toBe(true);
  });

  it("take back that something was allowed", async () => {
    const session = openBook();
    await decide(session, says("03-1234"), { action: "allow", reason: "攻撃者側のもの" });
    const allowed = (await open(session)).findings.find(says("03-1234"));
    expect(allowed?.decision).toMatchObject({ action: "allow", reason: "攻撃者側のもの", by: "佐伯" });
    reconsiderReport(session, { quarter: QUARTER, keys: [allowed?.key ?? ""] });
    expect((await open(session)).findings.find(says("03-1234"))?.decision).toBeNull();
  });
});
