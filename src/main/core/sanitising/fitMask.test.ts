import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "#shared/narrative/narrative.ts";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { createSanitiser } from "./sanitiser.ts";
import { fitMask } from "./fitMask.ts";
import { maskText } from "./maskText.ts";
import { openTestBook } from "../testing/openTestBook.ts";

const masked = (text: string, found: string, words = "A社") => {
  const start = text.indexOf(found);
  const mask = fitMask(text, { start, end: start + found.length, text: words });
  return text.slice(0, mask.start) + mask.text + text.slice(mask.end);
};

describe("a mask in Markdown", () => {
  it.each([
    ["**霧峰**重工業から", "霧峰**重工業", "A社から"],
    ["霧**峰重工業**から", "霧**峰重工業", "A社から"],
    ["**重要：霧峰**重工業から", "霧峰**重工業", "**重要：A社**から"],
    ["| 霧峰 | 重工業 |", "霧峰 | 重工業", "| A社 | A社 |"],
    ["| 霧峰 |\n| 重工業 |", "霧峰 |\n| 重工業", "| A社 |\n| A社 |"],
    ["- 霧峰\n- 重工業", "霧峰\n- 重工業", "- A社\n- A社"],
    ["霧峰\n重工業から", "霧峰\n重工業", "A社から"],
    ["[x](https://e.com/a?to=QUJD)", "QUJD)", "[x](https://e.com/a?to=A社)"],
    ["<https://e.com/a?to=QUJD>", "QUJD>", "<https://e.com/a?to=A社>"],
    ["`https://e.com/a?to=QUJD`", "QUJD`", "`https://e.com/a?to=A社`"],
  ])("%s", (text, found, expected) => {
    expect(masked(text, found)).toBe(expected);
  });
});

/** Kinds of blocks and how many of what they hold: what a reader sees of the structure. */
function shapeOf(blocks: readonly Block[]): unknown {
  return blocks.map((block) => {
    switch (block.kind) {
      case "heading":
        return [block.kind, block.level];
      case "list":
        return [block.kind, block.start, block.items.map(shapeOf)];
      case "table":
        return [block.kind, block.align, block.rows.length, block.head.length];
      case "quote":
        return [block.kind, shapeOf(block.blocks)];
      case "figure":
        return [block.kind, block.figure, block.source.split("\n").length];
      case "paragraph":
        return [block.kind, linksOf(block.children)];
      default:
        return [block.kind];
    }
  });
}

const linksOf = (row: readonly Inline[]): number =>
  row.reduce(
    (count, item) => count + (item.kind === "link" ? 1 : 0) + ("children" in item ? linksOf(item.children) : 0),
    0,
  );

const ORGANIZATION = {
  type: "organization",
  id: "O1",
  name: "霧峰重工業株式会社",
  reading: "キリミネジュウコウギョウ",
  aliases: ["霧峰"],
  domains: ["kirimine.example"],
  persons: [{ name: "都築 真由", reading: "つづき まゆ", email: "m.tsuzuki@kirimine.example" }],
};
const token = Buffer.from("m.tsuzuki@kirimine.example").toString("base64url");

const NAMES = [
  "霧峰重工業株式会社",
  "**霧峰**重工業",
  "霧**峰重**工業",
  "霧峰\n重工業",
  "霧峰様",
  "都築 真由様",
  "m.tsuzuki@kirimine.example",
  "https://kirimine.example/a",
  `[詳細](https://evil-mx.com/a?to=${token})`,
  `<https://evil-mx.com/a?to=${token}>`,
  `\`https://evil-mx.com/a?to=${token}\``,
  `https://evil-mx.com/a?to=${token}`,
  "キリミネ",
  "kirimine_invoice_都築様.xlsx",
  "霧*峰重*工業",
  "+81-45-000-0105",
  "a@evil-mx.com",
];
const words = fc.array(fc.constantFrom(...NAMES, "から", "報告を受けた。", "[^1]", "~~旧~~", "203.0.113.7"), {
  minLength: 1,
  maxLength: 5,
});
const line = words.map((parts) => parts.join("は").replaceAll("\n", ""));
const paragraph = words.map((parts) => parts.join("と"));
const block = fc.oneof(
  paragraph,
  line.map((text) => `## ${text}`),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((text) => `- ${text}`).join("\n")),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((text, index) => `${index + 1}. ${text}`).join("\n")),
  fc
    .array(fc.tuple(line, line), { minLength: 1, maxLength: 3 })
    .map((rows) => ["| 項目 | 値 |", "| --- | :-: |", ...rows.map(([a, b]) => `| ${a} | ${b} |`)].join("\n")),
  line.map((text) => `> ${text}`),
  line.map((text) => `\`\`\`mail ${text.replaceAll("`", "")} {#m}\n差出人: ${text}\n件名: ${text}\n\n${text}\n\`\`\``),
  line.map((text) => `\`\`\`attack-flow 流れ\n攻撃者 -> ${text}: 侵入\n\`\`\``),
  line.map((text) => `[^1]: ${text}`),
  line.map((text) => `![${text.replaceAll(/[[\]()`<>]/g, "")}](artifact:${"a".repeat(64)} "#p")`),
);

describe("a masked narrative", () => {
  it("has the blocks it had, and nothing of what must go", async () => {
    const { session } = openTestBook([ORGANIZATION]);
    const sanitiser = createSanitiser(session);
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (blocks) => {
        const body = blocks.join("\n\n");
        const { body: clean } = await maskText(sanitiser, { title: "題", body }, { parties: ["O1"], outsiders: [] });
        expect(clean).not.toMatch(/霧峰|都築|kirimine|キリミネ|真由/);
        expect(clean).not.toContain(token);
        expect([clean, shapeOf(parseNarrative(clean).blocks)]).toEqual([clean, shapeOf(parseNarrative(body).blocks)]);
        expect(shapeOf(parseNarrative(clean).notes.flatMap((note) => note.blocks))).toEqual(
          shapeOf(parseNarrative(body).notes.flatMap((note) => note.blocks)),
        );
      }),
      { numRuns: 120 },
    );
    sanitiser.close();
  }, 120_000);
});
