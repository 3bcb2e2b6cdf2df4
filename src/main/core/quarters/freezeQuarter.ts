import type { Quarter } from "#shared/domain/quarter.ts";
import { spanOf } from "#shared/domain/quarter.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession, CommitHook } from "../database/bookSession.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { countQuarter, figuresOf } from "./countQuarter.ts";
import { countStructure } from "./countStructure.ts";
import { explainRevision } from "./explainRevision.ts";
import {
  findCountedReportIds,
  findFreeze,
  findFreezes,
  findRevisions,
  findSharedIds,
  insertFreeze,
  insertRevision,
  type Freeze,
} from "./quarterRepository.ts";

/** The figures that a freeze stores, from the records as they stand. */
function currentFigures(db: ReadableDb, quarter: Quarter): Record<string, number> {
  const { sigs, organizations } = countStructure(db, quarter);
  return { ...figuresOf(countQuarter(db, quarter)), sigs, organizations };
}

export type FreezeOptions = { by: string; nowMs: number; acceptUndetermined: boolean; newId: () => string };

/**
 * Stores the figures of a quarter as published, with who, when and the records behind them (product.md, rule 8).
 * @throws AppError quarter.already-frozen; quarter.not-over; quarter.undetermined-open unless accepted (rule 4)
 */
export function freezeQuarter(db: WritableDb, quarter: Quarter, options: FreezeOptions): void {
  if (findFreeze(db, quarter)) throw new AppError("quarter.already-frozen", { quarter });
  if (options.nowMs < spanOf(quarter).untilMs) throw new AppError("quarter.not-over", { quarter });
  const { undetermined } = countQuarter(db, quarter);
  if (undetermined > 0 && !options.acceptUndetermined) {
    throw new AppError("quarter.undetermined-open", { quarter, count: undetermined });
  }
  insertFreeze(db, {
    id: options.newId(),
    quarter,
    at: options.nowMs,
    by: options.by,
    figures: currentFigures(db, quarter),
    records: {
      reports: findCountedReportIds(db, quarter),
      sharings: findSharedIds(db, quarter),
    },
  });
}

/** What each figure was last known to be: as frozen, or as last revised. */
function lastKnown(db: ReadableDb, freeze: Freeze): Record<string, number> {
  const revised = findRevisions(db, freeze.quarter as Quarter).map(
    ({ figure, newValue }) => [figure, newValue] as const,
  );
  return { ...freeze.figures, ...Object.fromEntries(revised) };
}

/** Tables that the counts come from, and those that the scheme's numbers come from. */
const COUNTED = ["reports", "sharings"];
const ROSTER = ["memberships", "sigs", "organizations"];

/** The figures that a change of these tables can have moved. */
function movedFigures(db: ReadableDb, quarter: Quarter, touched: ReadonlySet<string>): Record<string, number> {
  const { sigs, organizations } = ROSTER.some((table) => touched.has(table)) ? countStructure(db, quarter) : {};
  return {
    ...(COUNTED.some((table) => touched.has(table)) ? figuresOf(countQuarter(db, quarter)) : {}),
    ...(sigs === undefined || organizations === undefined ? {} : { sigs, organizations }),
  };
}

function reviseFreeze(db: WritableDb, freeze: Freeze, session: BookSession, touched: ReadonlySet<string>): void {
  const quarter = freeze.quarter as Quarter;
  const before = lastKnown(db, freeze);
  for (const [figure, value] of Object.entries(movedFigures(db, quarter, touched))) {
    const old = before[figure];
    if (old === undefined || old === value) continue;
    insertRevision(db, {
      id: session.newId(),
      quarter,
      figure,
      oldValue: old,
      newValue: value,
      reason: explainRevision(db, freeze, figure),
      at: session.now(),
    });
  }
}

/** After any command that touches what is counted: a changed figure of a frozen quarter becomes a revision (rule 8). */
export const reviseFrozenQuarters: CommitHook = {
  tables: [...COUNTED, ...ROSTER],
  run(db, session, touched) {
    for (const freeze of findFreezes(db)) reviseFreeze(db, freeze, session, touched);
  },
};
