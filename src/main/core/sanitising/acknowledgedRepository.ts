import { and, eq, inArray, isNull } from "drizzle-orm";
import { quarterOf, type Quarter } from "#shared/domain/quarter.ts";
import type { ReadableDb } from "../database/handles.ts";
import {
  findingDecisions,
  publications,
  reportCases,
  reports,
  sharingCases,
  sharings,
  textReleases,
  writeups,
} from "../database/schema.ts";
import { wordKey } from "./findingKey.ts";
import { foldString } from "./folding/foldText.ts";

/**
 * Words that somebody acknowledged in a text that was published since: in a write-up that was released for publication and whose
 * quarter's report came out after that, or in such a report's own words. They stand in print, and are not asked about again.
 *
 * @returns folded
 */
export function findAcknowledgedWords(db: ReadableDb): ReadonlySet<string> {
  const published = findPublished(db);
  if (published.size === 0) return new Set();
  const printedAt = new Map([...published, ...findPrintedWriteups(db, published)]);
  const words = db
    .select({
      textId: findingDecisions.textId,
      key: findingDecisions.findingKey,
      word: findingDecisions.surface,
      at: findingDecisions.at,
    })
    .from(findingDecisions)
    .where(and(eq(findingDecisions.action, "allow"), inArray(findingDecisions.textId, [...printedAt.keys()])))
    .all()
    .filter(({ textId, key, word, at }) => at <= (printedAt.get(textId) ?? 0) && key === wordKey(word));
  return new Set(words.map(({ word }) => foldString(word)));
}

/** Quarters whose report came out, and when it did last. */
function findPublished(db: ReadableDb): Map<string, number> {
  const published = new Map<string, number>();
  for (const { quarter, at } of db
    .select({ quarter: publications.quarter, at: publications.at })
    .from(publications)
    .all()) {
    published.set(quarter, Math.max(at, published.get(quarter) ?? 0));
  }
  return published;
}

/** Write-ups that a report printed, and up to when their words were settled: their last release before it. */
function findPrintedWriteups(db: ReadableDb, published: ReadonlyMap<string, number>): Map<string, number> {
  const released = db
    .select({ id: writeups.id, caseId: writeups.caseId, at: textReleases.at })
    .from(textReleases)
    .innerJoin(writeups, eq(writeups.id, textReleases.textId))
    .where(eq(textReleases.purpose, "publish"))
    .all();
  const quarters = findQuartersOfCases(db, [...new Set(released.map(({ caseId }) => caseId))]);
  const settled = new Map<string, number>();
  for (const { id, caseId, at } of released) {
    const isPrinted = [...(quarters.get(caseId) ?? [])].some((quarter) => (published.get(quarter) ?? 0) >= at);
    if (isPrinted) settled.set(id, Math.max(at, settled.get(id) ?? 0));
  }
  return settled;
}

/** In whose report a case can stand: where it was reported, and where the hub shared it. */
function findQuartersOfCases(db: ReadableDb, caseIds: readonly string[]): Map<string, Set<Quarter>> {
  const received = db
    .select({ caseId: reportCases.caseId, at: reports.receivedAt })
    .from(reportCases)
    .innerJoin(reports, eq(reports.id, reportCases.reportId))
    .where(and(inArray(reportCases.caseId, [...caseIds]), isNull(reports.voidAt)))
    .all();
  const shared = db
    .select({ caseId: sharingCases.caseId, at: sharings.sharedAt })
    .from(sharingCases)
    .innerJoin(sharings, eq(sharings.id, sharingCases.sharingId))
    .where(inArray(sharingCases.caseId, [...caseIds]))
    .all();
  const quarters = new Map<string, Set<Quarter>>();
  for (const { caseId, at } of [...received, ...shared]) {
    if (at !== null) quarters.set(caseId, (quarters.get(caseId) ?? new Set()).add(quarterOf(at)));
  }
  return quarters;
}
