import fc from "fast-check";
import { expect, test } from "vitest";
import { compareTexts } from "./compareTexts.ts";

const sentence = fc.constantFrom("メールが届いた。", "添付を開いた。", "感染した。", "# 概要", "対処した。");
const text = fc.record({
  title: fc.constantFrom("不審なメール", "続報"),
  body: fc.array(fc.tuple(sentence, fc.constantFrom("", "\n", "\n\n"))).map((parts) => parts.flat().join("")),
});
const whole = ({ title, body }: { title: string; body: string }) => (title + body).replaceAll("\n", "");
const joined = (lines: ReturnType<typeof compareTexts>, without: string) =>
  lines.flatMap((line) => (line.kind === without ? [] : [line.text])).join("");

test("what was removed and kept is the older text, what was added and kept the newer", () => {
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const lines = compareTexts(older, newer);
      expect(joined(lines, "added")).toBe(whole(older));
      expect(joined(lines, "removed")).toBe(whole(newer));
    }),
  );
});

test("equal texts have no change", () => {
  fc.assert(
    fc.property(text, (same) => {
      expect(compareTexts(same, same).filter(({ kind }) => kind !== "same")).toEqual([]);
    }),
  );
});

test("one changed sentence is told as one, in its place", () => {
  const title = "不審なメール";
  const lines = compareTexts(
    { title, body: "メールが届いた。A社が開いた。\n対処した。" },
    { title, body: "メールが届いた。当該組織が開いた。\n対処した。" },
  );
  expect(lines.map(({ kind, text: words }) => `${kind} ${words}`)).toEqual([
    "same 不審なメール",
    "same メールが届いた。",
    "removed A社が開いた。",
    "added 当該組織が開いた。",
    "same 対処した。",
  ]);
});

test("texts of tens of thousands of sentences that share none are told as a whole, at once", () => {
  const long = (word: string) => ({
    title: "長い",
    body: Array.from({ length: 20_000 }, (_, n) => `${word}${n}。`).join(""),
  });
  const lines = compareTexts(long("旧"), long("新"));
  expect(lines.filter(({ kind }) => kind === "added")).toHaveLength(20_000);
}, 5000);
