import { and, asc, desc, eq, exists, gte, inArray, isNull, lt, or } from "drizzle-orm";
import { spanOf, type Quarter } from "#shared/domain/quarter.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import {
  cases,
  campaigns,
  publications,
  referenceDocuments,
  reportCases,
  reportDrafts,
  reports,
  sharingCases,
  sharings,
  sightings,
  writeups,
} from "../database/schema.ts";

export type DraftRecord = typeof reportDrafts.$inferSelect;
export type ReportedCase = typeof cases.$inferSelect & {
  campaignName: string | null;
  campaignExternalId: string | null;
  /** The sanitised account that a chapter prints, once there is one. */
  writeup: { id: string; title: string; body: string } | null;
};

export function findDraft(db: ReadableDb, quarter: Quarter): DraftRecord | undefined {
  return db.select().from(reportDrafts).where(eq(reportDrafts.quarter, quarter)).get();
}

export function insertDraft(db: WritableDb, draft: typeof reportDrafts.$inferInsert): void {
  db.insert(reportDrafts).values(draft).run();
}

export function updateDraftRecord(db: WritableDb, id: string, fields: Partial<typeof reportDrafts.$inferInsert>): void {
  if (Object.keys(fields).length > 0) db.update(reportDrafts).set(fields).where(eq(reportDrafts.id, id)).run();
}

export function insertPublication(db: WritableDb, publication: typeof publications.$inferInsert): void {
  db.insert(publications).values(publication).run();
}

/**
 * Cases that can stand in a quarter's report: those with a counted report received in it, and those the hub found
 * itself of which a sharing was given out in it.
 */
export function findReportedCases(db: ReadableDb, quarter: Quarter): ReportedCase[] {
  const { fromMs, untilMs } = spanOf(quarter);
  const received = db
    .select({ id: reportCases.id })
    .from(reportCases)
    .innerJoin(reports, eq(reports.id, reportCases.reportId))
    .where(
      and(
        eq(reportCases.caseId, cases.id),
        gte(reports.receivedAt, fromMs),
        lt(reports.receivedAt, untilMs),
        isNull(reports.voidAt),
        isNull(reports.providerOutside),
      ),
    );
  const shared = db
    .select({ id: sharingCases.id })
    .from(sharingCases)
    .innerJoin(sharings, eq(sharings.id, sharingCases.sharingId))
    .where(and(eq(sharingCases.caseId, cases.id), gte(sharings.sharedAt, fromMs), lt(sharings.sharedAt, untilMs)));
  return db
    .select({
      record: cases,
      campaignName: campaigns.name,
      campaignExternalId: campaigns.externalId,
      writeup: { id: writeups.id, title: writeups.title, body: writeups.body },
    })
    .from(cases)
    .leftJoin(campaigns, eq(campaigns.id, cases.campaignId))
    .leftJoin(writeups, eq(writeups.caseId, cases.id))
    .where(or(exists(received), and(eq(cases.origin, "hub"), exists(shared))))
    .orderBy(asc(cases.openedAt), asc(cases.externalId))
    .all()
    .map(({ record, ...beside }) => ({ ...record, ...beside }));
}

export type ReferenceRow = { id: string; externalId: string; title: string; url: string; publishedOn: string | null };

/** What can be cited, latest first. */
export function findReferences(db: ReadableDb): ReferenceRow[] {
  return db
    .select()
    .from(referenceDocuments)
    .orderBy(desc(referenceDocuments.publishedOn), asc(referenceDocuments.externalId))
    .all()
    .map((row) => ({ ...row, url: row.url ?? "" }));
}

/** What `[^name]` can cite, in lower case. */
export function findCitationNames(db: ReadableDb): ReadonlySet<string> {
  return new Set(findReferences(db).flatMap(({ id, externalId }) => [id, externalId.toLowerCase()]));
}

/** Organisations (and names of outsiders) that a case is about: providers, victims, those who found it again. */
export function findPartiesOfCases(
  db: ReadableDb,
  caseIds: readonly string[],
): { caseId: string; organizationId: string | null; outside: string | null }[] {
  const ids = [...caseIds];
  const reported = db
    .select({
      caseId: reportCases.caseId,
      provider: reports.providerOrganizationId,
      providerOutside: reports.providerOutside,
      victim: reports.victimOrganizationId,
      victimOutside: reports.victimOutside,
    })
    .from(reportCases)
    .innerJoin(reports, eq(reports.id, reportCases.reportId))
    .where(inArray(reportCases.caseId, ids))
    .all();
  const sighted = db
    .select({ caseId: sharingCases.caseId, organizationId: sightings.organizationId })
    .from(sharingCases)
    .innerJoin(sightings, eq(sightings.sharingId, sharingCases.sharingId))
    .where(inArray(sharingCases.caseId, ids))
    .all();
  return [
    ...reported.flatMap(({ caseId, provider, providerOutside, victim, victimOutside }) => [
      { caseId, organizationId: provider, outside: providerOutside },
      { caseId, organizationId: victim, outside: victimOutside },
    ]),
    ...sighted.map(({ caseId, organizationId }) => ({ caseId, organizationId, outside: null })),
  ];
}

/** A counted report of a quarter (rule 2: not void, from inside the scheme) with the cases it belongs to. */
export type ReportedItems = { items: number; category: string; caseIds: string[] };

export function findReportedItems(db: ReadableDb, quarter: Quarter): ReportedItems[] {
  const { fromMs, untilMs } = spanOf(quarter);
  const rows = db
    .select({ id: reports.id, items: reports.items, category: reports.category, caseId: reportCases.caseId })
    .from(reports)
    .leftJoin(reportCases, eq(reportCases.reportId, reports.id))
    .where(
      and(
        gte(reports.receivedAt, fromMs),
        lt(reports.receivedAt, untilMs),
        isNull(reports.voidAt),
        isNull(reports.providerOutside),
      ),
    )
    .orderBy(asc(reports.receivedAt), asc(reports.externalId))
    .all();
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((ofOne) => ({
    items: ofOne[0]?.items ?? 0,
    category: ofOne[0]?.category ?? "",
    caseIds: ofOne.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])),
  }));
}
