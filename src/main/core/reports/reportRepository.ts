import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Evidence, Observable, Party, ReportFilter, ReportRow, REPORT_SORTS } from "#shared/contract/reports.ts";
import type { RecordName } from "#shared/contract/common.ts";
import { spanOf } from "#shared/domain/quarter.ts";
import { Assessment, Channel, NotSharedReason, ObservableRole } from "#shared/domain/vocabulary.ts";
import { fullName } from "../database/fullName.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import {
  artifacts,
  cases,
  frameworks,
  observables,
  organizations,
  reportCases,
  reportEvidence,
  reportObservables,
  reports,
  sharingReports,
  sharings,
} from "../database/schema.ts";
import { recordMatches } from "../search/matchRecords.ts";

export type ReportRecord = typeof reports.$inferSelect;
export type NewReportRecord = typeof reports.$inferInsert;

const victims = alias(organizations, "victims");

/** A row has no body: reading a hundred of them for a list that shows none takes longer than the rest. */
const { body: _, ...reportColumns } = getTableColumns(reports);

const rowColumns = {
  report: reportColumns,
  organizationName: organizations.name,
  frameworkName: frameworks.name,
  victimName: victims.name,
  caseCount: sql<number>`(select count(*) from ${reportCases} where ${reportCases.reportId} = ${fullName(reports.id)})`,
  hasMail: sql<number>`exists (select 1 from ${reportEvidence} where ${reportEvidence.reportId} = ${fullName(reports.id)} and ${reportEvidence.role} = 'source')`,
};

function selectRows(db: ReadableDb) {
  return db
    .select(rowColumns)
    .from(reports)
    .leftJoin(organizations, eq(organizations.id, reports.providerOrganizationId))
    .leftJoin(frameworks, eq(frameworks.id, reports.providerFrameworkId))
    .leftJoin(victims, eq(victims.id, reports.victimOrganizationId));
}

type SelectedRow = ReturnType<ReturnType<typeof selectRows>["all"]>[number];

function providerOf({ report, organizationName, frameworkName }: SelectedRow): Party {
  if (report.providerOrganizationId !== null) {
    return { kind: "organization", id: report.providerOrganizationId, name: organizationName ?? "" };
  }
  if (report.providerFrameworkId !== null) {
    return { kind: "framework", id: report.providerFrameworkId, name: frameworkName ?? "" };
  }
  return { kind: "outside", id: null, name: report.providerOutside ?? "" };
}

function victimOf({ report, victimName }: SelectedRow): Party | null {
  if (report.victimOrganizationId !== null) {
    return { kind: "organization", id: report.victimOrganizationId, name: victimName ?? "" };
  }
  return report.victimOutside === null ? null : { kind: "outside", id: null, name: report.victimOutside };
}

function toRow(selected: SelectedRow): ReportRow {
  const { report, caseCount, hasMail } = selected;
  return {
    id: report.id,
    externalId: report.externalId,
    receivedAt: report.receivedAt,
    provider: providerOf(selected),
    title: report.title,
    category: report.category,
    assessment: Assessment.parse(report.assessment),
    channel: Channel.parse(report.channel),
    items: report.items,
    caseCount,
    voided: report.voidAt !== null,
    notShared: NotSharedReason.nullable().parse(report.notShared),
    hasMail: hasMail === 1,
  };
}

function standingCondition(standing: ReportFilter["standing"]): SQL | undefined {
  switch (standing) {
    case "counted":
      return and(isNull(reports.voidAt), isNull(reports.providerOutside));
    case "outside":
      return and(isNull(reports.voidAt), isNotNull(reports.providerOutside));
    case "void":
      return isNotNull(reports.voidAt);
    case "all":
      return undefined;
  }
}

