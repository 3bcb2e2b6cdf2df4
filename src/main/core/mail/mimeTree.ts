import { AppError } from "#shared/errors.ts";
import { MAX_MAIL_DEPTH, MAX_MAIL_PARTS } from "#shared/domain/mail.ts";
import { readStructuredField, type StructuredField } from "./headerParameters.ts";

/**
 * The parts of a mail as ranges of its bytes. Nothing is decoded here, so that the bytes of every part, and where they
 * end, stay known: a wrong charset label can then be repaired and a cut mail recognised.
 */

/** Header field with its name as written; `raw` is the unfolded value, one Latin-1 character a byte. */
export type HeaderField = { name: string; raw: string };

export type MimePart = {
  fields: HeaderField[];
  contentType: StructuredField;
  /** null when the part does not say how it wants to be shown. */
  disposition: StructuredField | null;
  /** Transfer encoding, lower case; "" for none. */
  encoding: string;
  /** Range of the body in `bytes`. */
  bodyStart: number;
  bodyEnd: number;
  /** The blank line after the header fields is there. */
  headersEnded: boolean;
  /** For a multipart: its closing delimiter is there. */
  closed: boolean;
  children: MimePart[];
};

/** What a whole mail with the mails inside it may use up. */
export type MailBudget = { fileName: string; partsLeft: number };

export function startBudget(fileName: string): MailBudget {
  return { fileName, partsLeft: MAX_MAIL_PARTS };
}

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const MAX_HEADER_BYTES = 512 * 1024;

export function fieldOf(part: { fields: readonly HeaderField[] }, name: string): string {
  return part.fields.find((field) => field.name.toLowerCase() === name)?.raw ?? "";
}

/**
 * @param bytes the mail, with LF or CRLF line ends
 * @param depth levels of multipart and of mail in mail above this one
 * @throws AppError intake.too-many-parts, intake.nested-too-deep
 */
export function readMimeTree(bytes: Buffer, budget: MailBudget, depth: number): MimePart {
  return readPart(bytes, { start: 0, end: bytes.length }, budget, depth, "text/plain");
}

type Range = { start: number; end: number };

function readPart(bytes: Buffer, range: Range, budget: MailBudget, depth: number, fallbackType: string): MimePart {
  if (depth > MAX_MAIL_DEPTH) {
    throw new AppError("intake.nested-too-deep", { file: budget.fileName, limit: MAX_MAIL_DEPTH });
  }
  budget.partsLeft -= 1;
  if (budget.partsLeft < 0) {
    throw new AppError("intake.too-many-parts", { file: budget.fileName, limit: MAX_MAIL_PARTS });
  }
  const headers = readHeaderFields(bytes, range);
  const contentType = readStructuredField(fieldOf(headers, "content-type"), "");
  const disposition = fieldOf(headers, "content-disposition");
  const part: MimePart = {
    fields: headers.fields,
    contentType: contentType.value.includes("/") ? contentType : { ...contentType, value: fallbackType },
    disposition: disposition === "" ? null : readStructuredField(disposition, ""),
    encoding: /[\w-]+/.exec(fieldOf(headers, "content-transfer-encoding").toLowerCase())?.[0] ?? "",
    bodyStart: headers.end,
    bodyEnd: range.end,
    headersEnded: headers.ended,
    closed: false,
    children: [],
  };
  const boundary = boundaryOf(part);
  if (boundary !== "") readChildren(bytes, part, boundary, budget, depth);
  return part;
}

function boundaryOf(part: MimePart): string {
  return part.contentType.value.startsWith("multipart/") ? (part.contentType.parameters.get("boundary") ?? "") : "";
}

