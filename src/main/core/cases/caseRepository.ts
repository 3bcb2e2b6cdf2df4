import { and, asc, count, desc, eq, gte, inArray, lte, or, sql, type SQL } from "drizzle-orm";
import type { CaseLink, CaseRow, CASE_SORTS } from "#shared/contract/cases.ts";
import type { RecordName } from "#shared/contract/common.ts";
import { firstDayOf, lastDayOf, type Quarter } from "#shared/domain/quarter.ts";
import { Confidence, LinkRelation, Origin } from "#shared/domain/vocabulary.ts";
import { fullName } from "../database/fullName.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { campaigns, cases, links, reportCases, sharingCases, sharings } from "../database/schema.ts";
import { recordMatches } from "../search/matchRecords.ts";

export type CaseRecord = typeof cases.$inferSelect;
export type NewCaseRecord = typeof cases.$inferInsert;

const rowColumns = {
  record: cases,
  campaignName: campaigns.name,
  reportCount: sql<number>`(select count(*) from ${reportCases} where ${reportCases.caseId} = ${fullName(cases.id)})`,
  sharingCount: sql<number>`(select count(*) from ${sharingCases} where ${sharingCases.caseId} = ${fullName(cases.id)})`,
  linkCount: sql<number>`(select count(*) from ${links} where ${links.fromId} = ${fullName(cases.id)} or ${links.toId} = ${fullName(cases.id)})`,
};

function selectRows(db: ReadableDb) {
  return db.select(rowColumns).from(cases).leftJoin(campaigns, eq(campaigns.id, cases.campaignId));
}

type SelectedRow = ReturnType<ReturnType<typeof selectRows>["all"]>[number];

function toRow({ record, campaignName, reportCount, sharingCount, linkCount }: SelectedRow): CaseRow {
  const { id, externalId, title, kind, openedAt, campaignId, narrative } = record;
  return {
    id,
    externalId,
    title,
    kind,
    openedAt,
    origin: Origin.parse(record.origin),
    campaign: campaignId === null ? null : { id: campaignId, title: campaignName ?? "" },
    reportCount,
    sharingCount,
    linkCount,
    hasNarrative: narrative.trim() !== "",
  };
}

export type CaseListing = {
  filter: { quarter: Quarter | null; origin: Origin | null; campaignId: string | null; text: string };
  sort: { by: (typeof CASE_SORTS)[number]; descending: boolean };
  offset: number;
  limit: number;
};

const SORT_BY = {
  openedAt: sql`${cases.openedAt}`,
  title: sql`${cases.title}`,
  kind: sql`${cases.kind}`,
  reportCount: rowColumns.reportCount,
} satisfies Record<(typeof CASE_SORTS)[number], SQL>;

export function findCases(
  db: ReadableDb,
  { filter, sort, offset, limit }: CaseListing,
): { total: number; rows: CaseRow[] } {
  const { quarter, origin, campaignId, text } = filter;
  const condition = and(
    quarter === null
      ? undefined
      : and(gte(cases.openedAt, firstDayOf(quarter)), lte(cases.openedAt, lastDayOf(quarter))),
    origin === null ? undefined : eq(cases.origin, origin),
    campaignId === null ? undefined : eq(cases.campaignId, campaignId),
    recordMatches(cases.id, text),
  );
  const direction = sort.descending ? desc : asc;
  const rows = selectRows(db)
    .where(condition)
    .orderBy(direction(SORT_BY[sort.by]), direction(cases.openedAt), direction(cases.id))
    .limit(limit)
    .offset(offset)
    .all()
    .map(toRow);
  const counted = db.select({ total: count() }).from(cases).where(condition).get();
  return { total: counted?.total ?? 0, rows };
}

export function findCasesOfCampaign(db: ReadableDb, campaignId: string): CaseRow[] {
  return selectRows(db).where(eq(cases.campaignId, campaignId)).orderBy(desc(cases.openedAt)).all().map(toRow);
}

export function findCase(db: ReadableDb, id: string): { record: CaseRecord; row: CaseRow } | undefined {
  const selected = selectRows(db).where(eq(cases.id, id)).get();
  return selected && { record: selected.record, row: toRow(selected) };
}

export function caseExists(db: ReadableDb, id: string): boolean {
  return db.select({ id: cases.id }).from(cases).where(eq(cases.id, id)).get() !== undefined;
}

export function campaignExists(db: ReadableDb, id: string): boolean {
  return db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, id)).get() !== undefined;
}

export function insertCase(db: WritableDb, record: NewCaseRecord): void {
  db.insert(cases).values(record).run();
}

export function updateCaseRecord(db: WritableDb, id: string, fields: Partial<NewCaseRecord>): void {
  if (Object.keys(fields).length > 0) db.update(cases).set(fields).where(eq(cases.id, id)).run();
}

export function insertReportCases(
  db: WritableDb,
  caseId: string,
  reportIds: readonly string[],
  newId: () => string,
): void {
  for (const reportId of reportIds) {
    db.insert(reportCases).values({ id: newId(), reportId, caseId }).onConflictDoNothing().run();
  }
}

export function deleteReportCases(db: WritableDb, caseId: string, reportIds: readonly string[]): void {
  db.delete(reportCases)
    .where(and(eq(reportCases.caseId, caseId), inArray(reportCases.reportId, [...reportIds])))
    .run();
}

export function findSharingsOfCase(db: ReadableDb, caseId: string): RecordName[] {
  return db
    .select({ id: sharings.id, title: sharings.title })
    .from(sharingCases)
    .innerJoin(sharings, eq(sharings.id, sharingCases.sharingId))
    .where(eq(sharingCases.caseId, caseId))
    .orderBy(asc(sharings.sharedAt))
    .all();
}

/** Links from and to a case, the other end's newest case first. */
export function findLinksOf(db: ReadableDb, caseId: string): CaseLink[] {
  return db
    .select({ link: links, id: cases.id, title: cases.title, openedAt: cases.openedAt })
    .from(links)
    .innerJoin(
      cases,
      or(
        and(eq(links.fromId, caseId), eq(cases.id, links.toId)),
        and(eq(links.toId, caseId), eq(cases.id, links.fromId)),
      ),
    )
    .orderBy(desc(cases.openedAt), asc(links.id))
    .all()
    .map(({ link, id, title, openedAt }) => ({
      id: link.id,
      other: { id, title, openedAt },
      outgoing: link.fromId === caseId,
      relation: LinkRelation.parse(link.relation),
      rationale: link.rationale,
      confidence: Confidence.nullable().parse(link.confidence),
    }));
}