function conditionOf(filter: ReportFilter): SQL | undefined {
  const span = filter.quarter === null ? undefined : spanOf(filter.quarter);
  return and(
    span && and(gte(reports.receivedAt, span.fromMs), lt(reports.receivedAt, span.untilMs)),
    filter.assessments.length > 0 ? inArray(reports.assessment, filter.assessments) : undefined,
    filter.categories.length > 0 ? inArray(reports.category, filter.categories) : undefined,
    standingCondition(filter.standing),
    filter.providerId === null
      ? undefined
      : or(eq(reports.providerOrganizationId, filter.providerId), eq(reports.providerFrameworkId, filter.providerId)),
    filter.withoutCase
      ? sql`not exists (select 1 from ${reportCases} where ${reportCases.reportId} = ${fullName(reports.id)})`
      : undefined,
    recordMatches(reports.id, filter.text, span),
  );
}

const SORT_BY = {
  receivedAt: sql`${reports.receivedAt}`,
  provider: sql`coalesce(${organizations.reading}, ${organizations.name}, ${frameworks.name}, ${reports.providerOutside})`,
  title: sql`${reports.title}`,
  category: sql`${reports.category}`,
  assessment: sql`${reports.assessment}`,
  items: sql`${reports.items}`,
} satisfies Record<(typeof REPORT_SORTS)[number], SQL>;

export type ReportListing = {
  filter: ReportFilter;
  sort: { by: (typeof REPORT_SORTS)[number]; descending: boolean };
  offset: number;
  limit: number;
};

/** Ids first: sorting and skipping over whole rows, with their bodies, takes many times as long. */
function findPageOfIds(db: ReadableDb, { filter, sort, offset, limit }: ReportListing): string[] {
  const direction = sort.descending ? desc : asc;
  return db
    .select({ id: reports.id })
    .from(reports)
    .leftJoin(organizations, eq(organizations.id, reports.providerOrganizationId))
    .leftJoin(frameworks, eq(frameworks.id, reports.providerFrameworkId))
    .where(conditionOf(filter))
    .orderBy(
      ...(sort.by === "receivedAt" ? [] : [direction(SORT_BY[sort.by])]),
      direction(reports.receivedAt),
      direction(reports.id),
    )
    .limit(limit)
    .offset(offset)
    .all()
    .map(({ id }) => id);
}

/** One window of the list of reports, and how many match. */
export function findReports(db: ReadableDb, listing: ReportListing): { total: number; rows: ReportRow[] } {
  const ids = findPageOfIds(db, listing);
  // As one parameter: a page may be a whole quarter, and SQLite takes no more than 32,766 of them.
  const among = sql`${reports.id} in (select value from json_each(${JSON.stringify(ids)}))`;
  const selected = selectRows(db).where(among).all();
  const found = new Map(selected.map((row) => [row.report.id, toRow(row)]));
  const rows = ids.flatMap((id) => found.get(id) ?? []);
  const counted = db.select({ total: count() }).from(reports).where(conditionOf(listing.filter)).get();
  return { total: counted?.total ?? 0, rows };
}

export function findReportRows(db: ReadableDb, condition: SQL | undefined): ReportRow[] {
  return selectRows(db).where(condition).orderBy(asc(reports.receivedAt), asc(reports.id)).all().map(toRow);
}

/** Reports of a case, oldest first. */
export function findReportsOfCase(db: ReadableDb, caseId: string): ReportRow[] {
  const ids = db.select({ id: reportCases.reportId }).from(reportCases).where(eq(reportCases.caseId, caseId));
  return findReportRows(db, inArray(reports.id, ids));
}

/** Reports joined in a sharing, oldest first. */
export function findReportsOfSharing(db: ReadableDb, sharingId: string): ReportRow[] {
  const ids = db
    .select({ id: sharingReports.reportId })
    .from(sharingReports)
    .where(eq(sharingReports.sharingId, sharingId));
  return findReportRows(db, inArray(reports.id, ids));
}

export type FoundReport = { record: Omit<ReportRecord, "body">; body: string; row: ReportRow; victim: Party | null };