function readChildren(bytes: Buffer, part: MimePart, boundary: string, budget: MailBudget, depth: number): void {
  const fallbackType = part.contentType.value === "multipart/digest" ? "message/rfc822" : "text/plain";
  const delimiter = Buffer.from(`--${boundary}`, "utf8");
  let childStart = -1;
  const end = (at: number): void => {
    if (childStart === -1) return;
    const range = { start: childStart, end: Math.max(childStart, at) };
    part.children.push(readPart(bytes, range, budget, depth + 1, fallbackType));
  };
  let at = part.bodyStart;
  for (;;) {
    const found = findDelimiter(bytes, delimiter, at, part.bodyEnd);
    if (!found) break;
    end(lineBreakBefore(bytes, found.start));
    childStart = found.next;
    at = found.next;
    if (found.closing) {
      part.closed = true;
      return;
    }
  }
  end(part.bodyEnd);
}

type Delimiter = { start: number; next: number; closing: boolean };

/** The next line that is the delimiter and nothing else but "--" and blanks. */
function findDelimiter(bytes: Buffer, delimiter: Buffer, from: number, limit: number): Delimiter | null {
  // Searching behind the part's end would make many open parts cost the square of the mail's size.
  const region = bytes.subarray(0, limit);
  for (let at = region.indexOf(delimiter, from); at !== -1; at = region.indexOf(delimiter, at + 1)) {
    let next = at + delimiter.length;
    if (at > 0 && bytes[at - 1] !== LF) continue;
    const closing = bytes[next] === DASH && bytes[next + 1] === DASH;
    if (closing) next += 2;
    while (next < limit && (bytes[next] === 0x20 || bytes[next] === 0x09 || bytes[next] === CR)) next += 1;
    if (next >= limit) return { start: at, next: limit, closing };
    if (bytes[next] === LF) return { start: at, next: next + 1, closing };
  }
  return null;
}

/** The line break before a delimiter belongs to the delimiter. */
function lineBreakBefore(bytes: Buffer, at: number): number {
  let end = at;
  if (bytes[end - 1] === LF) end -= 1;
  if (bytes[end - 1] === CR) end -= 1;
  return end;
}

/** Header fields from the start of a range up to its first blank line, or to a line that cannot be a field. */
export function readHeaderFields(bytes: Buffer, range: Range): { fields: HeaderField[]; end: number; ended: boolean } {
  const fields: HeaderField[] = [];
  const limit = Math.min(range.end, range.start + MAX_HEADER_BYTES);
  let at = range.start;
  let pieces: string[] = [];
  const close = (): void => {
    const field = toField(pieces);
    if (field) fields.push(field);
    pieces = [];
  };
  while (at < limit) {
    const newline = bytes.indexOf(LF, at);
    const lineEnd = newline === -1 || newline >= range.end ? range.end : newline;
    const next = Math.min(lineEnd + 1, range.end);
    const textEnd = lineEnd > at && bytes[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
    if (textEnd === at) {
      close();
      return { fields, end: next, ended: true };
    }
    const line = bytes.toString("latin1", at, textEnd);
    if (line.startsWith(" ") || line.startsWith("\t")) pieces.push(line);
    else {
      if (pieces.length > 0 && isBodyWithoutBlank(bytes, line, next, limit)) {
        close();
        return { fields, end: at, ended: true };
      }
      close();
      pieces = [line];
    }
    at = next;
  }
  close();
  return { fields, end: at, ended: false };
}

const FIELD_NAME = /^[!-9;-~]+[ \t]*:/;

/**
 * Where the blank line was forgotten, the body shows by a delimiter, or by two lines in a row that are no fields; one
 * such line alone is a field that was folded badly.
 */
function isBodyWithoutBlank(bytes: Buffer, line: string, next: number, limit: number): boolean {
  if (line.startsWith("--")) return true;
  if (FIELD_NAME.test(line) || next >= limit) return false;
  return !FIELD_NAME.test(bytes.toString("latin1", next, Math.min(next + 200, limit)));
}

function toField(pieces: readonly string[]): HeaderField | null {
  const [first = ""] = pieces;
  const colon = first.indexOf(":");
  if (colon < 1) return null;
  const name = first.slice(0, colon).trimEnd();
  if (/[^\u0021-\u007e]/.test(name)) return null;
  return { name, raw: [first.slice(colon + 1), ...pieces.slice(1)].join("").trim() };
}
