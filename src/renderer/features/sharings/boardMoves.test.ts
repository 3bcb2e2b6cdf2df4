import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BOARD_COLUMNS, type BoardColumn } from "#shared/contract/sharings.ts";
import { columnBeside, moveOf, stepOnBoard } from "./boardMoves.ts";

describe("moving a card", () => {
  it("goes step by step until the approval, and asks before it leaves", () => {
    expect(moveOf("draft", "sanitised")).toEqual({ kind: "advance", to: "sanitised" });
    expect(moveOf("approved", "draft")).toEqual({ kind: "advance", to: "draft" });
    expect(moveOf("approved", "shared")).toEqual({ kind: "issue" });
    expect(moveOf("shared", "withdrawn")).toEqual({ kind: "withdraw" });
  });

  it("never takes back what left", () => {
    for (const from of ["shared", "corrected", "withdrawn"] as const) {
      for (const to of BOARD_COLUMNS) expect(moveOf(from, to)?.kind).not.toBe("advance");
    }
    expect(moveOf("shared", "draft")).toEqual({ kind: "refuse", because: "notBack" });
    expect(moveOf("approved", "corrected")).toEqual({ kind: "refuse", because: "notCorrected" });
  });

  it("has no column before the first or after the last", () => {
    expect(columnBeside("draft", -1)).toBeNull();
    expect(columnBeside("withdrawn", 1)).toBeNull();
    expect(columnBeside("draft", 1)).toBe("sanitised");
  });
});

it("the cursor always stands on a card", () => {
  const column = fc.constantFrom(...BOARD_COLUMNS);
  const direction = fc.constantFrom("up", "down", "left", "right");
  const counts = fc.array(fc.nat({ max: 5 }), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(counts, column, fc.nat({ max: 4 }), fc.array(direction), (list, start, index, moves) => {
      const lengths = Object.fromEntries(BOARD_COLUMNS.map((name, at) => [name, list[at] ?? 0])) as Record<
        BoardColumn,
        number
      >;
      fc.pre(index < lengths[start]);
      let step = { column: start, index };
      for (const move of moves) {
        step = stepOnBoard(lengths, step, move);
        expect(step.index).toBeGreaterThanOrEqual(0);
        expect(step.index).toBeLessThan(lengths[step.column]);
      }
    }),
  );
});
