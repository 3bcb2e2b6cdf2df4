import { parse as parseCsv } from "csv-parse/sync";
import { z } from "zod";
import { AppError } from "#shared/errors.ts";
import { Header, INTERCHANGE_VERSION, LINE_SCHEMAS, LINE_TYPES, type LineOf, type LineType } from "./lineSchemas.ts";

export type Line = { [T in LineType]: { file: string; number: number; type: T; record: LineOf<T> } }[LineType];

/** @throws AppError always: `line N: field: what is wrong` */
export function refuseLine(file: string, line: number, field: string, reason: string): never {
  throw new AppError("exchange.invalid-line", { file, line, field, reason });
}

type Issue = z.core.$ZodIssue;

function fieldOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, position) => (typeof key === "number" ? `[${key}]` : `${position > 0 ? "." : ""}${String(key)}`))
    .join("");
}

const KIND_NAMES: ReadonlyMap<string, string> = new Map([
  ["string", "text"],
  ["number", "a number"],
  ["int", "a whole number"],
  ["array", "a list"],
  ["object", "an object"],
]);

function nameOfKind(expected: string): string {
  return KIND_NAMES.get(expected) ?? expected;
}

function describe(issue: Issue): { field: string; reason: string } {
  const field = fieldOf(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return { field: fieldOf([...issue.path, issue.keys[0] ?? ""]), reason: "unknown field" };
    case "invalid_type":
      return { field, reason: issue.input === undefined ? "is missing" : `must be ${nameOfKind(issue.expected)}` };
    case "invalid_value":
      return {
        field,
        reason: issue.input === undefined ? "is missing" : `must be one of ${issue.values.map(String).join(", ")}`,
      };
    case "too_small":
      return { field, reason: issue.origin === "string" ? "is empty" : `must be at least ${String(issue.minimum)}` };
    case "too_big":
      return {
        field,
        reason:
          issue.origin === "string"
            ? `is longer than ${String(issue.maximum)} characters`
            : `must be at most ${String(issue.maximum)}`,
      };
    case "custom":
      return { field, reason: issue.message };
    default:
      return { field, reason: issue.input === undefined ? "is missing" : issue.message };
  }
}

function isLineType(type: unknown): type is LineType {
  return LINE_TYPES.some((known) => known === type);
}

function parseRecord<T extends LineType>(type: T, value: unknown, file: string, line: number): LineOf<T> {
  const parsed = LINE_SCHEMAS[type].safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data as LineOf<T>;
  const [first] = parsed.error.issues;
  if (!first) throw parsed.error;
  const { field, reason } = describe(first);
  return refuseLine(file, line, field || "line", reason);
}

function parseJson(text: string, file: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuseLine(file, number, "line", "is no JSON object");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return refuseLine(file, number, "line", "is no JSON object");
  }
  return value as Record<string, unknown>;
}

function checkHeader(value: Record<string, unknown>, file: string, number: number): void {
  const header = Header.safeParse(value, { reportInput: true });
  if (!header.success) refuseLine(file, number, "type", 'the first line must be {"type":"casebook","version":1}');
  if (header.data.version !== INTERCHANGE_VERSION) {
    refuseLine(file, number, "version", `must be ${INTERCHANGE_VERSION}; this application knows no other`);
  }
}

/** Makes lines of objects that are already parsed; the first is line `firstNumber`. */
export function toLine(value: Record<string, unknown>, file: string, number: number): Line {
  const { type } = value;
  if (!isLineType(type)) {
    return refuseLine(file, number, "type", type === undefined ? "is missing" : `unknown type ${JSON.stringify(type)}`);
  }
  return { file, number, type, record: parseRecord(type, value, file, number) } as Line;
}

/**
 * Reads an interchange file whole; blank lines are passed over.
 * @throws AppError exchange.invalid-line for the first line that is wrong
 */
export function readInterchange(text: string, file: string): Line[] {
  const lines: Line[] = [];
  let headerSeen = false;
  text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .forEach((raw, position) => {
      if (raw.trim() === "") return;
      const number = position + 1;
      const value = parseJson(raw, file, number);
      if (!headerSeen) {
        checkHeader(value, file, number);
        headerSeen = true;
      } else {
        lines.push(toLine(value, file, number));
      }
    });
  if (!headerSeen) refuseLine(file, 1, "type", 'the first line must be {"type":"casebook","version":1}');
  return lines;
}

const CSV_COLUMNS = ["quarter", "figure", "value", "source"] as const;

const CsvRows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));
type CsvRow = z.output<typeof CsvRows>[number];

function parseRows(text: string, file: string): CsvRow[] {
  try {
    return CsvRows.parse(parseCsv(text, { bom: true, info: true, skip_empty_lines: true, relax_column_count: true }));
  } catch (error) {
    const line = error instanceof Error && "lines" in error && typeof error.lines === "number" ? error.lines : 1;
    return refuseLine(file, line, "line", "is no CSV");
  }
}

/**
 * Reads a CSV of published figures with the header `quarter,figure,value,source`.
 * @throws AppError exchange.invalid-line
 */
export function readPublishedFiguresCsv(text: string, file: string): Line[] {
  const [header, ...rows] = parseRows(text, file);
  if (header?.record.map((cell) => cell.trim()).join(",") !== CSV_COLUMNS.join(",")) {
    refuseLine(file, 1, "header", `must be ${CSV_COLUMNS.join(",")}`);
  }
  return rows.map(({ record, info }) => {
    const line = info.lines;
    if (record.length !== CSV_COLUMNS.length) refuseLine(file, line, "line", `must have ${CSV_COLUMNS.length} columns`);
    const [quarter, figure, value = "", source] = record.map((cell) => cell.trim());
    if (!/^\d+$/.test(value)) refuseLine(file, line, "value", "must be a whole number");
    return toLine({ type: "published-figure", quarter, figure, value: Number(value), source }, file, line);
  });
}
