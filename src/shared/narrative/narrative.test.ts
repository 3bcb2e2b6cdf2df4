import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline, Narrative } from "./narrative.ts";
import { parseNarrative } from "./parseNarrative.ts";
import { writeNarrative } from "./writeNarrative.ts";

const words = (markdown: string): Inline[] => {
  const block = parseNarrative(markdown).blocks[0];
  return block !== undefined && "children" in block ? block.children : [];
};

describe("parseNarrative", () => {
  it("joins soft breaks between Japanese characters without a space, between Latin words with one", () => {
    expect(words("攻撃者は\n侵入した")).toEqual([{ kind: "text", text: "攻撃者は侵入した" }]);
    expect(words("Active\nDirectory")).toEqual([{ kind: "text", text: "Active Directory" }]);
    expect(words("当該の\nVPN 装置")).toEqual([{ kind: "text", text: "当該のVPN 装置" }]);
    expect(words("前半。\n**後半**")[0]).toEqual({ kind: "text", text: "前半。" });
    expect(words("Active\n**Directory**")[0]).toEqual({ kind: "text", text: "Active " });
  });

  it("shows HTML as text and does not interpret it", () => {
    expect(words("<b>太字</b><script>alert(1)</script>")).toEqual([
      { kind: "text", text: "<b>太字</b><script>alert(1)</script>" },
    ]);
    expect(words('<img src="x" onerror="y">')).toEqual([{ kind: "text", text: '<img src="x" onerror="y">' }]);
  });

  it("makes no link of a bare address, and one of <…> and […](…)", () => {
    expect(words("https://example.jp/を見る")).toEqual([{ kind: "text", text: "https://example.jp/を見る" }]);
    expect(words("<https://example.jp/>")[0]?.kind).toBe("link");
  });

  it("opens and closes emphasis beside Japanese punctuation", () => {
    expect(words("これは**「重要」**である")[1]).toEqual({
      kind: "strong",
      children: [{ kind: "text", text: "「重要」" }],
    });
  });

  it("reads a citation without a definition, and a note with one", () => {
    const narrative = parseNarrative("先の報告[^REF-2019q4]と注[^a]。\n\n[^a]: 補足。");
    expect(narrative.blocks).toHaveLength(1);
    expect(narrative.notes).toEqual([
      { label: "a", blocks: [{ kind: "paragraph", children: [{ kind: "text", text: "補足。" }] }] },
    ]);
    expect(words("先の報告[^REF-2019q4]。")[1]).toEqual({ kind: "note", label: "REF-2019q4" });
    expect(words("\\[^no-note]")).toEqual([{ kind: "text", text: "[^no-note]" }]);
  });

  it("reads figures with caption and label, and references to them", () => {
    const narrative = parseNarrative(
      ["```attack-flow 攻撃の流れ {#flow}", "A -> B: 侵入", "```", "", "[図](#flow)に示す。"].join("\n"),
    );
    expect(narrative.blocks).toEqual([
      { kind: "figure", figure: "attack-flow", caption: "攻撃の流れ", label: "flow", source: "A -> B: 侵入" },
      {
        kind: "paragraph",
        children: [
          { kind: "figureReference", label: "flow" },
          { kind: "text", text: "に示す。" },
        ],
      },
    ]);
    const sha256 = "ab".repeat(32);
    expect(parseNarrative(`![画面](artifact:${sha256} "#shot")`).blocks).toEqual([
      { kind: "figure", figure: "image", caption: "画面", label: "shot", source: sha256 },
    ]);
    expect(parseNarrative("![外](https://example.jp/x.png)").blocks[0]?.kind).toBe("paragraph");
  });

  it("keeps a table rectangular and single tildes as they are", () => {
    const table = parseNarrative("| a | b |\n| - | -: |\n| 1 |\n").blocks[0];
    expect(table).toMatchObject({ kind: "table", align: ["none", "right"], rows: [[[{ text: "1" }], []]] });
    expect(words("10月~12月と1月~3月")).toEqual([{ kind: "text", text: "10月~12月と1月~3月" }]);
  });
});