export function findReport(db: ReadableDb, id: string): FoundReport | undefined {
  const selected = selectRows(db).where(eq(reports.id, id)).get();
  const text = db.select({ body: reports.body }).from(reports).where(eq(reports.id, id)).get();
  if (!selected || !text) return undefined;
  return { record: selected.report, body: text.body, row: toRow(selected), victim: victimOf(selected) };
}

export function findReportRecords(db: ReadableDb, ids: readonly string[]): ReportRecord[] {
  return db
    .select()
    .from(reports)
    .where(inArray(reports.id, [...ids]))
    .orderBy(asc(reports.receivedAt))
    .all();
}

export function insertReport(db: WritableDb, record: NewReportRecord): void {
  db.insert(reports).values(record).run();
}

export function updateReports(db: WritableDb, ids: readonly string[], fields: Partial<NewReportRecord>): void {
  if (Object.keys(fields).length === 0) return;
  db.update(reports)
    .set(fields)
    .where(inArray(reports.id, [...ids]))
    .run();
}

export function findObservablesOf(db: ReadableDb, reportId: string): Observable[] {
  return db
    .select({ kind: observables.kind, value: observables.value, role: reportObservables.role })
    .from(reportObservables)
    .innerJoin(observables, eq(observables.id, reportObservables.observableId))
    .where(eq(reportObservables.reportId, reportId))
    .orderBy(asc(reportObservables.position))
    .all()
    .map((row) => ({ ...row, role: ObservableRole.nullable().parse(row.role) }));
}

/** Puts these observables in place of the report's; the same value in two reports is one observable. */
export function replaceObservables(
  db: WritableDb,
  reportId: string,
  wanted: readonly Observable[],
  newId: () => string,
): void {
  db.delete(reportObservables).where(eq(reportObservables.reportId, reportId)).run();
  wanted.forEach(({ kind, value, role }, position) => {
    db.insert(observables).values({ id: newId(), kind, value }).onConflictDoNothing().run();
    const known = db
      .select({ id: observables.id })
      .from(observables)
      .where(and(eq(observables.kind, kind), eq(observables.value, value)))
      .get();
    if (!known) throw new Error("an observable that was just inserted is missing");
    db.insert(reportObservables).values({ id: newId(), reportId, observableId: known.id, role, position }).run();
  });
}

export function findCasesOfReport(db: ReadableDb, reportId: string): RecordName[] {
  return db
    .select({ id: cases.id, title: cases.title })
    .from(reportCases)
    .innerJoin(cases, eq(cases.id, reportCases.caseId))
    .where(eq(reportCases.reportId, reportId))
    .orderBy(asc(cases.openedAt))
    .all();
}

export function findSharingsOfReport(db: ReadableDb, reportId: string): RecordName[] {
  return db
    .select({ id: sharings.id, title: sharings.title })
    .from(sharingReports)
    .innerJoin(sharings, eq(sharings.id, sharingReports.sharingId))
    .where(eq(sharingReports.reportId, reportId))
    .orderBy(asc(sharings.sharedAt))
    .all();
}

export function findEvidenceOf(db: ReadableDb, reportId: string): Evidence[] {
  return db
    .select({ evidence: reportEvidence, sizeBytes: artifacts.sizeBytes })
    .from(reportEvidence)
    .innerJoin(artifacts, eq(artifacts.id, reportEvidence.artifactId))
    .where(eq(reportEvidence.reportId, reportId))
    .orderBy(asc(reportEvidence.position))
    .all()
    .map(({ evidence, sizeBytes }) => ({
      artifactId: evidence.artifactId,
      role: evidence.role === "source" ? "source" : "attachment",
      fileName: evidence.fileName,
      sizeBytes,
      sha256: evidence.artifactId,
      declaredType: evidence.declaredType,
      trueType: evidence.trueType,
    }));
}
