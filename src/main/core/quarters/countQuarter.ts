import type { Quarter } from "#shared/domain/quarter.ts";
import type { FigureName } from "#shared/domain/vocabulary.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findQuarterReports, findQuarterSharings, type CountedReport } from "./quarterRepository.ts";

/** The records of one quarter, counted by the rules of product.md; moments are assigned in Asia/Tokyo (rule 1). */
export type QuarterCount = {
  provided: number;
  shared: number;
  hubOrigin: number;
  targeted: number;
  undetermined: number;
  outside: number;
  notShared: number;
  notSharedByReason: Record<string, number>;
  byCategory: Record<string, number>;
  /** Whether the casebook holds any record of the quarter. */
  hasRecords: boolean;
};

function sumItems(reports: readonly CountedReport[]): number {
  return reports.reduce((sum, { items }) => sum + items, 0);
}

function sumBy(
  reports: readonly CountedReport[],
  keyOf: (report: CountedReport) => string | null,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const report of reports) {
    const key = keyOf(report);
    if (key !== null) sums[key] = (sums[key] ?? 0) + report.items;
  }
  return Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function countQuarter(db: ReadableDb, quarter: Quarter): QuarterCount {
  const received = findQuarterReports(db, quarter);
  const valid = received.filter(({ voided }) => !voided);
  // Rule 2: only what participants and frameworks handed in is in the number.
  const counted = valid.filter(({ outside }) => !outside);
  const shared = findQuarterSharings(db, quarter);
  return {
    provided: sumItems(counted),
    // Rule 3: every sharing given out; those of the hub's own are part of it.
    shared: shared.length,
    hubOrigin: shared.filter(({ origin }) => origin === "hub").length,
    // Rule 4.
    targeted: sumItems(counted.filter(({ assessment }) => assessment === "targeted")),
    undetermined: sumItems(counted.filter(({ assessment }) => assessment === "undetermined")),
    outside: sumItems(valid.filter(({ outside }) => outside)),
    notShared: sumItems(counted.filter(({ notShared }) => notShared !== null)),
    notSharedByReason: sumBy(counted, ({ notShared }) => notShared),
    byCategory: sumBy(counted, ({ category }) => category),
    hasRecords: received.length > 0 || shared.length > 0,
  };
}

/** The names under which published figures and freezes hold what records give. */
export function figuresOf(count: QuarterCount): Record<Exclude<FigureName, "sigs" | "organizations">, number> {
  return {
    provided: count.provided,
    shared: count.shared,
    "hub-origin": count.hubOrigin,
    targeted: count.targeted,
  };
}
