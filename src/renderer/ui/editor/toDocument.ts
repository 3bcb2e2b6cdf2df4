import type { JSONContent } from "@tiptap/core";
import type { Block, Inline, Narrative, Note } from "#shared/narrative/narrative.ts";

type MarkJson = { type: string; attrs?: Record<string, unknown> };
type NotesByLabel = ReadonlyMap<string, Note>;

/** The narrative as the editor's document. Footnotes move to where they are called; the rest stay with the document. */
export function toDocument(narrative: Narrative): JSONContent {
  const notes: NotesByLabel = new Map(narrative.notes.map((note) => [note.label.toLowerCase(), note]));
  const called = new Set<string>();
  const content = blocksToJson(narrative.blocks, notes, called);
  const uncalled = narrative.notes.filter(({ label }) => !called.has(label.toLowerCase()));
  return { type: "doc", attrs: { notes: uncalled }, content: withRoomAtEnd(atLeastOne(content)) };
}

/** Blocks in which, or after which, one can go on writing; after any other stands an empty paragraph to do so. */
export const WRITABLE_ENDS = ["paragraph", "heading", "bulletList", "orderedList", "blockquote"];

function withRoomAtEnd(content: JSONContent[]): JSONContent[] {
  const end = content.at(-1)?.type ?? "";
  return WRITABLE_ENDS.includes(end) ? content : [...content, { type: "paragraph" }];
}

/** A block container of the editor cannot be empty. */
function atLeastOne(content: JSONContent[]): JSONContent[] {
  return content.length === 0 ? [{ type: "paragraph" }] : content;
}

function blocksToJson(blocks: readonly Block[], notes: NotesByLabel, called: Set<string>): JSONContent[] {
  return blocks.map((block) => blockToJson(block, notes, called));
}

function blockToJson(block: Block, notes: NotesByLabel, called: Set<string>): JSONContent {
  const row = (children: readonly Inline[]) => inlinesToJson(children, [], notes, called);
  switch (block.kind) {
    case "heading":
      return { type: "heading", attrs: { level: block.level }, content: row(block.children) };
    case "paragraph":
      return { type: "paragraph", content: row(block.children) };
    case "list": {
      const items = block.items.map((item) => ({
        type: "listItem",
        content: atLeastOne(blocksToJson(item, notes, called)),
      }));
      const content = items.length === 0 ? [{ type: "listItem", content: [{ type: "paragraph" }] }] : items;
      return block.start === null
        ? { type: "bulletList", content }
        : { type: "orderedList", attrs: { start: block.start }, content };
    }
    case "table": {
      const cells = (type: string, cellRow: readonly Inline[][]): JSONContent => ({
        type: "tableRow",
        content: cellRow.map((cell, column) => ({
          type,
          attrs: { align: block.align[column] ?? "none" },
          content: [{ type: "paragraph", content: row(cell) }],
        })),
      });
      const body = block.rows.map((cellRow) => cells("tableCell", cellRow));
      return { type: "table", content: [cells("tableHeader", block.head), ...body] };
    }
    case "quote":
      return { type: "blockquote", content: atLeastOne(blocksToJson(block.blocks, notes, called)) };
    case "code":
      return {
        type: "codeBlock",
        attrs: { language: block.language === "" ? null : block.language },
        content: textToJson(block.text, []),
      };
    case "rule":
      return { type: "horizontalRule" };
    case "figure": {
      const { figure, caption, label, source } = block;
      return { type: "figure", attrs: { figure, caption, label, source } };
    }
  }
}

function textToJson(text: string, marks: MarkJson[]): JSONContent[] {
  if (text === "") return [];
  return [marks.length === 0 ? { type: "text", text } : { type: "text", text, marks }];
}

/** A mark within the same mark says nothing new, and the editor knows a mark only once. */
function addMark(marks: MarkJson[], mark: MarkJson): MarkJson[] {
  return [...marks.filter(({ type }) => type !== mark.type), mark];
}

function inlinesToJson(
  row: readonly Inline[],
  marks: MarkJson[],
  notes: NotesByLabel,
  called: Set<string>,
): JSONContent[] {
  const atom = (type: string, attrs?: Record<string, unknown>): JSONContent[] => [
    { type, ...(attrs === undefined ? {} : { attrs }), ...(marks.length === 0 ? {} : { marks }) },
  ];
  const within = (children: readonly Inline[], mark: MarkJson) =>
    inlinesToJson(children, addMark(marks, mark), notes, called);
  return row.flatMap((item): JSONContent[] => {
    switch (item.kind) {
      case "text":
        return textToJson(item.text, marks);
      case "code":
        return textToJson(item.text, addMark(marks, { type: "code" }));
      case "emphasis":
        return within(item.children, { type: "italic" });
      case "strong":
        return within(item.children, { type: "bold" });
      case "deleted":
        return within(item.children, { type: "strike" });
      case "link": {
        const mark = { type: "link", attrs: { href: item.url } };
        return item.children.length === 0 ? textToJson(item.url, addMark(marks, mark)) : within(item.children, mark);
      }
      case "break":
        return atom("hardBreak");
      case "figureReference":
        return atom("figureReference", { label: item.label });
      case "note": {
        const note = notes.get(item.label.toLowerCase());
        if (note !== undefined) called.add(item.label.toLowerCase());
        return atom("footnote", { label: item.label, blocks: note?.blocks ?? null });
      }
    }
  });
}
