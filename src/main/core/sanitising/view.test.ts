import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesBehind, replaceSegments, sourceOf, Trails, viewOf } from "./view.ts";

describe("replaceSegments", () => {
  it("maps a replaced stretch to its whole source, and the rest to itself", () => {
    const trails = new Trails();
    const once = replaceSegments(viewOf("a%41%42c"), trails, "percent", [{ start: 1, end: 7, text: "AB" }]);
    expect(once.text).toBe("aABc");
    expect(sourceOf(once, 0, 1)).toEqual({ start: 0, end: 1 });
    expect(sourceOf(once, 2, 3)).toEqual({ start: 1, end: 7 });
    expect(sourceOf(once, 3, 4)).toEqual({ start: 7, end: 8 });
    expect(namesBehind(once, trails, 0, 4)).toEqual(["percent"]);
    expect(namesBehind(once, trails, 3, 4)).toEqual([]);
    const twice = replaceSegments(once, trails, "rot13", [{ start: 1, end: 2, text: "N" }]);
    expect(namesBehind(twice, trails, 1, 2)).toEqual(["percent", "rot13"]);
  });

  it("tells of what was taken out by the unit behind it", () => {
    const trails = new Trails();
    const cut = replaceSegments(viewOf("青<b>葉"), trails, "markup", [{ start: 1, end: 4, text: "" }]);
    expect(cut.text).toBe("青葉");
    expect(sourceOf(cut, 0, 2)).toEqual({ start: 0, end: 5 });
    expect(namesBehind(cut, trails, 0, 2)).toEqual(["markup"]);
  });

  it("keeps every unit's source inside the text, whatever is replaced", () => {
    const segment = fc.record({
      start: fc.nat(40),
      length: fc.integer({ min: 1, max: 5 }),
      text: fc.string({ maxLength: 4 }),
    });
    fc.assert(
      fc.property(
        fc.string({ minLength: 50, maxLength: 60 }),
        fc.array(segment, { maxLength: 6 }),
        (text, segments) => {
          const ordered = segments
            .map(({ start, length, text: put }) => ({ start, end: start + length, text: put }))
            .sort((a, b) => a.start - b.start);
          const view = replaceSegments(viewOf(text), new Trails(), "x", ordered);
          expect(view.starts).toHaveLength(view.text.length);
          for (let unit = 0; unit < view.text.length; unit += 1) {
            const { start, end } = sourceOf(view, unit, unit + 1);
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});
