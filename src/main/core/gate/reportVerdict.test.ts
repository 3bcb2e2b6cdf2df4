import { expect, it, onTestFinished } from "vitest";
import type { TextRef } from "#shared/contract/sanitising.ts";
import { recordAnswers } from "../approvals/recordAnswers.ts";
import { openBook } from "../casebook/openBook.ts";
import { updateCase } from "../cases/caseService.ts";
import type { BookSession } from "../database/bookSession.ts";
import { exportReport } from "../publishing/exportReport.ts";
import { updateReportDraft } from "../publishing/reportEntries.ts";
import { createSanitiser, type Sanitiser } from "../sanitising/sanitiser.ts";
import { findProviders, readText } from "../sanitising/textRepository.ts";
import { textSha256 } from "../sanitising/textSha256.ts";
import { openTestBook, TEST_KEY, type TestBook } from "../testing/openTestBook.ts";
import { findCaseIdByExternalId } from "../writeups/writeupRepository.ts";
import { createWriteup } from "../writeups/writeupService.ts";
import { releaseText } from "./release.ts";
import { releaseReport, reportVerdict } from "./reportVerdict.ts";

const QUARTER = "2022Q4";
const REPORT = {
  type: "report",
  id: "R1",
  receivedAt: "2022-12-02T10:00:00+09:00",
  provider: { organization: "O1" },
  channel: "mail",
  items: 1,
  category: "phishing",
  assessment: "targeted",
  title: "不審なメール",
  cases: ["C1"],
};
const LINES = [
  { type: "organization", id: "O1", name: "霧峰重工業株式会社" },
  {
    type: "case",
    id: "C1",
    title: "不審なメール",
    kind: "phishing",
    openedAt: "2022-12-01",
    origin: "provided",
    narrative: "霧峰重工業株式会社から、不審なメールを受信したとの情報提供があった。\n",
  },
  REPORT,
];

async function unmetOf(session: BookSession) {
  const { open, conditions } = await reportVerdict(session, createSanitiser(session), QUARTER);
  const unmet = conditions.filter(({ met }) => !met).map(({ code }) => code);
  expect(open).toBe(unmet.length === 0);
  return unmet;
}

function handOver(book: TestBook, from: BookSession, actor: string): BookSession {
  from.close();
  const { now, newId } = book.clock;
  const next = openBook(book.path, { passphrase: TEST_KEY, actor, now, newId });
  onTestFinished(() => next.close());
  return next;
}

const shaOf = (session: BookSession, ref: TextRef): string => session.read((db) => textSha256(readText(db, ref)));

/** A write-up of the one case, to whose publication its provider agreed. */
async function agreeOnWriteup(session: BookSession): Promise<TextRef> {
  const caseId = session.read((db) => findCaseIdByExternalId(db, "C1")) ?? "";
  const ref: TextRef = { kind: "writeup", id: await createWriteup(session, createSanitiser(session), caseId) };
  session.write("approvals.record", (db) => {
    const [provider] = findProviders(db, readText(db, ref));
    if (!provider) throw new Error("nobody provided it");
    recordAnswers(db, session, {
      text: ref,
      sha256: textSha256(readText(db, ref)),
      party: provider.party,
      answers: [{ purpose: "publish", decision: "approved", terms: [] }],
      at: session.now(),
      how: "メール",
      conditions: null,
      evidence: null,
    });
  });
  return ref;
}

it("lets a quarter be published when every chapter may be and a second person said so, for exactly this report", async () => {
  const book = openTestBook(LINES);
  book.session.write("publishing.updateDraft", (db) =>
    updateReportDraft(db, QUARTER, { lead: "この四半期の状況を示す。" }, book.session.newId),
  );
  // The narrative stands in for a write-up, with a name in it.
  expect(await unmetOf(book.session)).toEqual(["no-must-finding", "chapters-ready", "second-person"]);
  const ref = await agreeOnWriteup(book.session);
  expect(await unmetOf(book.session)).toEqual(["chapters-ready", "second-person"]);
  await expect(releaseReport(book.session, createSanitiser(book.session), QUARTER)).rejects.toMatchObject({
    code: "gate.same-person",
  });

  const other = handOver(book, book.session, "三好");
  const sanitiser = createSanitiser(other);
  await expect(releaseReport(other, sanitiser, QUARTER)).rejects.toMatchObject({
    code: "gate.closed",
    params: { condition: "chapters-ready" },
  });
  await releaseText(other, sanitiser, { text: ref, purpose: "publish", sha256: shaOf(other, ref) });
  expect(await unmetOf(other)).toEqual(["second-person"]);
  await releaseReport(other, sanitiser, QUARTER);
  expect(await unmetOf(other)).toEqual([]);

  // What changes while the pages are made and looked through is not what was released.
  const change = () =>
    other.write("publishing.updateDraft", (db) =>
      updateReportDraft(db, QUARTER, { publishedOn: "2023-01-26" }, other.newId),
    );
  const slow: Sanitiser = {
    ...sanitiser,
    scanAll(texts, options) {
      change();
      return sanitiser.scanAll(texts, options);
    },
  };
  await expect(exportReport(other, slow, QUARTER)).rejects.toMatchObject({ code: "record.changed-meanwhile" });
  expect((await exportReport(other, sanitiser, QUARTER)).draft).toBe(true);

  const third = handOver(book, other, "江口");
  third.write("publishing.updateDraft", (db) =>
    updateReportDraft(db, QUARTER, { lead: "霧峰重工業株式会社の協力を得た。" }, third.newId),
  );
  expect(await unmetOf(third)).toEqual(["no-must-finding", "second-person"]);
}, 60_000);

it("takes who changed its own words last for its author, wherever they were written", async () => {
  const book = openTestBook(
    LINES.map((line) => ("narrative" in line ? { ...line, narrative: "", summary: "要約。" } : line)),
  );
  const authorOf = async (session: BookSession) => {
    const { conditions } = await reportVerdict(session, createSanitiser(session), QUARTER);
    return conditions.find(({ code }) => code === "second-person")?.params["author"];
  };
  const caseId = book.session.read((db) => findCaseIdByExternalId(db, "C1")) ?? "";
  expect(await authorOf(book.session)).toBe("佐伯");
  const other = handOver(book, book.session, "三好");
  other.write("cases.update", (db) => updateCase(db, caseId, { narrative: "章の本文。" }));
  expect(await authorOf(other)).toBe("佐伯");
  other.write("cases.update", (db) => updateCase(db, caseId, { summary: "三好が書いた。" }));
  expect(await authorOf(other)).toBe("三好");
  await expect(releaseReport(other, createSanitiser(other), QUARTER)).rejects.toMatchObject({
    code: "gate.same-person",
  });
}, 60_000);

it("waits for the quarter's end and for its judgements, and has nothing to say of an empty one", async () => {
  const open = openTestBook([...LINES, { ...REPORT, id: "R2", assessment: "undetermined" }]);
  expect(await unmetOf(open.session)).toContain("quarter-ready");
  const early = openTestBook(LINES);
  early.clock.nowMs = Date.parse("2022-12-31T23:00:00+09:00");
  expect(await unmetOf(early.session)).toContain("quarter-ready");
  expect(await unmetOf(openTestBook().session)).toEqual(["text-there"]);
}, 60_000);
