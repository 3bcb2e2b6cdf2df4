import type { ProviderRef, ReportDetail, ReportFields } from "#shared/contract/reports.ts";
import { Tlp } from "#shared/domain/tlp.ts";
import { AppError } from "#shared/errors.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { findOrganization, findFramework } from "../roster/rosterRepository.ts";
import {
  findCasesOfReport,
  findEvidenceOf,
  findObservablesOf,
  findReport,
  findReportRecords,
  findSharingsOfReport,
  insertReport,
  replaceObservables,
  updateReports,
  type NewReportRecord,
} from "./reportRepository.ts";

/** @throws AppError record.not-found */
export function getReport(db: ReadableDb, id: string): ReportDetail {
  const found = findReport(db, id);
  if (!found) throw new AppError("record.not-found", { record: id });
  const { record, body, row, victim } = found;
  return {
    ...row,
    occurredAt: record.occurredAt,
    victim,
    body,
    tlp: Tlp.nullable().parse(record.tlp),
    handling: record.handling,
    void: record.voidAt === null ? null : { at: record.voidAt, reason: record.voidReason ?? "" },
    observables: findObservablesOf(db, id),
    cases: findCasesOfReport(db, id),
    sharings: findSharingsOfReport(db, id),
    evidence: findEvidenceOf(db, id),
  };
}

type ProviderColumns = Pick<NewReportRecord, "providerOrganizationId" | "providerFrameworkId" | "providerOutside">;

function providerColumns(db: ReadableDb, provider: ProviderRef): ProviderColumns {
  const none = { providerOrganizationId: null, providerFrameworkId: null, providerOutside: null };
  switch (provider.kind) {
    case "organization":
      if (!findOrganization(db, provider.id)) throw new AppError("record.not-found", { record: provider.id });
      return { ...none, providerOrganizationId: provider.id };
    case "framework":
      if (!findFramework(db, provider.id)) throw new AppError("record.not-found", { record: provider.id });
      return { ...none, providerFrameworkId: provider.id };
    case "outside":
      return { ...none, providerOutside: provider.name };
  }
}

function victimColumns(db: ReadableDb, victim: ReportFields["victim"]): Partial<NewReportRecord> {
  const none = { victimOrganizationId: null, victimOutside: null };
  if (victim === null) return none;
  if (victim.kind === "outside") return { ...none, victimOutside: victim.name };
  if (!findOrganization(db, victim.id)) throw new AppError("record.not-found", { record: victim.id });
  return { ...none, victimOrganizationId: victim.id };
}

/** `undefined` leaves a field as it is. */
export type ReportChange = { [Field in keyof ReportFields]?: ReportFields[Field] | undefined };

function columnsOf(db: ReadableDb, change: ReportChange): Partial<NewReportRecord> {
  const { provider, victim, observables: _, ...plain } = change;
  const set = Object.entries(plain).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(set),
    ...(provider ? providerColumns(db, provider) : {}),
    ...(victim === undefined ? {} : victimColumns(db, victim)),
  };
}

export type NewReport = ReportChange &
  Pick<ReportFields, "receivedAt" | "provider" | "channel" | "items" | "category" | "assessment" | "title">;

/**
 * Writes a report down.
 * @returns its id
 * @throws AppError record.not-found for a provider or victim that is not in the roster
 */
export function createReport(db: WritableDb, report: NewReport, newId: () => string): string {
  const id = newId();
  const { receivedAt, channel, items, category, assessment, title } = report;
  insertReport(db, {
    id,
    externalId: id,
    receivedAt,
    channel,
    items,
    category,
    assessment,
    title,
    ...columnsOf(db, report),
  });
  if (report.observables) replaceObservables(db, id, report.observables, newId);
  return id;
}

function requireReports(db: ReadableDb, ids: readonly string[]): void {
  const known = new Set(findReportRecords(db, ids).map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw new AppError("record.not-found", { record: missing });
}

/** @throws AppError record.not-found */
export function updateReport(db: WritableDb, id: string, change: ReportChange, newId: () => string): void {
  requireReports(db, [id]);
  updateReports(db, [id], columnsOf(db, change));
  if (change.observables) replaceObservables(db, id, change.observables, newId);
}

/** @throws AppError record.not-found; then none is assessed */
export function assessReports(db: WritableDb, ids: readonly string[], assessment: ReportFields["assessment"]): void {
  requireReports(db, ids);
  updateReports(db, ids, { assessment });
}

/** A report entered twice or withdrawn stays, with the reason, and no longer counts (product.md, rule 2). */
export function makeReportVoid(db: WritableDb, id: string, reason: string, nowMs: number): void {
  requireReports(db, [id]);
  updateReports(db, [id], { voidAt: nowMs, voidReason: reason });
}

export function makeReportValid(db: WritableDb, id: string): void {
  requireReports(db, [id]);
  updateReports(db, [id], { voidAt: null, voidReason: null });
}
