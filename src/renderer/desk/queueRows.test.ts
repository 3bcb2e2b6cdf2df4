import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeskFinding } from "#shared/contract/sanitising.ts";
import { cursorIndex, groupFindings, grownGroup, inKnownOrder, rowsOfQueue } from "./queueRows.ts";
import { makeFinding } from "./testing/makeFinding.ts";
import { isOpen, markIdOf, TIERS, tierOf, type Tier } from "./tiers.ts";
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

  it("takes for plain words only terms that were never published, and only while nobody let them stay", () => {
    const plain = { kind: "novel-term", plain: true } as const;
    expect(tierOf(makeFinding(plain))).toBe("plain");
    expect(tierOf(makeFinding({ ...plain, plain: false }))).toBe("novel");
    expect(tierOf(makeFinding({ ...plain, kind: "organization" }))).toBe("review");
    expect(tierOf(makeFinding({ ...plain, severity: "must" }))).toBe("must");
    expect(tierOf(makeFinding({ ...plain, decision: allowed }))).toBe("allowed");
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

  it("keeps groups where they stood when their first place is decided, and lets a new one in behind its neighbour", () => {
    const at = (group: string, start: number) => makeFinding({ group, start });
    const before = groupFindings([at("a", 0), at("b", 10), at("a", 20), at("c", 30)]);
    const known = before.map(({ id }) => id);
    const after = groupFindings([at("b", 10), at("d", 15), at("a", 20), at("c", 30)]);
    const idOf = (group: string) => before.find(({ id }) => id.endsWith(group))?.id;
    expect(inKnownOrder(after, known).map(({ id }) => id.at(-1))).toEqual(["a", "b", "d", "c"]);
    expect(inKnownOrder(before, []).map(({ id }) => id)).toEqual(known);
    expect(grownGroup(before, new Map(known.map((id) => [id, id === idOf("b") ? 0 : 9])))?.id).toBe(idOf("b"));
    expect(grownGroup(before, new Map(known.map((id) => [id, 9])))).toBeUndefined();
  });

  it("keeps the tiers in order whatever was known before", () => {
    fc.assert(
      fc.property(findings, findings, (first, second) => {
        const known = groupFindings(first).map(({ id }) => id);
        const groups = groupFindings(second);
        const ordered = inKnownOrder(groups, known);
        expect(ordered.map(({ id }) => id).sort()).toEqual(groups.map(({ id }) => id).sort());
        const ranks = ordered.map(({ tier }) => TIERS.indexOf(tier));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });

  it("stays on its row, and comes to the next when that one is gone", () => {
    const row = (id: string, tier: Tier = "review") => ({ id, group: { tier } });
    expect(cursorIndex([row("a"), row("b"), row("c")], { id: "c", index: 0 })).toBe(2);
    expect(cursorIndex([row("a"), row("c")], { id: "b", index: 1 })).toBe(1);
    expect(cursorIndex([row("a")], { id: "b", index: 1 })).toBe(0);
    expect(cursorIndex([], { id: null, index: 3 })).toBe(-1);
  });

  it("does not come by itself to what was let stay", () => {
    const [open, kept] = [
      { id: "a", group: { tier: "novel" } as const },
      { id: "c", group: { tier: "allowed" } as const },
    ];
    expect(cursorIndex([open, kept], { id: "b", index: 1 })).toBe(0);
    expect(cursorIndex([kept], { id: "b", index: 0 })).toBe(-1);
    expect(cursorIndex([kept], { id: "c", index: 0 })).toBe(0);
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
