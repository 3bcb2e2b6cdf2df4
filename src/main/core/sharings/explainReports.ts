import type { ReportRow } from "#shared/contract/reports.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import type { NotSharedReason } from "#shared/domain/vocabulary.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { findReportRows } from "../reports/reportRepository.ts";
import { updateReport } from "../reports/reportService.ts";
import { findUnsharedCondition } from "./sharingPartsRepository.ts";

/** Counted reports of a quarter that nobody has shared or said why not, oldest first. */
export function unsharedReports(
  db: ReadableDb,
  { quarter, offset, limit }: { quarter: Quarter; offset: number; limit: number },
): { total: number; rows: ReportRow[] } {
  const rows = findReportRows(db, findUnsharedCondition(db, quarter));
  return { total: rows.length, rows: rows.slice(offset, offset + limit) };
}

/** Says why reports are on purpose not given out: note ※1 is made of it. @throws AppError record.not-found */
export function explainReports(
  db: WritableDb,
  reportIds: readonly string[],
  reason: NotSharedReason | null,
  newId: () => string,
): void {
  for (const id of reportIds) updateReport(db, id, { notShared: reason }, newId);
}
