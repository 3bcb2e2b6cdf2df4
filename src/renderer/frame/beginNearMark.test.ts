import * as fc from "fast-check";
import { expect, it } from "vitest";
import { beginNearMark } from "./beginNearMark.ts";

it("keeps a match near the beginning as it is", () => {
  const marks = [{ start: 3, end: 5 }];
  expect(beginNearMark("これは検体の話", marks)).toEqual({ text: "これは検体の話", marks });
});

it("marks the same words after the cut", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.string({ minLength: 1, maxLength: 9 }), (before, match) => {
      const marks = [{ start: before.length, end: before.length + match.length }];
      const { text, marks: moved } = beginNearMark(`${before}${match} after`, marks);
      expect(text.slice(moved[0]?.start, moved[0]?.end)).toBe(match);
      expect(moved[0]?.start).toBeLessThanOrEqual(11);
    }),
  );
});
