import type { Decision, DeskFinding, TextRef } from "#shared/contract/sanitising.ts";
import { sampleWords } from "#shared/messages/printed/sampleWords.ts";
import { recordAnswers } from "../approvals/recordAnswers.ts";
import type { BookSession } from "../database/bookSession.ts";
import { releaseReport } from "../gate/reportVerdict.ts";
import { releaseText } from "../gate/release.ts";
import { decideReport, openReportWords } from "../publishing/decideReport.ts";
import { findDraft } from "../publishing/publishingRepository.ts";
import { isSamePerson } from "../gate/textVerdict.ts";
import { listEntries } from "../publishing/reportEntries.ts";
import { decide } from "../sanitising/deskCommands.ts";
import { inspectText, isOpen } from "../sanitising/inspectText.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { findProviders, readText } from "../sanitising/textRepository.ts";
import { SAMPLE_QUARTER } from "./sampleBook.ts";
import { createWriteup } from "../writeups/writeupService.ts";

/** The same book in another analyst's hands. */
const as = (session: BookSession, actor: string): BookSession => ({ ...session, actor });

/**
 * Does in the sample what analysts would have done by the day of publication, by the same commands: a write-up of every
 * chapter, looked through, consented to and released by a second person, and then the report with its own words. One that is
 * no chapter yet lies on the desk as it was born.
 */
export async function workSample(session: BookSession, sanitiser: Sanitiser): Promise<void> {
  const author = as(session, sampleWords.author);
  const second = as(session, releaserBeside(session.actor));
  const entries = session
    .read((db) => listEntries(db, SAMPLE_QUARTER, findDraft(db, SAMPLE_QUARTER)))
    .filter(({ hasNarrative }) => hasNarrative);
  for (const { caseId, place } of entries) {
    const text: TextRef = { kind: "writeup", id: await createWriteup(author, sanitiser, caseId) };
    if (place !== "chapter") continue;
    const sha256 = await lookThrough(author, sanitiser, text);
    consent(author, text, sha256);
    await releaseText(second, sanitiser, { text, purpose: "publish", sha256 });
  }
  await lookThroughReport(author, sanitiser);
  await releaseReport(second, sanitiser, SAMPLE_QUARTER);
}

/** Somebody other than the author, and than who opens the sample: the report is theirs. */
function releaserBeside(analyst: string): string {
  return sampleWords.releasers.find((name) => !isSamePerson(name, analyst)) ?? "";
}

/** Allows what is left to look at: words of the sample's own texts. */
async function lookThrough(session: BookSession, sanitiser: Sanitiser, text: TextRef): Promise<string> {
  const { findings, sha256 } = await inspectText(session, sanitiser, text);
  const decisions = allow(findings.map(({ shown }) => shown));
  if (decisions.length > 0) await decide(session, sanitiser, { text, sha256, decisions });
  return sha256;
}

/** The same for the words of the report that no write-up holds. */
async function lookThroughReport(session: BookSession, sanitiser: Sanitiser): Promise<void> {
  const { findings, sha256 } = await openReportWords(session, sanitiser, SAMPLE_QUARTER);
  const decisions = allow(findings);
  if (decisions.length > 0) await decideReport(session, sanitiser, { quarter: SAMPLE_QUARTER, sha256, decisions });
}

function allow(findings: readonly DeskFinding[]): Decision[] {
  const keys = new Set(findings.filter(isOpen).map(({ key }) => key));
  return [...keys].map((key) => ({ key, action: "allow", reason: sampleWords.lookedAt }));
}

function consent(session: BookSession, text: TextRef, sha256: string): void {
  const at = session.now();
  const providers = session.read((db) => findProviders(db, readText(db, text)));
  session.write("approvals.record", (db) => {
    for (const { party } of providers) {
      const answers = [{ purpose: "publish" as const, decision: "approved" as const, terms: [] }];
      recordAnswers(db, session, {
        text,
        sha256,
        party,
        answers,
        at,
        how: sampleWords.how,
        conditions: null,
        evidence: null,
      });
    }
  });
}
