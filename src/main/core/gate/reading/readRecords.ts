import { parse as parseCsv } from "csv-parse/sync";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { z } from "zod";
import { emptyReading, TIME_OF_DAY, type Fault, type Piece, type ReadFile } from "./piece.ts";
import { seamOf, tableSeams } from "./seams.ts";

const decode = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** Every cell, the first row too; and side by side what a reader sees so: row after row, and each column downwards. */
export function readCsv(bytes: Uint8Array): ReadFile {
  const rows = z
    .array(z.array(z.string()))
    .parse(parseCsv(decode(bytes), { bom: true, relax_column_count: true, relax_quotes: true }));
  const pieces = rows.flatMap((cells, row) =>
    cells.map((text, column): Piece => ({ place: "table-cell", detail: `${row + 1}:${column + 1}`, text })),
  );
  return { ...emptyReading(), pieces: [...pieces, ...tableSeams(rows)] };
}

/** Every key and every value of what it says, also of what a reader drops (a key that comes twice); and what comes after what. */
export function readJson(bytes: Uint8Array): ReadFile {
  const text = decode(bytes);
  const read = [...jsonPieces(JSON.parse(text), "")];
  const written = stringsWritten(text);
  const columns = Map.groupBy(
    read.filter(({ place }) => place === "value"),
    ({ detail }) => detail.replaceAll(/\[\d+\]/g, ""),
  );
  const said = written.filter((one) => !isBareId(one));
  const seams = [said, ...[...columns.values()].map((column) => column.map(({ text: value }) => value))];
  return {
    ...emptyReading(),
    faults: read.filter(isTimed).map(({ detail }): Fault => ({ kind: "time-of-day", detail })),
    pieces: [
      ...read.filter((piece) => !isBareId(piece.text)),
      ...said.map((one): Piece => ({ place: "value", detail: "", text: one })),
      ...idPieces([...new Set(written.filter(isBareId))]),
      ...seams.map((column) =>
        seamOf(
          "value",
          column.filter((one) => !isBareId(one) && !MOMENT.test(one)),
        ),
      ),
    ],
  };
}

function* jsonPieces(value: unknown, path: string): Generator<Piece> {
  if (typeof value === "string" || typeof value === "number") {
    yield { place: "value", detail: path, text: String(value) };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* jsonPieces(item, `${path}[${index}]`);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield { place: "key", detail: path, text: key };
      yield* jsonPieces(item, path === "" ? key : `${path}.${key}`);
    }
  }
}

/** Every string and number that stands in the file, in order, whatever becomes of it. */
function stringsWritten(text: string): string[] {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gu)].map(([token]) => String(JSON.parse(token)));
}

/** More than any gap inside a name. */
const APART = "\n".repeat(16);
const DAY_SECONDS = 86_400;
const MOMENT_KEY = /(?:^|\.)(?:created|modified|valid_from|valid_until|first_seen|last_seen|timestamp)$/;

/** STIX writes moments, MISP seconds since 1970: both are to be a day's beginning. */
function isTimed({ place, detail, text }: Piece): boolean {
  if (place !== "value" || !MOMENT_KEY.test(detail)) return false;
  return /^\d+$/.test(text) ? Number(text) % DAY_SECONDS !== 0 : TIME_OF_DAY.test(text);
}

const BARE_ID = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*--)?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/;
/** A day, with the midnight that stands for it. */
const MOMENT = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|\+00:00))?$/;
const WORDS = /[\x20-\x7e]{6}|[\u3041-\u30ff\u4e00-\u9fff]{2}/u;

const isBareId = (text: string): boolean => BARE_ID.test(text);

/** Ids are digits that were drawn or counted out: looked at as they stand, and as what their bytes may spell. */
function idPieces(ids: readonly string[]): Piece[] {
  const spelled = ids.map((id) =>
    Buffer.from(BARE_ID.exec(id)?.[1]?.replaceAll("-", "") ?? "", "hex").toString("utf8"),
  );
  const words = spelled.filter((text) => WORDS.test(text));
  return [
    { place: "value", detail: "id", text: ids.join(APART), plain: true },
    ...words.map((text): Piece => ({ place: "value", detail: "id", text })),
  ];
}

/** The source as it is, and each block as it is read: marks inside a word take nothing apart there. */
export function readMarkdown(bytes: Uint8Array): ReadFile {
  const text = decode(bytes);
  const root = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const blocks = blocksOf(root).map((block): Piece => ({ place: "body", detail: "", text: block }));
  const seams = tablesOf(root).flatMap((rows) => tableSeams(rows));
  return { ...emptyReading(), pieces: [{ place: "body", detail: "", text }, ...blocks, ...seams] };
}

/** Cells of each table, row by row. */
function tablesOf(node: Nodes): string[][][] {
  if (node.type === "table") return [node.children.map((row) => row.children.map(textOf))];
  return "children" in node ? node.children.flatMap(tablesOf) : [];
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
