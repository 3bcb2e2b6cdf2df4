import type { BlockContent, PhrasingContent, Root, RootContent, TableRow } from "mdast";
import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import { cjkFriendlyToMarkdown } from "mdast-util-to-markdown-cjk-friendly";
import { writeFenceMeta } from "./figureFence.ts";
import type { Block, FigureBlock, Inline, Narrative } from "./narrative.ts";
import { tidyInlines } from "./readInlines.ts";

/** Writes a narrative as Markdown that `parseNarrative` reads back as the same narrative. Ends with a line feed. */
export function writeNarrative(narrative: Narrative): string {
  const notes = narrative.notes.map(({ label, blocks }): RootContent => ({
    type: "footnoteDefinition",
    identifier: label,
    label,
    children: blocks.flatMap(writeBlock),
  }));
  const root: Root = { type: "root", children: [...narrative.blocks.flatMap(writeBlock), ...notes] };
  return toMarkdown(root, {
    bullet: "-",
    bulletOther: "*",
    listItemIndent: "one",
    rule: "-",
    emphasis: "*",
    fences: true,
    // A colon after a note call that begins a line would make the line that note's definition.
    unsafe: [{ before: "\\]", character: ":", inConstruct: "phrasing" }],
    extensions: [
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmFootnoteToMarkdown(),
      gfmStrikethroughToMarkdown(),
      cjkFriendlyToMarkdown(),
    ],
  });
}

function writeBlock(block: Block): BlockContent[] {
  switch (block.kind) {
    case "heading":
      return [{ type: "heading", depth: block.level, children: writeRow(block.children) }];
    case "paragraph": {
      const children = writeRow(block.children);
      return children.length === 0 ? [] : [{ type: "paragraph", children }];
    }
    case "list":
      return [
        {
          type: "list",
          ordered: block.start !== null,
          start: block.start,
          spread: false,
          children: block.items.map((item) => ({
            type: "listItem",
            spread: item.length > 1,
            children: item.flatMap(writeBlock),
          })),
        },
      ];
    case "table":
      return [writeTable(block)];
    case "quote":
      return [{ type: "blockquote", children: block.blocks.flatMap(writeBlock) }];
    case "code":
      return [{ type: "code", lang: block.language === "" ? null : block.language, value: block.text }];
    case "rule":
      return [{ type: "thematicBreak" }];
    case "figure":
      return [writeFigure(block)];
  }
}

function writeTable(block: Extract<Block, { kind: "table" }>): BlockContent {
  const writeTableRow = (row: readonly Inline[][]): TableRow => ({
    type: "tableRow",
    children: row.map((cell) => ({ type: "tableCell", children: writeRow(tidyInlines(cell).flatMap(fitCell)) })),
  });
  const align = block.align.map((side) => (side === "none" ? null : side));
  return { type: "table", align, children: [writeTableRow(block.head), ...block.rows.map(writeTableRow)] };
}

/** A table cell has no line breaks, and Markdown knows no way to write `\\|` as code in one: it stays as words. */
function fitCell(item: Inline): Inline[] {
  if (item.kind === "break") return [{ kind: "text", text: " " }];
  return item.kind === "code" && item.text.includes("\\|") ? [{ kind: "text", text: item.text }] : [item];
}

function writeFigure(figure: FigureBlock): BlockContent {
  if (figure.figure !== "image") {
    const meta = writeFenceMeta(figure);
    return { type: "code", lang: figure.figure, meta: meta === "" ? null : meta, value: figure.source };
  }
  const title = figure.label === "" ? null : `#${figure.label}`;
  return {
    type: "paragraph",
    children: [{ type: "image", alt: figure.caption, url: `artifact:${figure.source}`, title }],
  };
}

function writeRow(row: readonly Inline[]): PhrasingContent[] {
  return tidyInlines(row).map(writeInline);
}

function writeInline(item: Inline): PhrasingContent {
  switch (item.kind) {
    case "text":
      return { type: "text", value: item.text };
    case "emphasis":
      return { type: "emphasis", children: item.children.map(writeInline) };
    case "strong":
      return { type: "strong", children: item.children.map(writeInline) };
    case "deleted":
      return { type: "delete", children: item.children.map(writeInline) };
    case "code":
      return { type: "inlineCode", value: item.text };
    case "break":
      return { type: "break" };
    case "link":
      return { type: "link", url: item.url, children: item.children.map(writeInline) };
    case "note":
      return { type: "footnoteReference", identifier: item.label, label: item.label };
    case "figureReference":
      return { type: "link", url: `#${encodeURIComponent(item.label)}`, children: [{ type: "text", value: "図" }] };
  }
}
