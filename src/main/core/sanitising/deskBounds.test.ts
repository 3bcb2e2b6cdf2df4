import { describe, expect, it } from "vitest";
import { findExactNumbers } from "./findExactNumbers.ts";
import { fitMask } from "./fitMask.ts";
import { createKnownWords } from "./knownWords.ts";
import { neutralFigureLabels } from "./neutralFigureLabels.ts";
import { createSentenceFinder } from "./sentenceAround.ts";
import { settleLabels } from "./settleLabels.ts";
import { styleHints } from "./styleHints.ts";

const SIZE = 200_000;
const many = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length));
const texts: readonly (readonly [name: string, text: string])[] = [
  "a",
  "1",
  "あ",
  "漢",
  ".",
  "|",
  "[",
  "](",
  "`",
  "```\n",
  "\n",
  " ",
  "1件 ",
  "12,",
  "A社",
  "A 社（A 社）",
  "〔",
  "〔氏名〕",
  "a.",
  "%41",
  "2022年12月8日",
  "図 9 ",
  "図[",
  "図](#",
  "<a:",
  "[^",
  "攻撃者は目的で",
  "https://a.example/",
  "\ud800",
  "- 1. > # ",
].map((piece) => [JSON.stringify(piece), many(piece)]);

/** Twice as long may take twice as long, not four times. Far above what any of these takes. */
const LONGEST_MS = 4_000;

describe("texts made to keep the desk busy", () => {
  it.each(texts)("%s over and over", (_, text) => {
    const works: Record<string, () => unknown> = {
      findExactNumbers: () => findExactNumbers(text),
      styleHints: () => styleHints(text),
      createKnownWords: () => createKnownWords(text, { labels: ["当該組織"], indicators: new Set() }),
      createSentenceFinder: () => createSentenceFinder(text)(SIZE / 2, SIZE / 2 + 1),
      settleLabels: () => settleLabels(text),
      neutralFigureLabels: () => neutralFigureLabels(text),
      fitMask: () => fitMask(text, { start: 10, end: text.length - 10, text: "A社" }),
    };
    for (const [name, work] of Object.entries(works)) {
      const started = performance.now();
      work();
      expect([name, performance.now() - started < LONGEST_MS]).toEqual([name, true]);
    }
  });
});
