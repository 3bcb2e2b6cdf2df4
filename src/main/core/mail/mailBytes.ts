import { readHeaderFields } from "./mimeTree.ts";

/** The file as it came, made ready for reading: no byte order mark, no mbox line, LF or CRLF line ends. */

const LF = 0x0a;
const CR = 0x0d;

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function prepareMailBytes(received: Uint8Array): Buffer {
  let bytes = viewOf(received);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) bytes = Buffer.from(bytes.toString("utf16le", 2), "utf8");
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
  if (!bytes.includes(LF) && bytes.includes(CR)) {
    bytes = Buffer.from(bytes);
    for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) bytes[at] = LF;
  }
  return bytes.subarray(skipLead(bytes));
}

/** Blank lines, and the "From " line of mbox files and of mails saved by old Unix clients. */
function skipLead(bytes: Buffer): number {
  let at = 0;
  while (bytes[at] === LF || bytes[at] === CR || bytes[at] === 0x20) at += 1;
  if (/^>?From /.test(bytes.toString("latin1", at, at + 6))) {
    const newline = bytes.indexOf(LF, at);
    return newline === -1 ? bytes.length : newline + 1;
  }
  return at;
}

const MARKS = new Set(["from", "received", "subject", "date", "message-id", "return-path", "to", "delivered-to"]);
const SUPPORTS = new Set([
  ...MARKS,
  "mime-version",
  "content-type",
  "reply-to",
  "sender",
  "cc",
  "x-mailer",
  "x-originating-ip",
]);

/**
 * True when the file starts with header fields of which enough are those of a mail.
 * @param enough two, for a file of which nothing else is known; one, where it was declared to be a mail
 */
export function looksLikeMail(received: Uint8Array, enough: 1 | 2): boolean {
  const bytes = prepareMailBytes(received.subarray(0, 64 * 1024));
  if (!/^[!-9;-~]+[ \t]*:/.test(bytes.toString("latin1", 0, 200))) return false;
  const { fields } = readHeaderFields(bytes, { start: 0, end: bytes.length });
  const names = new Set(fields.slice(0, 300).map((field) => field.name.toLowerCase()));
  const known = [...names].filter((name) => SUPPORTS.has(name)).length;
  return known >= enough && [...names].some((name) => MARKS.has(name));
}
