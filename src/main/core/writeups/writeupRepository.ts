import { and, desc, eq, exists, gte, inArray, isNull, lt, ne, or, sql, type SQL } from "drizzle-orm";
import type { UnwrittenCase } from "#shared/contract/writeups.ts";
import { spanOf, type Quarter } from "#shared/domain/quarter.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { cases, reportCases, reports, sharingCases, sharings, textReleases, writeups } from "../database/schema.ts";

export type WriteupRecord = typeof writeups.$inferSelect;

export function findWriteup(db: ReadableDb, id: string): WriteupRecord | undefined {
  return db.select().from(writeups).where(eq(writeups.id, id)).get();
}

export function findWriteupOfCase(db: ReadableDb, caseId: string): { id: string } | undefined {
  return db.select({ id: writeups.id }).from(writeups).where(eq(writeups.caseId, caseId)).get();
}

export function findNarrative(db: ReadableDb, caseId: string): { title: string; narrative: string } | undefined {
  return db.select({ title: cases.title, narrative: cases.narrative }).from(cases).where(eq(cases.id, caseId)).get();
}

export function findCaseIdByExternalId(db: ReadableDb, externalId: string): string | undefined {
  return db.select({ id: cases.id }).from(cases).where(eq(cases.externalId, externalId)).get()?.id;
}

/** Cases with a report or a sharing in the quarter; undefined for all. */
function isInQuarter(db: ReadableDb, quarter: Quarter | null): SQL | undefined {
  if (quarter === null) return undefined;
  const { fromMs, untilMs } = spanOf(quarter);
  const reported = db
    .select({ one: sql`1` })
    .from(reportCases)
    .innerJoin(reports, eq(reports.id, reportCases.reportId))
    .where(
      and(
        eq(reportCases.caseId, cases.id),
        isNull(reports.voidAt),
        gte(reports.receivedAt, fromMs),
        lt(reports.receivedAt, untilMs),
      ),
    );
  const shared = db
    .select({ one: sql`1` })
    .from(sharingCases)
    .innerJoin(sharings, eq(sharings.id, sharingCases.sharingId))
    .where(and(eq(sharingCases.caseId, cases.id), gte(sharings.sharedAt, fromMs), lt(sharings.sharedAt, untilMs)));
  return or(exists(reported), exists(shared));
}

/** Newest first, with the case's title. */
export function findWriteups(db: ReadableDb, quarter: Quarter | null) {
  return db
    .select({
      id: writeups.id,
      caseId: writeups.caseId,
      caseTitle: cases.title,
      title: writeups.title,
      author: writeups.author,
      updatedAt: writeups.updatedAt,
    })
    .from(writeups)
    .innerJoin(cases, eq(cases.id, writeups.caseId))
    .where(isInQuarter(db, quarter))
    .orderBy(desc(writeups.updatedAt), desc(writeups.id))
    .all();
}

/** The hashes that were released for publication, and the words that are there now. */
export function findReleases(db: ReadableDb, ids: readonly string[]) {
  const texts = db
    .select({ id: writeups.id, title: writeups.title, body: writeups.body })
    .from(writeups)
    .where(inArray(writeups.id, [...ids]))
    .all();
  const releases = db
    .select({ textId: textReleases.textId, sha256: textReleases.textSha256 })
    .from(textReleases)
    .where(and(inArray(textReleases.textId, [...ids]), eq(textReleases.purpose, "publish")))
    .all();
  return { texts, releases };
}

export function findUnwrittenCases(db: ReadableDb, quarter: Quarter | null): UnwrittenCase[] {
  return db
    .select({ id: cases.id, title: cases.title, openedAt: cases.openedAt, kind: cases.kind })
    .from(cases)
    .leftJoin(writeups, eq(writeups.caseId, cases.id))
    .where(and(isNull(writeups.id), ne(sql`trim(${cases.narrative})`, ""), isInQuarter(db, quarter)))
    .orderBy(desc(cases.openedAt), desc(cases.id))
    .limit(MOST_UNWRITTEN)
    .all();
}

/** A choice to pick from; older ones are reached by their quarter. */
const MOST_UNWRITTEN = 1_000;

export function insertWriteup(db: WritableDb, record: WriteupRecord): void {
  db.insert(writeups).values(record).run();
}
