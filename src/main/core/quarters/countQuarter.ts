import type { Quarter } from "#shared/domain/quarter.ts";
import type { FigureName } from "#shared/domain/vocabulary.ts";
import type { ReadableDb } from "../database/handles.ts";
import { countQuarterSharings, sumQuarterReports, type CountedGroup } from "./quarterRepository.ts";

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

function sumItems(groups: readonly CountedGroup[]): number {
  return groups.reduce((sum, { items }) => sum + items, 0);
}

function sumCounts(groups: readonly { count: number }[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function sumBy(groups: readonly CountedGroup[], keyOf: (group: CountedGroup) => string | null): Record<string, number> {
  const sums = new Map<string, number>();
  for (const group of groups) {
    const key = keyOf(group);
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + group.items);
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function countQuarter(db: ReadableDb, quarter: Quarter): QuarterCount {
  const received = sumQuarterReports(db, quarter);
  const valid = received.filter(({ voided }) => !voided);
  // Rule 2: only what participants and frameworks handed in is in the number.
  const counted = valid.filter(({ outside }) => !outside);
  const shared = countQuarterSharings(db, quarter);
  return {
    provided: sumItems(counted),
    // Rule 3: every sharing given out; those of the hub's own are part of it.
    shared: sumCounts(shared),
    hubOrigin: sumCounts(shared.filter(({ origin }) => origin === "hub")),
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
