import { isDeepStrictEqual } from "node:util";
import { getSchema } from "@tiptap/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline, Narrative } from "#shared/narrative/narrative.ts";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { writeNarrative } from "#shared/narrative/writeNarrative.ts";
import { plainNarrativeExtensions } from "./narrativeSchema.ts";
import { toDocument } from "./toDocument.ts";
import { toNarrative } from "./toNarrative.ts";

const schema = getSchema(plainNarrativeExtensions);

/** Through the real schema, as opening and closing the editor does. */
function reopen(narrative: Narrative): Narrative {
  const node = schema.nodeFromJSON(toDocument(narrative));
  node.check();
  return toNarrative(node.toJSON());
}

/** The words of a row with what applies to each, however the Markdown nested it. */
function meaningOfRow(row: readonly Inline[], marks: readonly string[] = []): unknown[] {
  const runs: { marks: string; leaf: string }[] = [];
  const add = (own: readonly string[], leaf: string, isText: boolean) => {
    const key = [...new Set(own)].sort().join(" ");
    const last = runs.at(-1);
    if (isText && last?.marks === key && last.leaf.startsWith("text:")) last.leaf += leaf.slice(5);
    else runs.push({ marks: key, leaf });
  };
  const visit = (items: readonly Inline[], own: readonly string[]) => {
    for (const item of items) {
      if (item.kind === "text") add(own, `text:${item.text}`, true);
      else if (item.kind === "code") add([...own, "code"], `text:${item.text}`, true);
      else if (item.kind === "link") visit(item.children, [...own, `link:${item.url}`]);
      else if ("children" in item) visit(item.children, [...own, item.kind]);
      else add(own, JSON.stringify(item), false);
    }
  };
  visit(row, marks);
  return runs;
}

function meaningOfBlocks(blocks: readonly Block[]): unknown[] {
  return blocks.flatMap((block): unknown[] => {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        return block.children.length === 0 ? [] : [{ ...block, children: meaningOfRow(block.children) }];
      case "list":
        return [{ ...block, items: block.items.map(meaningOfBlocks) }];
      case "quote":
        return [{ ...block, blocks: meaningOfBlocks(block.blocks) }];
      case "table":
        return [
          {
            ...block,
            head: block.head.map((cell) => meaningOfRow(cell)),
            rows: block.rows.map((row) => row.map((cell) => meaningOfRow(cell))),
          },
        ];
      default:
        return [block];
    }
  });
}

