import type { Quarter } from "#shared/domain/quarter.ts";
import type { BookSession } from "../database/bookSession.ts";
import { loadLines, type LoadCounts } from "../exchange/loadLines.ts";
import { toLine } from "../exchange/readLines.ts";
import { updateReportDraft } from "../publishing/reportEntries.ts";
import { findCaseIdByExternalId } from "../writeups/writeupRepository.ts";
import { CASE_ON_THE_DESK, readSampleLines } from "../sample/readSampleBook.ts";

export const SAMPLE_QUARTER: Quarter = "2022Q4";

/** Fills an empty book with the sample of 2022Q4, by the same way as any interchange file. */
export function fillWithSample(session: BookSession): LoadCounts {
  const lines = [...readSampleLines()].map((value, position) => toLine({ ...value }, "sample", position + 1));
  return session.write("casebook.createSample", (db) => {
    const counts = loadLines(db, lines, session.newId);
    const caseId = findCaseIdByExternalId(db, CASE_ON_THE_DESK) ?? "";
    updateReportDraft(db, SAMPLE_QUARTER, { entries: [{ caseId, place: "digest" }] }, session.newId);
    return counts;
  });
}
