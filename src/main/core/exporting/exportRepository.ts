import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, sql, type SQL } from "drizzle-orm";
import { spanOf, type Quarter } from "#shared/domain/quarter.ts";
import type { ReadableDb } from "../database/handles.ts";
import {
  approvals,
  cases,
  observables,
  reportCases,
  reportObservables,
  reports,
  sharingCases,
  sharingReports,
  sharings,
  writeups,
} from "../database/schema.ts";

/** What a row of an export comes from: a case or a sharing, with the text that may speak for it. */
export type ExportSource = {
  id: string;
  /** The case's write-up, or the sharing: their words were made to leave. Null for a case without one. */
  text: { kind: "writeup" | "sharing"; id: string; title: string } | null;
  caseIds: string[];
  reportIds: string[];
  /** Labels of the sharing, or of the case's reports and sharings, as written. */
  tlps: string[];
  /** `kind value` of what stays out of the list. */
  withheld: string[];
};

export function findCaseId(db: ReadableDb, externalId: string): string | undefined {
  return db.select({ id: cases.id }).from(cases).where(eq(cases.externalId, externalId)).get()?.id;
}

/** A case, or all of them in the order in which they were opened. */
export function findCaseSources(db: ReadableDb, caseId: string | null): ExportSource[] {
  const condition = caseId === null ? undefined : eq(cases.id, caseId);
  const rows = db
    .select({ id: cases.id, writeupId: writeups.id, title: writeups.title })
    .from(cases)
    .leftJoin(writeups, eq(writeups.caseId, cases.id))
    .where(condition)
    .orderBy(asc(cases.openedAt), asc(cases.externalId))
    .all();
  const reported = groupByKey(
    db
      .select({ key: reportCases.caseId, id: reports.id, tlp: reports.tlp })
      .from(reportCases)
      .innerJoin(reports, eq(reports.id, reportCases.reportId))
      .where(and(isNull(reports.voidAt), caseId === null ? undefined : eq(reportCases.caseId, caseId)))
      .all(),
  );
  const shared = groupByKey(
    db
      .select({ key: sharingCases.caseId, tlp: sharings.tlp, withheld: sharings.withheld })
      .from(sharingCases)
      .innerJoin(sharings, eq(sharings.id, sharingCases.sharingId))
      .where(caseId === null ? undefined : eq(sharingCases.caseId, caseId))
      .all(),
  );
  return rows.map(({ id, writeupId, title }) => ({
    id,
    text: writeupId === null ? null : { kind: "writeup", id: writeupId, title: title ?? "" },
    caseIds: [id],
    reportIds: (reported.get(id) ?? []).map((report) => report.id),
    tlps: [...(reported.get(id) ?? []), ...(shared.get(id) ?? [])].flatMap(({ tlp }) => tlp ?? []),
    withheld: (shared.get(id) ?? []).flatMap(({ withheld }) => withheld),
  }));
}

/** Sharings given out in a quarter and not withdrawn, first one first; not those whose list was to stay here. */
export function findSharedSources(db: ReadableDb, quarter: Quarter): ExportSource[] {
  const { fromMs, untilMs } = spanOf(quarter);
  const withoutList = new Set(
    db
      .select({ sharingId: approvals.sharingId, terms: approvals.terms })
      .from(approvals)
      .where(isNotNull(approvals.sharingId))
      .all()
      .flatMap(({ sharingId, terms }) => (terms.some(({ kind }) => kind === "no-indicator-list") ? [sharingId] : [])),
  );
  const rows = db
    .select({ id: sharings.id, title: sharings.title, tlp: sharings.tlp, withheld: sharings.withheld })
    .from(sharings)
    .where(and(eq(sharings.state, "shared"), gte(sharings.sharedAt, fromMs), lt(sharings.sharedAt, untilMs)))
    .orderBy(asc(sharings.sharedAt), asc(sharings.externalId))
    .all()
    .filter(({ id }) => !withoutList.has(id));
  const ids = rows.map(({ id }) => id);
  const ofCases = groupByKey(
    db
      .select({ key: sharingCases.sharingId, caseId: sharingCases.caseId })
      .from(sharingCases)
      .where(inArray(sharingCases.sharingId, ids))
      .all(),
  );
  const ofReports = groupByKey(
    db
      .select({ key: sharingReports.sharingId, reportId: sharingReports.reportId })
      .from(sharingReports)
      .innerJoin(reports, eq(reports.id, sharingReports.reportId))
      .where(and(isNull(reports.voidAt), inArray(sharingReports.sharingId, ids)))
      .all(),
  );
  return rows.map(({ id, title, tlp, withheld }) => ({
    id,
    text: { kind: "sharing", id, title },
    caseIds: (ofCases.get(id) ?? []).map(({ caseId }) => caseId),
    reportIds: (ofReports.get(id) ?? []).map(({ reportId }) => reportId),
    tlps: [tlp],
    withheld,
  }));
}

export type FoundObservable = { reportId: string; kind: string; value: string; role: string; seenAt: number };

/** Observables of reports whose role is known, earliest first. */
export function findObservablesOf(db: ReadableDb, reportIds: readonly string[]): FoundObservable[] {
  return selectObservables(db, and(ofReports(reportIds), isNotNull(reportObservables.role)))
    .map(({ role, receivedAt, occurredAt, ...rest }) => ({
      ...rest,
      role: role ?? "",
      seenAt: Math.min(receivedAt, occurredAt ?? receivedAt),
    }))
    .sort((a, b) => a.seenAt - b.seenAt);
}

/** Observables of which nobody said whose they are. */
export function countWithoutRole(db: ReadableDb, reportIds: readonly string[]): number {
  const rows = selectObservables(db, and(ofReports(reportIds), isNull(reportObservables.role)));
  return new Set(rows.map(({ kind, value }) => `${kind} ${value}`)).size;
}

/** As one JSON value: a book has more reports than a statement can have parameters. */
const ofReports = (reportIds: readonly string[]): SQL =>
  sql`${reportObservables.reportId} in (select value from json_each(${JSON.stringify(reportIds)}))`;

function selectObservables(db: ReadableDb, condition: SQL | undefined) {
  return db
    .select({
      reportId: reportObservables.reportId,
      kind: observables.kind,
      value: observables.value,
      role: reportObservables.role,
      receivedAt: reports.receivedAt,
      occurredAt: reports.occurredAt,
    })
    .from(reportObservables)
    .innerJoin(observables, eq(observables.id, reportObservables.observableId))
    .innerJoin(reports, eq(reports.id, reportObservables.reportId))
    .where(condition)
    .orderBy(asc(reports.receivedAt), asc(reports.externalId), asc(reportObservables.position))
    .all();
}

function groupByKey<Row extends { key: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ key }) => key);
}
