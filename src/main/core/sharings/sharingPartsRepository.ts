import { and, asc, eq, inArray, notExists, sql, type SQL } from "drizzle-orm";
import type { RecordName } from "#shared/contract/common.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import { spanOf } from "#shared/domain/quarter.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { cases, reports, sharingCases, sharingReports, sharings } from "../database/schema.ts";

export function findCasesOfSharing(db: ReadableDb, sharingId: string): RecordName[] {
  return db
    .select({ id: cases.id, title: cases.title })
    .from(sharingCases)
    .innerJoin(cases, eq(cases.id, sharingCases.caseId))
    .where(eq(sharingCases.sharingId, sharingId))
    .orderBy(asc(cases.openedAt))
    .all();
}

/** Makes the sharing's reports these; those that are in it already stay as they are. */
export function replaceReports(db: WritableDb, sharingId: string, reportIds: readonly string[], newId: () => string) {
  const wanted = new Set(reportIds);
  const existing = db.select().from(sharingReports).where(eq(sharingReports.sharingId, sharingId)).all();
  for (const { id, reportId } of existing) {
    if (!wanted.delete(reportId)) db.delete(sharingReports).where(eq(sharingReports.id, id)).run();
  }
  for (const reportId of wanted) db.insert(sharingReports).values({ id: newId(), sharingId, reportId }).run();
}

export function replaceCases(db: WritableDb, sharingId: string, caseIds: readonly string[], newId: () => string) {
  const wanted = new Set(caseIds);
  const existing = db.select().from(sharingCases).where(eq(sharingCases.sharingId, sharingId)).all();
  for (const { id, caseId } of existing) {
    if (!wanted.delete(caseId)) db.delete(sharingCases).where(eq(sharingCases.id, id)).run();
  }
  for (const caseId of wanted) db.insert(sharingCases).values({ id: newId(), sharingId, caseId }).run();
}

/**
 * Reports of a quarter that count and are neither in a sharing nor explained: what note ※1 cannot tell yet. One that is
 * only in a sharing withdrawn before it was given out is in none.
 */
export function findUnsharedCondition(db: ReadableDb, quarter: Quarter): SQL | undefined {
  const { fromMs, untilMs } = spanOf(quarter);
  const inSharing = db
    .select({ one: sql`1` })
    .from(sharingReports)
    .innerJoin(sharings, eq(sharings.id, sharingReports.sharingId))
    .where(
      and(
        eq(sharingReports.reportId, reports.id),
        sql`(${sharings.state} <> 'withdrawn' or ${sharings.sharedAt} is not null)`,
      ),
    );
  return and(
    sql`${reports.receivedAt} >= ${fromMs} and ${reports.receivedAt} < ${untilMs}`,
    sql`${reports.voidAt} is null and ${reports.providerOutside} is null and ${reports.notShared} is null`,
    notExists(inSharing),
  );
}

/** Of these ids those that no report, or no case, has. */
export function findMissing(db: ReadableDb, table: "reports" | "cases", ids: readonly string[]): string | undefined {
  const source = table === "reports" ? reports : cases;
  const found = db
    .select({ id: source.id })
    .from(source)
    .where(inArray(source.id, [...ids]))
    .all();
  const known = new Set(found.map(({ id }) => id));
  return ids.find((id) => !known.has(id));
}
