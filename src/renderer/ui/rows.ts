import type { AppError } from "#shared/errors.ts";

/** What a table shows: a list fetched by pages (`data/useRows`), or an array at hand (`rowsOf`). */
export type TableRows<Row> = {
  total: number | undefined;
  rowAt(index: number): Row | undefined;
  show(first: number, last: number): void;
  error: AppError | null;
  stale: boolean;
};

/** Rows that are all at hand; undefined while they are on the way. */
export function rowsOf<Row>(rows: readonly Row[] | undefined, error: AppError | null = null): TableRows<Row> {
  return { total: rows?.length, rowAt: (index) => rows?.[index], show: () => undefined, error, stale: false };
}
