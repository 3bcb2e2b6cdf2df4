import { describe, expect, it } from "vitest";
import type { Finding } from "../sanitising/finding.ts";
import { placeFindings } from "./pictureFindings.ts";
import { joinLines } from "./pictureText.ts";
import type { OcrWord } from "./tesseract.ts";

const SIZE = { width: 400, height: 200 };

const word = (text: string, x: number, y: number, width = 20): OcrWord => ({
  text,
  box: { x, y, width, height: 14 },
  confidence: 90,
});

/** Two looks at the same two lines. */
const READ = joinLines([
  [word("旭", 10, 10), word("川", 30, 10), word("sato", 60, 10, 40), word("kenichi", 110, 10, 60)],
  [word("精", 10, 40), word("工", 30, 40)],
  [word("旭", 10, 10), word("川", 30, 11)],
]);

function finding(words: string, more: Partial<Finding> = {}, after = 0): Finding {
  const start = READ.text.indexOf(words, after);
  expect(start).toBeGreaterThanOrEqual(0);
  const found: Finding = {
    start,
    end: start + words.length,
    text: words,
    kind: "organization",
    via: [],
    severity: "review",
    reads: words,
  };
  return { ...found, ...more };
}

describe("joinLines", () => {
  it("puts no space between Japanese letters, one between Latin words, and has spaced lines again without", () => {
    expect(READ.text.split("\n").filter((line) => line !== "")).toEqual([
      "旭川sato kenichi",
      "精工",
      "旭川",
      "旭川satokenichi",
    ]);
    expect(READ.wordAt).toHaveLength(READ.text.length);
  });

  it("reads an @ where recognition saw another round letter", () => {
    expect(joinLines([[word("sato®a.example", 0, 0)]]).text).toContain("sato@a.example");
    expect(joinLines([[word("R&D", 0, 0), word("①③", 0, 0)]]).text).toContain("①③");
  });
});

describe("placeFindings", () => {
  it("frames a finding once on each of its lines, a little wider than its letters", () => {
    const across = finding("旭川", { end: READ.text.indexOf("精工") + 2 });
    const [placed] = placeFindings([across], READ, SIZE);
    expect(placed?.boxes).toEqual([
      { x: 8, y: 8, width: 164, height: 18 },
      { x: 8, y: 38, width: 44, height: 18 },
    ]);
  });

  it("tells what was seen at one place in several looks once, the gravest of it", () => {
    const again = READ.text.lastIndexOf("旭川\n");
    const placed = placeFindings(
      [finding("旭川"), finding("旭川", { via: ["misread"] }), finding("旭川", { severity: "must" }, again)],
      READ,
      SIZE,
    );
    expect(placed.map(({ severity, boxes }) => ({ severity, boxes }))).toEqual([
      // One look saw the second letter a pixel lower.
      { severity: "must", boxes: [{ x: 8, y: 8, width: 44, height: 19 }] },
    ]);
    expect(placeFindings([finding("旭川"), finding("旭川", { via: ["misread"] })], READ, SIZE)).toMatchObject([
      { via: ["misread"] },
    ]);
  });

  it("keeps what has no place", () => {
    const nowhere = { ...finding("旭川"), start: 0, end: 0, kind: "limit" as const };
    expect(placeFindings([finding("旭川"), nowhere], READ, SIZE)).toHaveLength(2);
  });
});
