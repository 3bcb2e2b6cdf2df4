import type { MailDamage } from "#shared/domain/mail.ts";
import { decodeText, encodingOf } from "./charset.ts";
import { readHtml } from "./htmlText.ts";
import { fieldOf, type MimePart } from "./mimeTree.ts";
import { decodeTransfer, hasStrayBytes } from "./transferEncoding.ts";

/** One stretch of a mail's text, in the forms it came in. */
type Block = { plain: string | null; html: string | null };

/** A leaf that is no text of the mail itself. */
export type LeafPart = { part: MimePart; inline: boolean };

export type MailBody = { blocks: Block[]; leaves: LeafPart[]; damage: Set<MailDamage> };

export function fileNameOf(part: MimePart): string {
  const name = part.disposition?.parameters.get("filename") ?? part.contentType.parameters.get("name") ?? "";
  return name.trim();
}

/** Decoded bytes of a leaf. */
export function bytesOfPart(bytes: Buffer, part: MimePart): Buffer {
  return decodeTransfer(bytes.subarray(part.bodyStart, part.bodyEnd), part.encoding);
}

/** Sorts the leaves of a mail into its text and what is attached to it. */
export function readBody(bytes: Buffer, root: MimePart): MailBody {
  const body: MailBody = { blocks: [], leaves: [], damage: new Set() };
  body.blocks = visit(bytes, root, "", body);
  return body;
}

function visit(bytes: Buffer, part: MimePart, parentType: string, body: MailBody): Block[] {
  const type = part.contentType.value;
  if (part.children.length > 0) {
    const blocks = part.children.flatMap((child) => visit(bytes, child, type, body));
    return type === "multipart/alternative" ? [joinAlternatives(blocks)] : blocks;
  }
  if (type.startsWith("multipart/") || isText(part, parentType)) return [readTextBlock(bytes, part, body)];
  const inline =
    part.disposition?.value === "inline" || (part.disposition === null && parentType === "multipart/related");
  body.leaves.push({ part, inline: inline && /^(?:image|audio|video)\//.test(type) });
  return [];
}

/** Text that belongs to the mail: not named as a file, not declared an attachment. */
function isText(part: MimePart, parentType: string): boolean {
  const type = part.contentType.value;
  if (type !== "text/plain" && type !== "text/html") return false;
  if (part.disposition?.value === "attachment") return false;
  return fileNameOf(part) === "" || (parentType === "multipart/alternative" && !part.disposition);
}

/** Several forms of one text; the mail's author had all of them be the same. */
function joinAlternatives(blocks: readonly Block[]): Block {
  const of = (form: "plain" | "html"): string | null => {
    const texts = blocks.flatMap((block) => block[form] ?? []);
    return texts.length === 0 ? null : texts.join("\n\n");
  };
  return { plain: of("plain"), html: of("html") };
}

function readTextBlock(bytes: Buffer, part: MimePart, body: MailBody): Block {
  const raw = bytes.subarray(part.bodyStart, part.bodyEnd);
  if (part.encoding === "base64" && hasStrayBytes(raw)) body.damage.add("stray-bytes");
  const decoded = decodeTransfer(raw, part.encoding);
  const html = part.contentType.value === "text/html";
  const label = (part.contentType.parameters.get("charset") ?? "").trim();
  const text = decodeText(decoded, label === "" && html ? charsetInHtml(decoded) : label);
  if (text.includes("\ufffd") && !decoded.includes(REPLACEMENT)) body.damage.add("text-undecodable");
  if (text.includes("\u0000")) body.damage.add("stray-bytes");
  if (html) return { plain: null, html: text };
  const unfolded = /^flowed$/i.test(part.contentType.parameters.get("format") ?? "")
    ? joinFlowed(text, /^yes$/i.test(part.contentType.parameters.get("delsp") ?? ""))
    : text;
  return { plain: tidyText(unfolded), html: null };
}

/** U+FFFD that the sender's own client had put there. */
const REPLACEMENT = Buffer.from("\ufffd", "utf8");

function charsetInHtml(html: Buffer): string {
  const head = html.toString("latin1", 0, 2048);
  return head.includes("charset") ? readHtml(head).charset : "";
}

/** LF line ends, no NULs, no blanks at the end. */
export function tidyText(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").replaceAll("\u0000", "").trimEnd();
}

/** RFC 3676: a line that ends in a blank goes on in the next one; quoted lines join only lines as deeply quoted. */
function joinFlowed(text: string, deleteBlank: boolean): string {
  const out: string[] = [];
  let open = -1;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const quotes = /^>*/.exec(line)?.[0] ?? "";
    const unstuffed = line.slice(quotes.length).replace(/^ /, "");
    const flows = unstuffed.endsWith(" ") && unstuffed !== "-- ";
    const content = flows && deleteBlank ? unstuffed.slice(0, -1) : unstuffed;
    if (open === quotes.length && unstuffed !== "-- ") out[out.length - 1] = `${out.at(-1) ?? ""}${content}`;
    else out.push(quotes === "" ? content : `${quotes} ${content}`);
    open = flows ? quotes.length : -1;
  }
  return out.join("\n");
}

/** The charset the mail's text is in: the best guess for raw 8-bit text in its headers. */
export function charsetHint(part: MimePart): string {
  const own = encodingOf(part.contentType.parameters.get("charset") ?? "");
  if (own !== "" || part.children.length === 0) return own;
  for (const child of part.children) {
    const found = charsetHint(child);
    if (found !== "") return found;
  }
  return "";
}

export function isInnerMail(part: MimePart): boolean {
  const type = part.contentType.value;
  return type === "message/rfc822" || type === "message/global" || /\.(?:eml|msg)$/i.test(fileNameOf(part));
}

export function contentIdOf(part: MimePart): string {
  return fieldOf(part, "content-id").replaceAll(/[<>\s]/g, "");
}
