import type { BlockContent, DefinitionContent, FootnoteDefinition, ListItem, Root, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { readFence } from "./figureFence.ts";
import type { Block, HeadingLevel, ListBlock, Narrative, TableBlock } from "./narrative.ts";
import { readInlines, type InlineReading } from "./readInlines.ts";

type LinkTargets = Map<string, string>;

/**
 * Reads the Markdown of a narrative: CommonMark with tables, strike-through and footnotes, figures as fenced blocks.
 *
 * Three things differ from CommonMark on purpose. HTML is never interpreted: it is text. A bare address in the text is
 * not a link (an attacker's URL must not become clickable by being pasted); `<https://…>` and `[…](…)` are. Emphasis
 * opens and closes beside Japanese punctuation. `[^label]` without a definition is a note too: it cites a reference.
 */
export function parseNarrative(markdown: string): Narrative {
  const source = markdown.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const root = parseWithCitations(source);
  const targets: LinkTargets = new Map();
  collectDefinitions(root.children, targets);
  const notes = collectNotes(root).map(({ identifier, label, children }) => ({
    label: label ?? identifier,
    blocks: readBlocks(children, targets),
  }));
  return { blocks: readBlocks(root.children, targets), notes };
}

const CITATION = /\[\^([^\s\][^]+)\]/gu;

/** What a Markdown text cites, among it the labels of its own notes. */
export function citedLabels(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(CITATION)].map(([, label = ""]) => label))];
}

/** A GFM footnote call needs a definition to be one; citations have none, so empty ones are put in front for the parse. */
function parseWithCitations(source: string): Root {
  const plain = parseMarkdown(source);
  const defined = new Set(collectNotes(plain).map(({ identifier }) => identifier));
  const cited = new Map<string, string>();
  for (const [, label = ""] of source.matchAll(CITATION)) {
    if (!defined.has(label.toLowerCase())) cited.set(label.toLowerCase(), label);
  }
  if (cited.size === 0) return plain;
  const head = [...cited.values()].map((label) => `[^${label}]: x\n`).join("\n");
  const root = parseMarkdown(`${head}\n***\n\n${source}`);
  const end = root.children.findIndex(({ type }) => type === "thematicBreak");
  return { ...root, children: root.children.slice(end + 1) };
}

function parseMarkdown(source: string): Root {
  return fromMarkdown(source, {
    extensions: [
      { disable: { null: ["htmlFlow", "htmlText"] } },
      cjkFriendlyExtension(),
      gfmTable(),
      gfmFootnote(),
      gfmStrikethrough({ singleTilde: false }),
    ],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
}

type AnyBlock = RootContent | BlockContent | DefinitionContent;

function childrenOf(node: AnyBlock): AnyBlock[] {
  if (node.type === "blockquote" || node.type === "listItem" || node.type === "footnoteDefinition")
    return node.children;
  return node.type === "list" ? node.children : [];
}

function collectDefinitions(nodes: AnyBlock[], targets: LinkTargets): void {
  for (const node of nodes) {
    if (node.type === "definition" && !targets.has(node.identifier)) targets.set(node.identifier, node.url);
    collectDefinitions(childrenOf(node), targets);
  }
}

function collectNotes(root: Root): FootnoteDefinition[] {
  const found: FootnoteDefinition[] = [];
  const visit = (nodes: AnyBlock[]): void => {
    for (const node of nodes) {
      if (node.type === "footnoteDefinition" && !found.some(({ identifier }) => identifier === node.identifier)) {
        found.push(node);
      }
      visit(childrenOf(node));
    }
  };
  visit(root.children);
  return found;
}

function readBlocks(nodes: readonly AnyBlock[], targets: ReadonlyMap<string, string>): Block[] {
  return nodes.flatMap((node) => readBlock(node, targets));
}

/** Images within a block's words follow the block as figures. */
function readBlock(node: AnyBlock, targets: ReadonlyMap<string, string>): Block[] {
  const reading: InlineReading = { targets, figures: [] };
  return [...readBlockItself(node, reading), ...reading.figures];
}

function readBlockItself(node: AnyBlock, reading: InlineReading): Block[] {
  switch (node.type) {
    case "heading":
      return [
        { kind: "heading", level: node.depth satisfies HeadingLevel, children: readInlines(node.children, reading) },
      ];
    case "paragraph": {
      const children = readInlines(node.children, reading);
      return children.length === 0 ? [] : [{ kind: "paragraph", children }];
    }
    case "blockquote":
      return [{ kind: "quote", blocks: readBlocks(node.children, reading.targets) }];
    case "list":
      return [readList(node.ordered === true ? (node.start ?? 1) : null, node.children, reading)];
    case "table":
      return [readTable(node, reading)];
    case "thematicBreak":
      return [{ kind: "rule" }];
    case "code":
      return [readFence(node.lang ?? "", node.meta ?? "", node.value)];
    default:
      return [];
  }
}

function readList(start: number | null, items: ListItem[], reading: InlineReading): ListBlock {
  return { kind: "list", start, items: items.map((item) => readBlocks(item.children, reading.targets)) };
}

function readTable(node: Table, reading: InlineReading): TableBlock {
  const rows = node.children.map((row) => row.children.map((cell) => readInlines(cell.children, reading)));
  const head = rows[0] ?? [];
  const align = head.map((_, column) => node.align?.[column] ?? "none");
  const body = rows.slice(1).map((row) => head.map((_, column) => row[column] ?? []));
  return { kind: "table", align, head, rows: body };
}
