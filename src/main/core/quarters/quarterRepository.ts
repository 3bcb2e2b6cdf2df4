import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { isQuarter, Quarter, quarterOf, spanOf } from "#shared/domain/quarter.ts";
import { FigureName } from "#shared/domain/vocabulary.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { figureRevisions, publishedFigures, quarterFreezes, reports, sharings } from "../database/schema.ts";

/** Reports of a quarter that are alike in all that is counted, with the sum of their items. */
export type CountedGroup = {
  category: string;
  assessment: string;
  notShared: string | null;
  voided: boolean;
  outside: boolean;
  items: number;
};

/**
 * Sums a quarter's reports by all that is counted. From the index alone, which SQLite has to be told: by itself it would
 * read every report of the quarter with its text.
 */
export function sumQuarterReports(db: ReadableDb, quarter: Quarter): CountedGroup[] {
  const { fromMs, untilMs } = spanOf(quarter);
  return db.raw
    .prepare<[number, number], Omit<CountedGroup, "voided" | "outside"> & { voided: 0 | 1; outside: 0 | 1 }>(
      `select category, assessment, not_shared as notShared, void_at is not null as voided,
              provider_outside is not null as outside, sum(items) as items
       from reports indexed by reports_counted
       where received_at >= ? and received_at < ?
       group by voided, outside, assessment, category, not_shared`,
    )
    .all(fromMs, untilMs)
    .map((group) => ({ ...group, voided: group.voided === 1, outside: group.outside === 1 }));
}

/** The reports behind a quarter's numbers, by external id, oldest first: neither void nor from outside (rule 2). */
export function findCountedReportIds(db: ReadableDb, quarter: Quarter): string[] {
  const { fromMs, untilMs } = spanOf(quarter);
  return db
    .select({ externalId: reports.externalId })
    .from(reports)
    .where(
      and(
        gte(reports.receivedAt, fromMs),
        lt(reports.receivedAt, untilMs),
        isNull(reports.voidAt),
        isNull(reports.providerOutside),
      ),
    )
    .orderBy(asc(reports.receivedAt))
    .all()
    .map(({ externalId }) => externalId);
}

/** How many sharings of each origin were given out in a quarter; answered from an index alone. */
export function countQuarterSharings(db: ReadableDb, quarter: Quarter): { origin: string; count: number }[] {
  const { fromMs, untilMs } = spanOf(quarter);
  return db
    .select({ origin: sharings.origin, count: count() })
    .from(sharings)
    .where(and(gte(sharings.sharedAt, fromMs), lt(sharings.sharedAt, untilMs)))
    .groupBy(sharings.origin)
    .all();
}

/** The sharings behind a quarter's numbers, by external id, oldest first. */
export function findSharedIds(db: ReadableDb, quarter: Quarter): string[] {
  const { fromMs, untilMs } = spanOf(quarter);
  return db
    .select({ externalId: sharings.externalId })
    .from(sharings)
    .where(and(gte(sharings.sharedAt, fromMs), lt(sharings.sharedAt, untilMs)))
    .orderBy(asc(sharings.sharedAt))
    .all()
    .map(({ externalId }) => externalId);
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
