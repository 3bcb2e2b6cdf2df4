import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveEntry, neighbourOf, placeEntry, type Entry } from "./draftEntries.ts";

const entries = fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 8 }).chain((numbers) =>
  fc.tuple(
    ...numbers.map((number) =>
      fc.record<Entry>({
        caseId: fc.constant(`case-${number}`),
        title: fc.constant(`案件 ${number}`),
        place: fc.constantFrom("chapter", "digest", "left-out"),
        section: fc.constantFrom("provided", "hub"),
        hasNarrative: fc.boolean(),
        hasSummary: fc.boolean(),
        writeupId: fc.constant(null),
      }),
    ),
  ),
);

const idsOf = (list: readonly Entry[], section?: Entry["section"]) =>
  list.filter((entry) => section === undefined || entry.section === section).map(({ caseId }) => caseId);

describe("the entries of a draft", () => {
  it("never lose or gain one by moving, and the other section stays as it was", () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.nat(), (list, first, second) => {
        const moving = list[first % list.length];
        const target = list[second % list.length];
        if (moving === undefined || target === undefined) return;
        const moved = moveEntry(list, moving.caseId, target.caseId);
        expect(idsOf(moved).sort()).toEqual(idsOf(list).sort());
        const other = moving.section === "hub" ? "provided" : "hub";
        expect(idsOf(moved, other)).toEqual(idsOf(list, other));
      }),
    );
  });

  it("step up and down again to where they were", () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, first) => {
        const moving = list[first % list.length];
        if (moving === undefined) return;
        const above = neighbourOf(list, moving.caseId, -1);
        if (above === undefined) return;
        const up = moveEntry(list, moving.caseId, above.caseId);
        expect(neighbourOf(up, moving.caseId, 1)?.caseId).toBe(above.caseId);
        const down = moveEntry(up, moving.caseId, above.caseId);
        expect(idsOf(down, moving.section)).toEqual(idsOf(list, moving.section));
      }),
    );
  });

  it("are put elsewhere one at a time", () => {
    const list: Entry[] = [
      {
        caseId: "a",
        title: "甲",
        place: "chapter",
        section: "provided",
        hasNarrative: true,
        hasSummary: true,
        writeupId: null,
      },
      {
        caseId: "b",
        title: "乙",
        place: "digest",
        section: "provided",
        hasNarrative: false,
        hasSummary: true,
        writeupId: null,
      },
    ];
    expect(placeEntry(list, "b", "left-out").map(({ place }) => place)).toEqual(["chapter", "left-out"]);
  });
});
