import { BOARD_COLUMNS, type BoardColumn } from "#shared/contract/sharings.ts";

/** The column beside one, or null at the ends of the board. */
export function columnBeside(column: BoardColumn, step: 1 | -1): BoardColumn | null {
  return BOARD_COLUMNS[BOARD_COLUMNS.indexOf(column) + step] ?? null;
}

/**
 * What moving a card to a column comes to. Up to the approval a card moves as its facts allow (`advance`); giving out and
 * withdrawing are asked about; what left stays where it is but for a withdrawal.
 */
export type BoardMove =
  | { kind: "advance"; to: "draft" | "sanitised" | "awaiting-approval" | "approved" }
  | { kind: "issue" }
  | { kind: "withdraw" }
  | { kind: "refuse"; because: "notBack" | "notCorrected" };

const LEFT: readonly BoardColumn[] = ["shared", "corrected", "withdrawn"];

export function moveOf(from: BoardColumn, to: BoardColumn): BoardMove | null {
  if (from === to) return null;
  if (LEFT.includes(from)) {
    if (to === "withdrawn") return { kind: "withdraw" };
    return { kind: "refuse", because: to === "corrected" ? "notCorrected" : "notBack" };
  }
  switch (to) {
    case "shared":
      return { kind: "issue" };
    case "withdrawn":
      return { kind: "withdraw" };
    case "corrected":
      return { kind: "refuse", because: "notCorrected" };
    default:
      return { kind: "advance", to };
  }
}

export type BoardStep = { column: BoardColumn; index: number };

/** Where the cursor goes from a card: up and down in its column, left and right to the next column that has any cards. */
export function stepOnBoard(
  lengths: Readonly<Record<BoardColumn, number>>,
  { column, index }: BoardStep,
  direction: "up" | "down" | "left" | "right",
): BoardStep {
  if (direction === "up" || direction === "down") {
    const wanted = index + (direction === "down" ? 1 : -1);
    return { column, index: Math.max(0, Math.min(wanted, lengths[column] - 1)) };
  }
  const step = direction === "right" ? 1 : -1;
  let next = columnBeside(column, step);
  while (next !== null && lengths[next] === 0) next = columnBeside(next, step);
  return next === null ? { column, index } : { column: next, index: Math.min(index, lengths[next] - 1) };
}
