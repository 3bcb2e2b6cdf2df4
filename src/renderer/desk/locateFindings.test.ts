import { getSchema } from "@tiptap/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { plainNarrativeExtensions } from "#renderer/ui/editor/narrativeSchema.ts";
import { toDocument } from "#renderer/ui/editor/toDocument.ts";
import { layerMarks } from "./layerMarks.ts";
import { locateFindings, locateStretches } from "./locateFindings.ts";
import { makeFinding } from "./testing/makeFinding.ts";

const schema = getSchema(plainNarrativeExtensions);
const documentOf = (markdown: string) => schema.nodeFromJSON(toDocument(parseNarrative(markdown)));

/** What the document says at the places found for stretches of the Markdown. */
function readAt(markdown: string, stretches: readonly { start: number; end: number }[]) {
  const doc = documentOf(markdown);
  const wanted = stretches.map(({ start, end }) => ({ start, end, text: markdown.slice(start, end) }));
  return locateStretches(doc, markdown, wanted).map((at) =>
    at === undefined ? undefined : at.isAtom === true ? "atom" : doc.textBetween(at.from, at.to),
  );
}

const stretchOf = (markdown: string, words: string, from = 0) => {
  const start = markdown.indexOf(words, from);
  return { start, end: start + words.length };
};

describe("findings in the editor's document", () => {
  it("stand where the same words have the same surroundings, not where they come first", () => {
    const markdown = "縹畔電鉄では検知した。\n\n次に、縹畔電鉄でも検知した。\n";
    const doc = documentOf(markdown);
    const second = markdown.lastIndexOf("縹畔電鉄");
    const [at] = locateStretches(doc, markdown, [{ start: second, end: second + 4, text: "縹畔電鉄" }]);
    expect(doc.textBetween((at?.from ?? 0) - 3, at?.to ?? 0)).toBe("次に、縹畔電鉄");
  });

  it("are found behind marks, escapes, headings, lists and tables", () => {
    const markdown =
      "## **椋淵**精機の件\n\n- 担当は a\\_b\\@kuro.example\n\n| 会社 | 台数 |\n| - | - |\n| 榛堰 | 12 |\n\n終わりの楡瀬。\n";
    const words = ["**椋淵**精機", "a\\_b\\@kuro.example", "榛堰", "楡瀬"];
    expect(
      readAt(
        markdown,
        words.map((word) => stretchOf(markdown, word)),
      ),
    ).toEqual(["椋淵精機", "a_b@kuro.example", "榛堰", "楡瀬"]);
  });

  it("lead to the figure in whose source they stand", () => {
    const markdown = "前の文。\n\n```url-anatomy\nhxxps://login.example/#abc | 縹畔の受信者\n```\n";
    expect(readAt(markdown, [stretchOf(markdown, "縹畔の受信者")])).toEqual(["atom"]);
  });

  it("each have a place of their own, however often the words are repeated", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("縹畔が", "椋淵は", "見た。", "\n\n"), { minLength: 1, maxLength: 30 }),
        (parts) => {
          const markdown = parts.join("");
          const starts = [...markdown.matchAll(/縹畔/g)].map(({ index }) => index);
          const doc = documentOf(markdown);
          const found = locateStretches(
            doc,
            markdown,
            starts.map((start) => ({ start, end: start + 2, text: "縹畔" })),
          );
          expect(new Set(found.map((at) => at?.from)).size).toBe(starts.length);
          for (const at of found) expect(doc.textBetween(at?.from ?? 0, at?.to ?? 0)).toBe("縹畔");
        },
      ),
    );
  });
});

it("a figure with several findings in it is marked as the most urgent of them", () => {
  const markdown = "```url-anatomy\nhxxps://login.example/ | 縹畔の受信者\n```\n";
  const found = [
    makeFinding({ text: "縹畔", start: markdown.indexOf("縹畔"), severity: "must" }),
    makeFinding({ text: "受信者", start: markdown.indexOf("受信者"), kind: "novel-term" }),
  ];
  const marks = locateFindings(documentOf(markdown), markdown, found);
  expect(marks.map(({ isAtom, tone }) => [isAtom, tone])).toEqual([
    [true, "must"],
    [true, "under"],
  ]);
});

describe("marks that overlap", () => {
  it("show what must go over what is only looked at, and lose nobody", () => {
    const marks = [
      { from: 0, to: 10, tone: "review", id: "phrase" },
      { from: 2, to: 5, tone: "must", id: "name" },
      { from: 3, to: 4, tone: "novel", id: "term" },
    ];
    expect(layerMarks(marks)).toEqual([
      { from: 0, to: 2, tone: "review", id: "phrase" },
      { from: 2, to: 5, tone: "must", id: "name" },
      { from: 3, to: 4, tone: "under", id: "term" },
      { from: 5, to: 10, tone: "review", id: "phrase" },
    ]);
  });

  it("cover each place with one tone at most", () => {
    const mark = fc.record({
      from: fc.nat(30),
      length: fc.integer({ min: 1, max: 8 }),
      tone: fc.constantFrom("must", "review", "novel", "allowed"),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (made) => {
        const marks = made.map(({ from, length, tone }, id): { from: number; to: number; tone: string; id: number } => {
          return { from, to: from + length, tone, id };
        });
        const pieces = layerMarks(marks);
        const seen = pieces.filter(({ tone }) => tone !== "under");
        for (let at = 0; at < 40; at += 1) {
          const over = seen.filter(({ from, to }) => from <= at && at < to);
          const wanted = marks.filter(({ from, to }) => from <= at && at < to);
          expect(over.length).toBe(Math.min(1, wanted.length));
          if (wanted.some(({ tone }) => tone === "must")) expect(over[0]?.tone).toBe("must");
        }
        expect(new Set(pieces.map(({ id }) => id)).size).toBe(marks.length);
      }),
    );
  });
});
