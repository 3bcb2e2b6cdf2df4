import type { FigureConflict, QuarterFigures } from "#shared/contract/quarters.ts";
import { columnsEndingIn, lastDayOf, type Quarter } from "#shared/domain/quarter.ts";
import type { FigureName } from "#shared/domain/vocabulary.ts";
import { campaignsInQuarter } from "../campaigns/campaignService.ts";
import type { ReadableDb } from "../database/handles.ts";
import { countQuarter, figuresOf, type QuarterCount } from "./countQuarter.ts";
import { countStructure } from "./countStructure.ts";
import {
  findFreezes,
  findPublishedFigures,
  findRecordQuarters,
  findRevisions,
  type Freeze,
  type PublishedFigure,
} from "./quarterRepository.ts";

type Column = {
  quarter: Quarter;
  count: QuarterCount;
  published: ReadonlyMap<FigureName, PublishedFigure>;
  frozen: Freeze | undefined;
  basis: "published" | "records";
  known: boolean;
};

/**
 * Which number a column prints. A frozen quarter prints as it was published (rule 8); else the records count where
 * there are any, and the list of published figures speaks for quarters before the casebook began (rule 7).
 */
function printedFigure(column: Column, figure: FigureName): number | undefined {
  const { frozen, published, count } = column;
  const fromFreeze = frozen?.figures[figure];
  if (fromFreeze !== undefined) return fromFreeze;
  if (column.basis === "published") return published.get(figure)?.value;
  const counted: Partial<Record<FigureName, number>> = figuresOf(count);
  return counted[figure];
}

/** Reads the columns of table 1; also used for trends over any number of quarters. */
export function readColumns(db: ReadableDb, quarters: readonly Quarter[]): Column[] {
  const freezes = new Map(findFreezes(db).map((freeze) => [freeze.quarter, freeze]));
  const allPublished = findPublishedFigures(db, quarters);
  const firstRecorded = findRecordQuarters(db)[0];
  return quarters.map((quarter) => {
    const published = new Map(
      allPublished.filter((figure) => figure.quarter === quarter).map((figure) => [figure.figure, figure]),
    );
    const count = countQuarter(db, quarter);
    const frozen = freezes.get(quarter);
    const covered = published.has("provided") || published.has("shared");
    const fromList = frozen !== undefined || (!count.hasRecords && covered);
    return {
      quarter,
      count,
      published,
      frozen,
      basis: fromList ? "published" : "records",
      known: fromList || (firstRecorded !== undefined && quarter >= firstRecorded),
    };
  });
}

/** The roster speaks for a quarter as soon as it holds a SIG that was active then. */
function hasRoster({ sigs }: QuarterFigures["structure"]): boolean {
  return sigs > 0;
}

/** Where a published value and the records of the same quarter differ (rule 7); the roster is a record too. */
function findConflicts(columns: readonly Column[], structure: QuarterFigures["structure"]): FigureConflict[] {
  const current = columns.at(-1);
  return columns.flatMap((column) => {
    const counted: Partial<Record<FigureName, number>> = column.count.hasRecords ? figuresOf(column.count) : {};
    if (column === current && hasRoster(structure)) {
      counted.sigs = structure.sigs;
      counted.organizations = structure.organizations;
    }
    return [...column.published.values()].flatMap(({ figure, value, source, quarter }) => {
      const records = counted[figure];
      return records === undefined || records === value ? [] : [{ quarter, figure, published: value, records, source }];
    });
  });
}

/** The numbers of the scheme: as frozen, else by the roster, else as published before the roster was kept here. */
function structureNumbers(
  { frozen, published }: Column,
  structure: QuarterFigures["structure"],
): { sigs: number; organizations: number } {
  const number = (figure: "sigs" | "organizations") =>
    frozen?.figures[figure] ?? (hasRoster(structure) ? structure[figure] : (published.get(figure)?.value ?? 0));
  return { sigs: number("sigs"), organizations: number("organizations") };
}

/** All numbers of a quarter: table 1, structure, campaigns, open work, conflicts (product.md, counting rules). */
export function quarterFigures(db: ReadableDb, quarter: Quarter): QuarterFigures {
  const columns = readColumns(db, columnsEndingIn(quarter));
  const current = columns.at(-1);
  if (!current) throw new Error("a quarter has columns");
  const { count, frozen } = current;
  const structure = countStructure(db, quarter);
  const printed = (figure: FigureName) => printedFigure(current, figure);
  return {
    quarter,
    asOf: lastDayOf(quarter),
    columns: columns.map((column) => column.quarter),
    provided: columns.map((column) => printedFigure(column, "provided") ?? 0),
    shared: columns.map((column) => printedFigure(column, "shared") ?? 0),
    basis: columns.map(({ basis }) => basis),
    known: columns.map(({ known }) => known),
    hubOrigin: printed("hub-origin") ?? 0,
    targeted: printed("targeted") ?? 0,
    undetermined: count.undetermined,
    outside: count.outside,
    notShared: count.notShared,
    notSharedByReason: count.notSharedByReason,
    byCategory: count.byCategory,
    structure: { ...structure, ...structureNumbers(current, structure) },
    campaigns: campaignsInQuarter(db, quarter).map(({ externalId, name, since, observed, items }) => ({
      id: externalId,
      name,
      since,
      observed,
      items,
    })),
    frozen: frozen ? { at: frozen.at, by: frozen.by } : null,
    revisions: findRevisions(db, quarter).map(({ figure, oldValue, newValue, reason, at }) => ({
      figure,
      old: oldValue,
      new: newValue,
      reason,
      at,
    })),
    conflicts: findConflicts(columns, structure),
  };
}

export type TrendPoint = {
  quarter: Quarter;
  known: boolean;
  basis: "published" | "records";
  provided: number;
  shared: number;
  targeted: number | null;
};

export function quarterTrend(db: ReadableDb, quarter: Quarter, count: number): TrendPoint[] {
  return readColumns(db, columnsEndingIn(quarter, count)).map((column) => ({
    quarter: column.quarter,
    known: column.known,
    basis: column.basis,
    provided: printedFigure(column, "provided") ?? 0,
    shared: printedFigure(column, "shared") ?? 0,
    targeted: printedFigure(column, "targeted") ?? null,
  }));
}
