import { parse as parseCsv } from "csv-parse/sync";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { z } from "zod";
import { emptyReading, type Piece, type ReadFile } from "./piece.ts";

const decode = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** Every cell, the first row too, and all of them in a row. */
export function readCsv(bytes: Uint8Array): ReadFile {
  const rows = z
    .array(z.array(z.string()))
    .parse(parseCsv(decode(bytes), { bom: true, relax_column_count: true, relax_quotes: true }));
  const pieces = rows.flatMap((cells, row) =>
    cells.map((text, column): Piece => ({ place: "table-cell", detail: `${row + 1}:${column + 1}`, text })),
  );
  // Cell after cell, for what was spread over several of them.
  const joined: Piece = { place: "table-cell", detail: "", text: rows.flat().join(""), joined: true };
  return { ...emptyReading(), pieces: [...pieces, joined] };
}

/** Every key and every value; the file's own text, too, for what a reader drops (a key that comes twice). */
export function readJson(bytes: Uint8Array): ReadFile {
  const text = decode(bytes);
  const pieces = [...jsonPieces(JSON.parse(text), "")];
  return { ...emptyReading(), pieces: [...pieces, { place: "value", detail: "", text, joined: true }] };
}

function* jsonPieces(value: unknown, path: string): Generator<Piece> {
  if (typeof value === "string" || typeof value === "number") {
    yield { place: "value", detail: path, text: String(value) };
  } else if (Array.isArray(value)) {
    for (const item of value) yield* jsonPieces(item, path);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield { place: "key", detail: path, text: key };
      yield* jsonPieces(item, path === "" ? key : `${path}.${key}`);
    }
  }
}

/** The source as it is, and each block as it is read: marks inside a word take nothing apart there. */
export function readMarkdown(bytes: Uint8Array): ReadFile {
  const text = decode(bytes);
  const root = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const blocks = blocksOf(root).map((block): Piece => ({ place: "body", detail: "", text: block }));
  return { ...emptyReading(), pieces: [{ place: "body", detail: "", text }, ...blocks] };
}

const INLINE_PARENTS = new Set(["paragraph", "heading", "tableCell"]);

function blocksOf(node: Nodes): string[] {
  const own = INLINE_PARENTS.has(node.type) ? [textOf(node)] : [];
  const leaf = "value" in node ? [node.value] : [];
  const inner = "children" in node ? node.children.flatMap(blocksOf) : [];
  return [...own, ...leaf, ...asidesOf(node), ...inner].filter((text) => text.trim() !== "");
}

/** Addresses and titles of links and pictures. */
function asidesOf(node: Nodes): string[] {
  const url = "url" in node ? node.url : "";
  const title = "title" in node ? (node.title ?? "") : "";
  const alt = "alt" in node ? (node.alt ?? "") : "";
  return [url, title, alt];
}

function textOf(node: Nodes): string {
  if (node.type === "break") return "\n";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
