import { onTestFinished } from "vitest";
import type { TextRef } from "#shared/contract/sanitising.ts";
import type { ConsentTerm } from "#shared/domain/consent.ts";
import { recordAnswers } from "../../approvals/recordAnswers.ts";
import { openBook } from "../../casebook/openBook.ts";
import type { BookSession } from "../../database/bookSession.ts";
import { createSanitiser } from "../../sanitising/sanitiser.ts";
import { findProviders, readText } from "../../sanitising/textRepository.ts";
import { textSha256 } from "../../sanitising/textSha256.ts";
import { openTestBook, TEST_KEY, type TestBook } from "../../testing/openTestBook.ts";
import { findCaseIdByExternalId } from "../../writeups/writeupRepository.ts";
import { createWriteup } from "../../writeups/writeupService.ts";
import { judgeText } from "../textVerdict.ts";

const LINES = [
  {
    type: "organization",
    id: "O1",
    name: "霧峰重工業株式会社",
    aliases: ["霧峰"],
    domains: ["kirimine.example"],
    persons: [{ name: "都築 真由", reading: "つづき まゆ", email: "m.tsuzuki@kirimine.example" }],
  },
  {
    type: "case",
    id: "C1",
    title: "不審なメール",
    kind: "phishing",
    openedAt: "2022-12-01",
    origin: "provided",
    narrative:
      "霧峰重工業株式会社から、不審なメールを受信したとの情報提供があった。\n\n添付ファイルを開くとウイルスに感染する。\n",
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
    title: "不審なメール",
    cases: ["C1"],
  },
];

/** A write-up without findings, born from a case that one participant provided. */
export async function openWriteup() {
  const book = openTestBook(LINES);
  const { session } = book;
  const sanitiser = createSanitiser(session);
  const caseId = session.read((db) => findCaseIdByExternalId(db, "C1")) ?? "";
  const ref: TextRef = { kind: "writeup", id: await createWriteup(session, sanitiser, caseId) };
  return { book, session, sanitiser, ref };
}

/** The same book in the hands of another analyst. */
export function handOver({ session, path, clock }: TestBook, actor: string): BookSession {
  session.close();
  const next = openBook(path, { passphrase: TEST_KEY, actor, now: clock.now, newId: clock.newId });
  onTestFinished(() => next.close());
  return next;
}

/** What a release and a consent are bound to. */
export const shaOf = (session: BookSession, ref: TextRef): string =>
  session.read((db) => textSha256(readText(db, ref)));

/** What is missing before it may go there. */
export async function unmetOf(
  session: BookSession,
  ref: TextRef,
  destination: "copy" | "provider" | "share" | "publish",
) {
  const { verdict } = await judgeText(session, createSanitiser(session), ref, destination);
  if (verdict.open !== verdict.conditions.every(({ met }) => met))
    throw new Error("open says another thing than its conditions");
  return verdict.conditions.filter(({ met }) => !met).map(({ code }) => code);
}

/** The provider agrees to the text as it stands. */
export function consent(
  session: BookSession,
  ref: TextRef,
  purpose: "share" | "publish",
  terms: ConsentTerm[] = [],
): void {
  session.write("approvals.record", (db) => {
    const { party } = findProviders(db, readText(db, ref))[0] ?? {};
    if (!party) throw new Error("nobody provided it");
    recordAnswers(db, session, {
      text: ref,
      sha256: textSha256(readText(db, ref)),
      party,
      answers: [{ purpose, decision: terms.length > 0 ? "conditional" : "approved", terms }],
      at: session.now(),
      how: "メール",
      conditions: null,
      evidence: null,
    });
  });
}
