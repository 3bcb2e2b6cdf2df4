import type { JSONContent } from "@tiptap/core";
import type {
  Block,
  ColumnAlign,
  FigureKind,
  HeadingLevel,
  Inline,
  Narrative,
  Note,
} from "#shared/narrative/narrative.ts";

/** The editor's document as a narrative. Blocks without words, which Markdown cannot hold, are left out. */
export function toNarrative(document: JSONContent): Narrative {
  const book = new NoteBook();
  const blocks = readBlocks(document.content, book);
  return { blocks, notes: [...book.notes, ...uncalledNotes(document, book)] };
}

/** Gathers footnotes where they are called; a note pasted from another text gets a label of its own. */
class NoteBook {
  readonly notes: Note[] = [];

  call(label: string, blocks: Block[] | null): string {
    if (blocks === null) return label;
    const same = this.find(label);
    if (same === undefined) {
      this.notes.push({ label, blocks });
      return label;
    }
    if (JSON.stringify(same.blocks) === JSON.stringify(blocks)) return same.label;
    const twin = this.notes.find((note) => JSON.stringify(note.blocks) === JSON.stringify(blocks));
    if (twin !== undefined) return twin.label;
    const free = this.#freeLabel();
    this.notes.push({ label: free, blocks });
    return free;
  }

  find(label: string): Note | undefined {
    return this.notes.find((note) => note.label.toLowerCase() === label.toLowerCase());
  }

  #freeLabel(): string {
    let number = this.notes.length + 1;
    while (this.find(String(number)) !== undefined) number += 1;
    return String(number);
  }
}

function uncalledNotes(document: JSONContent, book: NoteBook): Note[] {
  const notes: unknown = document.attrs?.["notes"];
  return Array.isArray(notes) ? (notes as Note[]).filter(({ label }) => book.find(label) === undefined) : [];
}

function attr(node: JSONContent, name: string): string {
  const value: unknown = node.attrs?.[name];
  return typeof value === "string" ? value : "";
}

function readBlocks(nodes: readonly JSONContent[] | undefined, book: NoteBook): Block[] {
  return (nodes ?? []).flatMap((node) => readBlock(node, book));
}

function readBlock(node: JSONContent, book: NoteBook): Block[] {
  switch (node.type) {
    case "heading": {
      const level = Number(node.attrs?.["level"] ?? 1) as HeadingLevel;
      return withWords(readRow(node.content, book), (children) => ({ kind: "heading", level, children }));
    }
    case "paragraph":
      return withWords(readRow(node.content, book), (children) => ({ kind: "paragraph", children }));
    case "bulletList":
    case "orderedList": {
      const start = node.type === "bulletList" ? null : Number(node.attrs?.["start"] ?? 1);
      return [{ kind: "list", start, items: (node.content ?? []).map((item) => readBlocks(item.content, book)) }];
    }
    case "table":
      return readTable(node, book);
    case "blockquote":
      return [{ kind: "quote", blocks: readBlocks(node.content, book) }];
    case "codeBlock":
      return [{ kind: "code", language: attr(node, "language"), text: plainText(node) }];
    case "horizontalRule":
      return [{ kind: "rule" }];
    case "figure": {
      const figure = attr(node, "figure") as FigureKind;
      return [
        {
          kind: "figure",
          figure,
          caption: attr(node, "caption"),
          label: attr(node, "label"),
          source: attr(node, "source"),
        },
      ];
    }
    default:
      return [];
  }
}

function withWords(children: Inline[], make: (children: Inline[]) => Block): Block[] {
  return children.length === 0 ? [] : [make(children)];
}

function plainText(node: JSONContent): string {
  return (node.content ?? []).map(({ text }) => text ?? "").join("");
}

