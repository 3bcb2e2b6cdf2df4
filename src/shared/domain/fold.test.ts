import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldWithMap } from "./fold.ts";

test.each([
  ["ﾌｨｯｼﾝｸﾞ", "フィッシング"],
  ["ふぃっしんぐ", "フィッシング"],
  ["ＡＤ", "ad"],
  ["㍿", "株式会社"],
  ["ヴ", "ヴ"],
  ["う゛".normalize("NFC"), "ウ ゙"],
  ["hxxps://a[.]b", "https://a.b"],
  ["ＨＸＸＰ", "http"],
  ["［．］", "."],
])("%s folds to %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        "か",
        "\u3099",
        "ﾊ",
        "ﾟ",
        "ﾞ",
        "が",
        "e",
        "\u0301",
        "[",
        ".",
        "]",
        "hxxp",
        "ＨＸ",
        "ｘp",
        "㍿",
        "ᄀ",
        "ᅡ",
        "ᆨ",
        "각",
        "İ",
        "Σ",
        "ς",
        "\u0323",
        "𝒜",
        "\ufdfa",
        " ",
        "゛",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

test("folding with a map folds as folding does", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(foldWithMap(text).text).toBe(fold(text));
    }),
    { numRuns: 2000 },
  );
});

test("every folded unit knows a stretch of the original, and they run forwards over all of it", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: folded, starts, ends } = foldWithMap(text);
      expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
      starts.forEach((start, unit) => {
        expect(start).toBeLessThan(ends[unit] ?? 0);
        expect(start).toBeGreaterThanOrEqual(starts[unit - 1] ?? 0);
      });
      expect(ends.at(-1) ?? 0).toBe(text.length);
    }),
    { numRuns: 1000 },
  );
});

test("a match leads back to what was written", () => {
  const text = "宛先はﾋﾞｼﾞﾈｽ、hxxp://a[.]b";
  const { text: folded, starts, ends } = foldWithMap(text);
  for (const [piece, written] of [
    ["ビジネス", "ﾋﾞｼﾞﾈｽ"],
    ["http://a.b", "hxxp://a[.]b"],
    ["a.b", "a[.]b"],
  ] as const) {
    const at = folded.indexOf(piece);
    expect(text.slice(starts[at], ends[at + piece.length - 1])).toBe(written);
  }
});
