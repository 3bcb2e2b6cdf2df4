import type { PhrasingContent } from "mdast";
import { readImageFigure } from "./figureFence.ts";
import { firstCharacter, lastCharacter, lineJoin } from "./joinLines.ts";
import type { FigureBlock, Inline } from "./narrative.ts";

/** What reading one block needs: addresses of `[label]: url` definitions by identifier, and a place for images met. */
export type InlineReading = { targets: ReadonlyMap<string, string>; figures: FigureBlock[] };

/**
 * Turns the inline content of one block into a tidy row: soft line breaks joined the Japanese way, neighbouring texts
 * in one, no space at either end, nothing empty. Images are no words: they are put into `reading.figures`.
 */
export function readInlines(nodes: readonly PhrasingContent[], reading: InlineReading): Inline[] {
  return tidyInlines(nodes.flatMap((node) => readInline(node, reading)));
}

function readInline(node: PhrasingContent, reading: InlineReading): Inline[] {
  switch (node.type) {
    case "text":
    case "html":
      return [{ kind: "text", text: node.value }];
    case "emphasis":
      return [{ kind: "emphasis", children: readWithin(node.children, reading) }];
    case "strong":
      return [{ kind: "strong", children: readWithin(node.children, reading) }];
    case "delete":
      return [{ kind: "deleted", children: readWithin(node.children, reading) }];
    case "inlineCode":
      return [{ kind: "code", text: node.value.replaceAll("\n", " ") }];
    case "break":
      return [{ kind: "break" }];
    case "link":
      return readLink(node.url, node.children, reading);
    case "linkReference":
      return readLink(reading.targets.get(node.identifier) ?? "", node.children, reading);
    case "footnoteReference":
      return [{ kind: "note", label: node.label ?? node.identifier }];
    case "image":
      return readImage(node.alt ?? "", node.url, node.title ?? "", reading);
    case "imageReference":
      return readImage(node.alt ?? "", reading.targets.get(node.identifier) ?? "", "", reading);
  }
}

function readWithin(nodes: readonly PhrasingContent[], reading: InlineReading): Inline[] {
  return nodes.flatMap((node) => readInline(node, reading));
}

function readLink(url: string, nodes: readonly PhrasingContent[], reading: InlineReading): Inline[] {
  if (url.startsWith("#") && url.length > 1) return [{ kind: "figureReference", label: decodeLabel(url.slice(1)) }];
  return [{ kind: "link", url, children: readWithin(nodes, reading) }];
}

function readImage(alt: string, url: string, title: string, reading: InlineReading): Inline[] {
  const figure = readImageFigure(alt, url, title);
  if (figure === null) return [{ kind: "text", text: alt === "" ? url : alt }];
  reading.figures.push(figure);
  return [];
}

function decodeLabel(label: string): string {
  try {
    return decodeURIComponent(label);
  } catch {
    return label;
  }
}

type Leaf = { kind: "text"; text: string } | { kind: "code"; text: string } | { kind: "other" };

/** See `readInlines`; also used before writing, so that what is written can be read back equal. */
export function tidyInlines(row: readonly Inline[]): Inline[] {
  const copy = row.map(copyInline);
  joinSoftBreaks(copy);
  return trimEdges(mergeRow(copy));
}

function copyInline(item: Inline): Inline {
  return "children" in item ? { ...item, children: item.children.map(copyInline) } : { ...item };
}

function leavesOf(row: readonly Inline[]): Leaf[] {
  return row.flatMap((item): Leaf[] => {
    if (item.kind === "text" || item.kind === "code") return [item];
    if ("children" in item) return leavesOf(item.children);
    // A note call hangs on the word before it: a line may end between the two without a gap.
    return item.kind === "note" ? [] : [{ kind: "other" }];
  });
}

function joinSoftBreaks(row: readonly Inline[]): void {
  const leaves = leavesOf(row);
  leaves.forEach((leaf, index) => {
    if (leaf.kind !== "text" || !leaf.text.includes("\n")) return;
    const lines = leaf.text.split(/[ \t]*\n[ \t]*/u);
    leaf.text = lines.reduce((joined, line) => {
      const before = joined === "" ? edgeOf(leaves[index - 1], lastCharacter) : lastCharacter(joined);
      const after = line === "" ? edgeOf(leaves[index + 1], firstCharacter) : firstCharacter(line);
      return joined + lineJoin(before, after) + line;
    });
  });
}

/** The character that a neighbouring leaf shows at its edge; a figure number or the like reads as Japanese 図. */
function edgeOf(leaf: Leaf | undefined, edge: (text: string) => string): string {
  if (leaf === undefined) return "";
  return leaf.kind === "other" ? "図" : edge(leaf.text.trim());
}

function mergeRow(row: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const item of row) {
    if ("children" in item) item.children = mergeRow(item.children);
    if (isHollow(item)) continue;
    const last = merged.at(-1);
    if (last === undefined || !absorb(last, item)) merged.push(item);
  }
  return merged;
}

/** Puts `item` into a neighbour of its own kind (two stretches of bold side by side are one); false if it cannot. */
function absorb(last: Inline, item: Inline): boolean {
  if ((item.kind === "text" || item.kind === "code") && last.kind === item.kind) {
    last.text += item.text;
    return true;
  }
  if (!("children" in item) || !("children" in last) || item.kind === "link" || last.kind !== item.kind) return false;
  last.children = mergeRow([...last.children, ...item.children]);
  return true;
}

function isHollow(item: Inline): boolean {
  if (item.kind === "text" || item.kind === "code") return item.text === "";
  return "children" in item && item.children.length === 0 && item.kind !== "link";
}

/** Drops space at both ends of a block and around line breaks, and the full-width indent of a paragraph's first line. */
function trimEdges(row: Inline[]): Inline[] {
  row.forEach((item, index) => {
    if (item.kind !== "text") return;
    if (index === 0) item.text = item.text.replace(/^[\s\u3000]+/u, "");
    if (row[index - 1]?.kind === "break") item.text = item.text.replace(/^[ \t]+/u, "");
    if (index === row.length - 1) item.text = item.text.replace(/\s+$/u, "");
    if (row[index + 1]?.kind === "break") item.text = item.text.replace(/[ \t]+$/u, "");
  });
  const kept = row.filter((item) => !isHollow(item));
  while (kept.at(-1)?.kind === "break") kept.pop();
  while (kept[0]?.kind === "break") kept.shift();
  return kept.length === row.length ? kept : trimEdges(mergeRow(kept));
}