function readTable(node: JSONContent, book: NoteBook): Block[] {
  const [head, ...body] = node.content ?? [];
  if (head === undefined) return [];
  const columns = Math.max(...(node.content ?? []).map((row) => row.content?.length ?? 0));
  const numbers = Array.from({ length: columns }, (_, column) => column);
  const readCells = (row: JSONContent) =>
    numbers.map((column) => readRow(row.content?.[column]?.content?.[0]?.content, book));
  const align = numbers.map((column) => {
    const cell = head.content?.[column];
    const side = cell === undefined ? "none" : attr(cell, "align");
    return (["left", "center", "right"].includes(side) ? side : "none") as ColumnAlign;
  });
  return [{ kind: "table", align, head: readCells(head), rows: body.map(readCells) }];
}

type MarkJson = { type: string; attrs?: Record<string, unknown> };
type Run = { marks: MarkJson[]; leaf: Inline };

/** From the outside in, where two marks cover the same stretch. */
const MARK_ORDER = ["link", "bold", "italic", "strike"];

function readRow(nodes: readonly JSONContent[] | undefined, book: NoteBook): Inline[] {
  return nest((nodes ?? []).flatMap((node) => readRun(node, book)));
}

function readRun(node: JSONContent, book: NoteBook): Run[] {
  const marks = ((node.marks ?? []) as MarkJson[]).filter(({ type }) => type !== "code");
  const leaf = readLeaf(node, book);
  return leaf === undefined ? [] : [{ marks, leaf }];
}

function readLeaf(node: JSONContent, book: NoteBook): Inline | undefined {
  switch (node.type) {
    case "text": {
      const text = node.text ?? "";
      const isCode = node.marks?.some(({ type }) => type === "code") === true;
      return { kind: isCode ? "code" : "text", text };
    }
    case "hardBreak":
      return { kind: "break" };
    case "figureReference":
      return { kind: "figureReference", label: attr(node, "label") };
    case "footnote": {
      const blocks: unknown = node.attrs?.["blocks"];
      return {
        kind: "note",
        label: book.call(attr(node, "label"), Array.isArray(blocks) ? (blocks as Block[]) : null),
      };
    }
    default:
      return undefined;
  }
}

function sameMark(a: MarkJson, b: MarkJson): boolean {
  return a.type === b.type && a.attrs?.["href"] === b.attrs?.["href"];
}

/** Marks become nested words again: of the marks at a place, the one that reaches furthest is the outermost. */
function nest(runs: readonly Run[]): Inline[] {
  const row: Inline[] = [];
  for (let at = 0; at < runs.length;) {
    const run = runs[at];
    if (run === undefined) break;
    const widest = widestMark(runs, at);
    if (widest === undefined) {
      pushMerged(row, run.leaf);
      at += 1;
      continue;
    }
    const inner = runs.slice(at, widest.end).map(({ marks, leaf }) => ({
      marks: marks.filter((mark) => !sameMark(mark, widest.mark)),
      leaf,
    }));
    row.push(wrap(widest.mark, nest(inner)));
    at = widest.end;
  }
  return row;
}

function widestMark(runs: readonly Run[], at: number): { mark: MarkJson; end: number } | undefined {
  let widest: { mark: MarkJson; end: number } | undefined;
  const marks = [...(runs[at]?.marks ?? [])].sort((a, b) => MARK_ORDER.indexOf(a.type) - MARK_ORDER.indexOf(b.type));
  for (const mark of marks) {
    let end = at + 1;
    while (runs[end]?.marks.some((other) => sameMark(other, mark)) === true) end += 1;
    if (widest === undefined || end > widest.end) widest = { mark, end };
  }
  return widest;
}

function wrap(mark: MarkJson, children: Inline[]): Inline {
  switch (mark.type) {
    case "link":
      return { kind: "link", url: String(mark.attrs?.["href"] ?? ""), children };
    case "bold":
      return { kind: "strong", children };
    case "strike":
      return { kind: "deleted", children };
    default:
      return { kind: "emphasis", children };
  }
}

function pushMerged(row: Inline[], leaf: Inline): void {
  const last = row.at(-1);
  if (last?.kind === "text" && leaf.kind === "text")
    row[row.length - 1] = { kind: "text", text: last.text + leaf.text };
  else if (last?.kind === "code" && leaf.kind === "code")
    row[row.length - 1] = { kind: "code", text: last.text + leaf.text };
  else row.push(leaf);
}
