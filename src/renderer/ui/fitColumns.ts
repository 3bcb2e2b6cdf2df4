export type FittedColumn = {
  id: string;
  width: number;
  grows?: number;
  /** Left out where there is no room for all: 1 goes first. What has none always stays. */
  spare?: number;
};

/**
 * The columns there is room for: better few that can be read than all of them cut, or the last out of sight. What is left
 * out stands in the detail.
 *
 * @param widths a person's own, by id, px
 * @param room px; 0 while it is not known: then all
 */
export function fitColumns<C extends FittedColumn>(
  columns: readonly C[],
  widths: Readonly<Record<string, number>>,
  room: number,
): C[] {
  if (room <= 0) return [...columns];
  const spare = columns.filter((column) => column.spare !== undefined).map(({ spare: rank = 0 }) => rank);
  const needs = (kept: readonly C[]) =>
    kept.reduce((sum, { id, width, grows }) => sum + (grows === undefined ? (widths[id] ?? width) : width), 0);
  const without = (rank: number) => columns.filter((column) => column.spare === undefined || column.spare > rank);
  const fitting = [0, ...spare.toSorted((a, b) => a - b)].map(without);
  return fitting.find((kept) => needs(kept) <= room) ?? fitting.at(-1) ?? [];
}
