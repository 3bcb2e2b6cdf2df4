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
  const fitting = [...columns];
  const needed = () =>
    fitting.reduce((sum, { id, width, grows }) => sum + (grows === undefined ? (widths[id] ?? width) : width), 0);
  while (room > 0 && needed() > room) {
    const [first] = fitting.filter(({ spare }) => spare !== undefined).sort((a, b) => (a.spare ?? 0) - (b.spare ?? 0));
    if (first === undefined) break;
    fitting.splice(fitting.indexOf(first), 1);
  }
  return fitting;
}
