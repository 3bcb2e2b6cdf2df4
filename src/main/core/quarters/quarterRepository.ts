import { and, asc, desc, eq, gte, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { isQuarter, Quarter, quarterOf, spanOf } from "#shared/domain/quarter.ts";
import { FigureName } from "#shared/domain/vocabulary.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { figureRevisions, publishedFigures, quarterFreezes, reports, sharings } from "../database/schema.ts";

/** What counting needs of a report. */
export type CountedReport = {
  id: string;
  externalId: string;
  items: number;
  category: string;
  assessment: string;
  notShared: string | null;
  voided: boolean;
  outside: boolean;
};

export function findQuarterReports(db: ReadableDb, quarter: Quarter): CountedReport[] {
  const { fromMs, untilMs } = spanOf(quarter);
  return db
    .select({
      id: reports.id,
      externalId: reports.externalId,
      items: reports.items,
      category: reports.category,
      assessment: reports.assessment,
      notShared: reports.notShared,
      voidAt: reports.voidAt,
      providerOutside: reports.providerOutside,
    })
    .from(reports)
    .where(and(gte(reports.receivedAt, fromMs), lt(reports.receivedAt, untilMs)))
    .orderBy(asc(reports.receivedAt))
    .all()
    .map(({ voidAt, providerOutside, ...report }) => ({
      ...report,
      voided: voidAt !== null,
      outside: providerOutside !== null,
    }));
}

/** Sharings given out in a quarter, oldest first. */
export function findQuarterSharings(
  db: ReadableDb,
  quarter: Quarter,
): { id: string; externalId: string; origin: string }[] {
  const { fromMs, untilMs } = spanOf(quarter);
  return db
    .select({ id: sharings.id, externalId: sharings.externalId, origin: sharings.origin })
    .from(sharings)
    .where(and(gte(sharings.sharedAt, fromMs), lt(sharings.sharedAt, untilMs)))
    .orderBy(asc(sharings.sharedAt))
    .all();
}

export type PublishedFigure = { quarter: Quarter; figure: FigureName; value: number; source: string };

export function findPublishedFigures(db: ReadableDb, quarters: readonly Quarter[]): PublishedFigure[] {
  return db
    .select()
    .from(publishedFigures)
    .where(inArray(publishedFigures.quarter, [...quarters]))
    .all()
    .map(({ quarter, figure, value, source }) => ({
      quarter: Quarter.parse(quarter),
      figure: FigureName.parse(figure),
      value,
      source,
    }));
}

/** Quarters that hold a report or a sharing, without looking at every row: steps from one quarter to the next. */
export function findRecordQuarters(db: ReadableDb): Quarter[] {
  const quarters = new Set<Quarter>();
  for (const [table, column] of [
    ["reports", "received_at"],
    ["sharings", "shared_at"],
  ] as const) {
    const next = db.raw.prepare<[number], { at: number | null }>(
      `select min(${column}) as at from ${table} where ${column} >= ?`,
    );
    let at = next.get(Number.MIN_SAFE_INTEGER)?.at ?? null;
    while (at !== null) {
      const quarter = quarterOf(at);
      quarters.add(quarter);
      at = next.get(spanOf(quarter).untilMs)?.at ?? null;
    }
  }
  return [...quarters].sort();
}

export function findPublishedQuarters(db: ReadableDb): Quarter[] {
  return db
    .selectDistinct({ quarter: publishedFigures.quarter })
    .from(publishedFigures)
    .all()
    .map(({ quarter }) => quarter)
    .filter(isQuarter);
}

export type Freeze = typeof quarterFreezes.$inferSelect;

export function findFreezes(db: ReadableDb): Freeze[] {
  return db.select().from(quarterFreezes).orderBy(asc(quarterFreezes.quarter)).all();
}

export function findFreeze(db: ReadableDb, quarter: Quarter): Freeze | undefined {
  return db.select().from(quarterFreezes).where(eq(quarterFreezes.quarter, quarter)).get();
}

export function insertFreeze(db: WritableDb, freeze: typeof quarterFreezes.$inferInsert): void {
  db.insert(quarterFreezes).values(freeze).run();
}

export type Revision = typeof figureRevisions.$inferSelect;

export function findRevisions(db: ReadableDb, quarter: Quarter): Revision[] {
  return db
    .select()
    .from(figureRevisions)
    .where(eq(figureRevisions.quarter, quarter))
    .orderBy(asc(figureRevisions.at), asc(sql`rowid`))
    .all();
}

export function insertRevision(db: WritableDb, revision: typeof figureRevisions.$inferInsert): void {
  db.insert(figureRevisions).values(revision).run();
}

export function findLatestMoment(db: ReadableDb): number | null {
  const report = db.select({ at: reports.receivedAt }).from(reports).orderBy(desc(reports.receivedAt)).limit(1).get();
  const sharing = db
    .select({ at: sharings.sharedAt })
    .from(sharings)
    .where(isNotNull(sharings.sharedAt))
    .orderBy(desc(sharings.sharedAt))
    .limit(1)
    .get();
  const moments = [report?.at, sharing?.at].filter((at): at is number => typeof at === "number");
  return moments.length === 0 ? null : Math.max(...moments);
}
