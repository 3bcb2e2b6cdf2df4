import { and, asc, eq, gt, isNotNull, isNull, max, sql } from "drizzle-orm";
import { dayOf } from "#shared/domain/moment.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { campaigns, cases, reportCases, reports, sharingCases, sharings } from "../database/schema.ts";

export type CampaignRecord = typeof campaigns.$inferSelect;

export function findCampaigns(db: ReadableDb): CampaignRecord[] {
  return db.select().from(campaigns).orderBy(asc(campaigns.since), asc(campaigns.externalId)).all();
}

export function findCampaign(db: ReadableDb, id: string): CampaignRecord | undefined {
  return db.select().from(campaigns).where(eq(campaigns.id, id)).get();
}

/** "Has a campaign", in the words in which SQLite asks the index for it instead of reading every case. */
const inCampaign = gt(cases.campaignId, "");

/** Days on which cases of campaigns were opened. */
export function findCaseDays(db: ReadableDb): { campaignId: string | null; openedAt: string }[] {
  return db.select({ campaignId: cases.campaignId, openedAt: cases.openedAt }).from(cases).where(inCampaign).all();
}

/**
 * Counted reports of campaigns' cases; a report in two cases of one campaign comes once. SQLite keeps the order of
 * cross joins: from the few cases of campaigns to their reports, never through all reports.
 */
export function findCampaignReports(
  db: ReadableDb,
): { campaignId: string | null; reportId: string; receivedAt: number; items: number }[] {
  return db
    .selectDistinct({
      campaignId: cases.campaignId,
      reportId: reports.id,
      receivedAt: reports.receivedAt,
      items: reports.items,
    })
    .from(cases)
    .crossJoin(reportCases)
    .crossJoin(reports)
    .where(
      and(
        inCampaign,
        eq(reportCases.caseId, cases.id),
        eq(reports.id, reportCases.reportId),
        isNull(reports.voidAt),
        isNull(reports.providerOutside),
      ),
    )
    .all();
}

/** Moments at which sharings of campaigns' cases were given out. */
export function findCampaignSharings(db: ReadableDb): { campaignId: string | null; sharedAt: number }[] {
  return db
    .select({ campaignId: cases.campaignId, sharedAt: sql<number>`${sharings.sharedAt}` })
    .from(cases)
    .crossJoin(sharingCases)
    .crossJoin(sharings)
    .where(
      and(
        inCampaign,
        eq(sharingCases.caseId, cases.id),
        eq(sharings.id, sharingCases.sharingId),
        isNotNull(sharings.sharedAt),
      ),
    )
    .all();
}

export function insertCampaign(db: WritableDb, record: typeof campaigns.$inferInsert): void {
  db.insert(campaigns).values(record).run();
}

export function updateCampaignRecord(db: WritableDb, id: string, fields: Partial<CampaignRecord>): void {
  if (Object.keys(fields).length > 0) db.update(campaigns).set(fields).where(eq(campaigns.id, id)).run();
}

/** The latest day on which anything in the book happened: a report, a sharing, a case; null for an empty book. */
export function findLatestDay(db: ReadableDb): string | null {
  const received =
    db
      .select({ at: max(reports.receivedAt) })
      .from(reports)
      .get()?.at ?? null;
  const shared =
    db
      .select({ at: max(sharings.sharedAt) })
      .from(sharings)
      .get()?.at ?? null;
  const opened =
    db
      .select({ day: max(cases.openedAt) })
      .from(cases)
      .get()?.day ?? null;
  const days = [received, shared].flatMap((at) => (at === null ? [] : [dayOf(at)]));
  return [...days, ...(opened === null ? [] : [opened])].sort().at(-1) ?? null;
}
