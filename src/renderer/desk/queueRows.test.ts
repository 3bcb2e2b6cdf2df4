import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeskFinding } from "#shared/contract/sanitising.ts";
import { cursorIndex, groupFindings, rowsOfQueue } from "./queueRows.ts";
import { makeFinding } from "./testing/makeFinding.ts";
import { isOpen, markIdOf, TIERS, tierOf } from "./tiers.ts";
import { findAgain } from "./useDecisions.ts";

const allowed = { action: "allow", reason: "公表済み", by: "佐伯", at: 0 } as const;

const findings: fc.Arbitrary<DeskFinding[]> = fc
  .array(
    fc.record({
      severity: fc.constantFrom("must", "review"),
      kind: fc.constantFrom("organization", "novel-term"),
      group: fc.constantFrom("a", "b", "c"),
      isAllowed: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((made) =>
    made.map(({ isAllowed, severity, ...fields }, index) =>
      makeFinding({ ...fields, severity, key: `k${index}`, start: index * 10, decision: isAllowed ? allowed : null }),
    ),
  );

describe("the queue", () => {
  it("holds every finding once, must before review before what was never published, and what stays last", () => {
    fc.assert(
      fc.property(findings, (found) => {
        const groups = groupFindings(found);
        expect(
          groups
            .flatMap((group) => group.findings)
            .map(markIdOf)
            .sort(),
        ).toEqual(found.map(markIdOf).sort());
        const ranks = groups.map(({ tier }) => TIERS.indexOf(tier));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        for (const { tier, findings: own } of groups) {
          for (const finding of own) expect(tierOf(finding)).toBe(tier);
        }
      }),
    );
  });

  it("never takes what must go for allowed, whatever was decided", () => {
    const finding = makeFinding({ severity: "must", decision: allowed });
    expect([tierOf(finding), isOpen(finding)]).toEqual(["must", true]);
  });

  it("unfolds the places of a group below it", () => {
    const [group] = groupFindings([makeFinding({ start: 0 }), makeFinding({ start: 9 })]);
    if (group === undefined) throw new Error("no group");
    expect(rowsOfQueue([group], new Set()).map(({ place }) => place)).toEqual([0]);
    expect(rowsOfQueue([group], new Set([group.id])).map(({ place }) => place)).toEqual([0, 1, 2]);
  });

  it("stays on its row, and comes to the next when that one is gone", () => {
    const rows = ["a", "b", "c"].map((id) => ({ id }));
    expect(cursorIndex(rows, { id: "c", index: 0 })).toBe(2);
    expect(cursorIndex([{ id: "a" }, { id: "c" }], { id: "b", index: 1 })).toBe(1);
    expect(cursorIndex([{ id: "a" }], { id: "b", index: 1 })).toBe(0);
    expect(cursorIndex([], { id: null, index: 3 })).toBe(0);
  });
});

it("a place is found again after another of its sentence was decided: by its words and nearest spot", () => {
  const wanted = makeFinding({ key: "old", text: "縹畔", start: 100 });
  const far = makeFinding({ key: "new-1", text: "縹畔", start: 10 });
  const near = makeFinding({ key: "new-2", text: "縹畔", start: 97 });
  const desk = { findings: [far, near, makeFinding({ key: "other", text: "別", start: 100 })] };
  expect(findAgain(desk, wanted)?.key).toBe("new-2");
  expect(findAgain({ findings: [] }, wanted)).toBeUndefined();
});
