import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildMatcher } from "./patternMatcher.ts";

function findAll(patterns: readonly string[], text: string): string[] {
  const found: string[] = [];
  const units = Uint16Array.from(text, (sign) => sign.charCodeAt(0));
  buildMatcher(patterns).run(units, units.length, (pattern, end) => found.push(`${patterns[pattern]}@${end}`));
  return found.sort();
}

function findPlainly(patterns: readonly string[], text: string): string[] {
  const found: string[] = [];
  for (const pattern of patterns) {
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
      found.push(`${pattern}@${at + pattern.length}`);
    }
  }
  return found.sort();
}

describe("buildMatcher", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "青"), minLength: 1, maxLength: 5 });

  it("finds every occurrence, overlapping ones too", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 20 }),
        fc.string({ unit: fc.constantFrom("a", "b", "c", "青"), maxLength: 60 }),
        (patterns, text) => {
          expect(findAll(patterns, text)).toEqual(findPlainly(patterns, text));
        },
      ),
    );
  });

  it("finds nothing with no patterns", () => {
    expect(findAll([], "abc")).toEqual([]);
  });
});
