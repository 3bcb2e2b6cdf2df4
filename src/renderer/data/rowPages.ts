/** Rows fetched in one call. */
export const PAGE_ROWS = 100;
/** Rows beyond the screen that are fetched before one scrolls to them. */
export const ROWS_AHEAD = 60;

/** The pages that hold the rows `first` to `last` (both inclusive), in order. */
export function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first) / PAGE_ROWS);
  const to = Math.floor(Math.max(first, last, 0) / PAGE_ROWS);
  return Array.from({ length: to - from + 1 }, (_, position) => from + position);
}