const hostile = fc.stringMatching(/^[あア漢、。「」A-z0-9 *_~`#$\\<>[\](){}|!&;:@^.+=-]{1,16}$/u);
const text = fc
  .oneof(
    hostile,
    fc.constantFrom("本件では", "VPN 装置", "[^x]", "<b>", "&amp;", "1. 項", "- 項", "| a |", "https://a.example/"),
  )
  .map((value): Inline => ({ kind: "text", text: value }));
const code = fc
  .stringMatching(/^[a-z`|\\][a-z `|\\]{0,8}[a-z`|\\]$/u)
  .map((value): Inline => ({ kind: "code", text: value }));
const leaf: fc.Arbitrary<Inline> = fc.oneof(
  text,
  code,
  fc.constant<Inline>({ kind: "note", label: "REF-1" }),
  fc.constantFrom("flow", "図1", "1").map((label): Inline => ({ kind: "figureReference", label })),
);
const marked = fc
  .tuple(fc.constantFrom("emphasis" as const, "strong" as const), fc.stringMatching(/^[あ漢字「」a-z]{1,8}$/u))
  .map(([kind, value]): Inline => ({ kind, children: [{ kind: "text", text: value }] }));
const link = fc.stringMatching(/^[あa-z*_[\]]{1,8}$/u).map((value): Inline => ({
  kind: "link",
  url: "https://example.jp/a_(b)?c=d&e",
  children: [{ kind: "text", text: value }],
}));
const row = fc.array(fc.oneof(leaf, marked, link), { minLength: 1, maxLength: 5 });
const paragraph = row.map((children): Block => ({ kind: "paragraph", children }));
const block: fc.Arbitrary<Block> = fc.oneof(
  paragraph,
  fc
    .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const), row)
    .map(([level, children]): Block => ({ kind: "heading", level, children })),
  fc
    .tuple(
      fc.constantFrom(null, 1, 3),
      fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    )
    .map(([start, items]): Block => ({ kind: "list", start, items })),
  fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((blocks): Block => ({ kind: "quote", blocks })),
  fc
    .tuple(row, row)
    .map(([a, b]): Block => ({ kind: "table", align: ["none", "right"], head: [a, b], rows: [[b, a]] })),
  fc.string().map((value): Block => ({ kind: "code", language: "", text: value.replaceAll(/[\r\n]/gu, "") })),
  fc
    .stringMatching(/^[あa-z*`~{}>-]{0,20}$/u)
    .map((source): Block => ({ kind: "figure", figure: "attack-flow", caption: "図題 ①", label: "flow", source })),
  fc.constant<Block>({ kind: "rule" }),
);
const narratives = fc.array(block, { maxLength: 5 }).map((blocks): Narrative => ({ blocks, notes: [] }));

describe("writeNarrative", () => {
  it("writes what parseNarrative reads back equal", () => {
    fc.assert(
      fc.property(narratives, (made) => {
        const written = writeNarrative(made);
        const read = parseNarrative(written);
        expect(parseNarrative(writeNarrative(read))).toEqual(read);
        expect(plainText(read)).toBe(plainText(made));
      }),
      { numRuns: 300 },
    );
  });

  it("is stable over any Markdown", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostile, fc.constantFrom("\n", "\n\n", "- ", "> ", "```\n")), { maxLength: 12 }),
        (pieces) => {
          const read = parseNarrative(pieces.join(""));
          expect(parseNarrative(writeNarrative(read))).toEqual(read);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Every word of a narrative in order, space and grouping apart: nothing may be lost or turned into markup. */
function plainText(narrative: Narrative): string {
  return JSON.stringify(narrative, (key, value: unknown) => (key === "kind" || key === "level" ? undefined : value))
    .replaceAll(
      /"(?:blocks|notes|children|items|rows|head|align|text|url|label|language|source|caption|figure|start)":/gu,
      "",
    )
    .replaceAll(/[[\]{}",\s\u3000]/gu, "");
}