function meaningOf(narrative: Narrative): unknown {
  const notes = narrative.notes
    .map(({ label, blocks }) => ({ label, blocks: meaningOfBlocks(blocks) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return { blocks: meaningOfBlocks(narrative.blocks), notes };
}

const words = fc.string({ unit: fc.constantFrom(..."攻撃者はVPN装置、(3)*_~[]|#`<> "), minLength: 1, maxLength: 12 });
const label = fc.constantFrom("1", "2", "2019q4", "注");

const inline = fc.letrec<{ row: Inline[]; item: Inline }>((tie) => ({
  row: fc.array(tie("item"), { minLength: 1, maxLength: 4 }),
  item: fc.oneof(
    { depthSize: "small" },
    words.map((text): Inline => ({ kind: "text", text })),
    words.map((text): Inline => ({ kind: "code", text })),
    label.map((name): Inline => ({ kind: "note", label: name })),
    label.map((name): Inline => ({ kind: "figureReference", label: name })),
    fc.constant<Inline>({ kind: "break" }),
    tie("row").map((children): Inline => ({ kind: "strong", children })),
    tie("row").map((children): Inline => ({ kind: "emphasis", children })),
    tie("row").map((children): Inline => ({ kind: "deleted", children })),
  ),
}));
const link = words.map((text): Inline => ({
  kind: "link",
  url: "https://hub.example/q4",
  children: [{ kind: "text", text }],
}));
const row = fc.tuple(inline.row, fc.option(link)).map(([items, last]) => (last === null ? items : [...items, last]));

const table = fc.integer({ min: 1, max: 4 }).chain((columns) =>
  fc.record({
    kind: fc.constant("table" as const),
    align: fc.array(fc.constantFrom("left", "center", "right", "none"), { minLength: columns, maxLength: columns }),
    head: fc.array(row, { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.array(row, { minLength: columns, maxLength: columns }), { maxLength: 3 }),
  }),
);

const block = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
  blocks: fc.array(tie("block"), { maxLength: 4 }),
  block: fc.oneof(
    { depthSize: "small" },
    row.map((children): Block => ({ kind: "paragraph", children })),
    fc
      .record({ level: fc.constantFrom(1, 2, 3, 4, 5, 6), children: row })
      .map((own): Block => ({ kind: "heading", ...own })),
    table,
    fc.constant<Block>({ kind: "rule" }),
    fc.record({ language: fc.constantFrom("", "sh"), text: words }).map((own): Block => ({ kind: "code", ...own })),
    fc
      .record({
        figure: fc.constantFrom("attack-flow", "url-anatomy", "mail", "image"),
        caption: words,
        label: fc.constantFrom("", "flow"),
        source: words,
      })
      .map((own): Block => ({ kind: "figure", ...own })),
    tie("blocks").map((blocks): Block => ({ kind: "quote", blocks })),
    fc
      .record({ start: fc.constantFrom(null, 1, 4), items: fc.array(tie("blocks"), { minLength: 1, maxLength: 3 }) })
      .map((own): Block => ({ kind: "list", ...own })),
  ),
}));

const narrative: fc.Arbitrary<Narrative> = fc.record({
  blocks: block.blocks,
  notes: fc
    .uniqueArray(label, { maxLength: 4 })
    .chain((labels) =>
      fc.tuple(
        ...labels.map((name) =>
          row.map((children) => ({ label: name, blocks: [{ kind: "paragraph" as const, children }] })),
        ),
      ),
    ),
});

describe("the editor's document", () => {
  it("means what the narrative means, for any narrative", () => {
    fc.assert(
      fc.property(narrative, (value) => {
        expect(meaningOf(reopen(value))).toEqual(meaningOf(value));
      }),
      { numRuns: 400 },
    );
  });

  it("leaves the Markdown meaning the same when a text is opened and saved without an edit", () => {
    fc.assert(
      fc.property(narrative, (value) => {
        const before = parseNarrative(writeNarrative(value));
        // Markdown has no writing for some trees (emphasis that ends in a line break and the like).
        fc.pre(isDeepStrictEqual(meaningOf(parseNarrative(writeNarrative(before))), meaningOf(before)));
        fc.pre(!JSON.stringify(before).includes("&#x"));
        const after = parseNarrative(writeNarrative(reopen(before)));
        expect(meaningOf(after)).toEqual(meaningOf(before));
      }),
      { numRuns: 100 },
    );
  });

  it("keeps every kind of thing a narrative can hold", () => {
    const markdown = [
      "## 攻撃手口",
      "",
      "初期侵入は **VPN 装置** から行われた[^1]。[図](#flow) の ① を参照。過去の事例[^2019q4]と*似ている*。",
      "",
      "1. 認証情報の窃取",
      "   - `PsExec`",
      "2. 暗号化",
      "",
      "| 項目 | 件数 |",
      "| --- | ---: |",
      "| サーバ | 7 |",
      "",
      "```attack-flow 攻撃の流れ {#flow}",
      "攻撃者 -> VPN 装置: 侵入",
      "```",
      "",
      `![偽の警告](artifact:${"ab".repeat(32)})`,
      "",
      "> 引用",
      "",
      "[^1]: 情報提供外のため不明。",
      "[^9]: どこからも呼ばれない注。",
      "",
    ].join("\n");
    const before = parseNarrative(markdown);
    expect(before.blocks.map(({ kind }) => kind)).toEqual([
      "heading",
      "paragraph",
      "list",
      "table",
      "figure",
      "figure",
      "quote",
    ]);
    const after = reopen(before);
    expect(meaningOf(after)).toEqual(meaningOf(before));
    expect(after.notes.map((note) => note.label).sort()).toEqual(["1", "9"]);
  });

  it("gives a note pasted from another text a label of its own", () => {
    const note = (text: string) => [{ kind: "paragraph" as const, children: [{ kind: "text" as const, text }] }];
    const call = (text: string) => ({ type: "footnote", attrs: { label: "1", blocks: note(text) } });
    const read = toNarrative({
      type: "doc",
      content: [{ type: "paragraph", content: [call("甲"), call("乙"), call("甲")] }],
    });
    expect(read.blocks).toEqual([
      {
        kind: "paragraph",
        children: [
          { kind: "note", label: "1" },
          { kind: "note", label: "2" },
          { kind: "note", label: "1" },
        ],
      },
    ]);
    expect(read.notes.map(({ label: own }) => own)).toEqual(["1", "2"]);
  });

  it("opens an empty narrative as one empty paragraph and saves it as nothing", () => {
    expect(toDocument(parseNarrative("")).content).toEqual([{ type: "paragraph" }]);
    expect(reopen({ blocks: [], notes: [] })).toEqual({ blocks: [], notes: [] });
  });
});
