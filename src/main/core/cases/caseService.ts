import type { CaseDetail, CaseFields } from "#shared/contract/cases.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { AppError } from "#shared/errors.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { findReportRecords, findReportsOfCase, type ReportRecord } from "../reports/reportRepository.ts";
import {
  campaignExists,
  caseExists,
  deleteReportCases,
  findCase,
  findLinksOf,
  findSharingsOfCase,
  insertCase,
  insertReportCases,
  updateCaseRecord,
  type NewCaseRecord,
} from "./caseRepository.ts";

/** @throws AppError record.not-found */
export function getCase(db: ReadableDb, id: string): CaseDetail {
  const found = findCase(db, id);
  if (!found) throw new AppError("record.not-found", { record: id });
  const { summary, narrative, techniques } = found.record;
  return {
    ...found.row,
    summary,
    narrative,
    techniques,
    reports: findReportsOfCase(db, id),
    sharings: findSharingsOfCase(db, id),
    links: findLinksOf(db, id),
  };
}

export function requireCase(db: ReadableDb, id: string): void {
  if (!caseExists(db, id)) throw new AppError("record.not-found", { record: id });
}

/** `undefined` leaves a field as it is. */
export type CaseChange = { [Field in keyof CaseFields]?: CaseFields[Field] | undefined };

function columnsOf(db: ReadableDb, change: CaseChange): Partial<NewCaseRecord> {
  const { campaignId } = change;
  if (campaignId && !campaignExists(db, campaignId)) throw new AppError("record.not-found", { record: campaignId });
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

export type NewCase = CaseChange & Pick<CaseFields, "title" | "kind" | "origin" | "openedAt">;

/** @returns the id of the new case */
export function createCase(db: WritableDb, fields: NewCase, newId: () => string): string {
  const id = newId();
  const { title, kind, origin, openedAt } = fields;
  insertCase(db, { id, externalId: id, title, kind, origin, openedAt, ...columnsOf(db, fields) });
  return id;
}

function requireReports(db: ReadableDb, ids: readonly string[]): ReportRecord[] {
  const records = findReportRecords(db, ids);
  const missing = ids.find((id) => !records.some((record) => record.id === id));
  if (missing !== undefined) throw new AppError("record.not-found", { record: missing });
  return records;
}

/**
 * Makes a case of reports; what is not said is taken from the earliest of them.
 * @returns the id of the new case
 */
export function createCaseFromReports(
  db: WritableDb,
  { reportIds, title }: { reportIds: readonly string[]; title?: string | undefined },
  newId: () => string,
): string {
  const [earliest] = requireReports(db, reportIds);
  if (!earliest) throw new AppError("record.not-found", { record: "" });
  const caseId = createCase(
    db,
    {
      title: title ?? earliest.title,
      kind: earliest.category,
      origin: "provided",
      openedAt: dayOf(earliest.receivedAt),
    },
    newId,
  );
  insertReportCases(db, caseId, reportIds, newId);
  return caseId;
}

export function updateCase(db: WritableDb, id: string, change: CaseChange): void {
  requireCase(db, id);
  updateCaseRecord(db, id, columnsOf(db, change));
}

export function addReportsToCase(db: WritableDb, id: string, reportIds: readonly string[], newId: () => string): void {
  requireCase(db, id);
  requireReports(db, reportIds);
  insertReportCases(db, id, reportIds, newId);
}

export function removeReportsFromCase(db: WritableDb, id: string, reportIds: readonly string[]): void {
  requireCase(db, id);
  deleteReportCases(db, id, reportIds);
}
