import { AppError } from "#shared/errors.ts";
import { type MailLink, type MailMessage } from "#shared/domain/mail.ts";
import { readHtml } from "./htmlText.ts";
import { readHeaderText } from "./headerText.ts";
import { readAddresses } from "./mailAddresses.ts";
import { bytesOfPart, charsetHint, fileNameOf, isInnerMail, type MailBody, readBody } from "./mailBody.ts";
import { judgeMailEnd } from "./mailCut.ts";
import { readMailDate } from "./mailDate.ts";
import { keepAttachment, type MailContents } from "./mailParts.ts";
import { decodeText } from "./charset.ts";
import { fieldOf, type MailBudget, type MimePart, readMimeTree } from "./mimeTree.ts";
import { prepareMailBytes } from "./mailBytes.ts";
import { readHops } from "./receivedHops.ts";
import { findUrls } from "./textUrls.ts";

/**
 * Reads the mail inside another one, of whatever format; given by `readMail` so that formats can hold each other.
 * Gives null when it cannot be read: it then stays an attachment, untouched like any other.
 */
export type ReadInner = (bytes: Uint8Array, fileName: string, depth: number) => MailMessage | null;

export type ReadingContext = { budget: MailBudget; contents: MailContents; readInner: ReadInner };

const MAX_HEADERS = 1000;
const MAX_HEADER_CHARS = 20_000;
/** Nobody reads on after this, and everything that looks through the text would take seconds. The file has it all. */
const MAX_TEXT_CHARS = 2_000_000;

/**
 * Reads a mail in Internet form (RFC 5322 and MIME).
 * @param depth levels of mail in mail and of multipart above this one
 * @throws AppError intake.damaged, intake.too-many-parts, intake.nested-too-deep
 */
export function readMessage(received: Uint8Array, depth: number, context: ReadingContext): MailMessage {
  const bytes = prepareMailBytes(received);
  const root = readMimeTree(bytes, context.budget, depth);
  const end = judgeMailEnd(bytes, root);
  if (end.refuse) throw new AppError("intake.damaged", { file: context.budget.fileName, reason: end.refuse });
  const body = readBody(bytes, root);
  if (end.note) body.damage.add(end.note);
  const message = { ...readHeaders(root), ...readTexts(body), source: null };
  const inner = readLeaves(bytes, body, depth, context, message.links);
  return { ...message, ...inner, damage: [...body.damage] };
}

type HeaderPart = Omit<
  MailMessage,
  "text" | "textFrom" | "links" | "remoteImages" | "attachments" | "nested" | "source" | "damage"
>;

/** The fields of a mail, decoded. Where a field stands twice, the first counts, as in mail clients. */
export function readHeaders(root: MimePart): HeaderPart {
  const hint = charsetHint(root);
  const text = (name: string): string => readHeaderText(fieldOf(root, name), hint);
  const addresses = (name: string) => readAddresses(fieldOf(root, name), hint);
  const received = root.fields.filter((field) => field.name.toLowerCase() === "received");
  return {
    subject: text("subject"),
    from: addresses("from")[0] ?? null,
    sender: addresses("sender")[0] ?? null,
    replyTo: addresses("reply-to"),
    to: addresses("to"),
    cc: addresses("cc"),
    sentAt: readMailDate(text("date")),
    messageId: text("message-id"),
    hops: readHops(received.map((field) => field.raw.replaceAll(/\s+/g, " "))),
    headers: root.fields.slice(0, MAX_HEADERS).map((field) => ({
      name: field.name,
      value: readHeaderText(field.raw.slice(0, MAX_HEADER_CHARS), hint),
    })),
  };
}

type TextPart = Pick<MailMessage, "text" | "textFrom" | "links" | "remoteImages">;

/** One plain text for people to read; links and pictures of every form of it, for the HTML may lead elsewhere. */
export function readTexts(body: Pick<MailBody, "blocks">): TextPart {
  const texts: string[] = [];
  const links: MailLink[] = [];
  const images = new Set<string>();
  let textFrom: MailMessage["textFrom"] = "none";
  for (const { plain, html } of body.blocks) {
    const reading = html === null ? null : readHtml(html);
    const readable = plain !== null && plain.trim() !== "";
    const text = (readable ? plain : (reading?.text ?? "")).slice(0, MAX_TEXT_CHARS);
    if (text !== "") {
      texts.push(text);
      if (textFrom !== "plain") textFrom = readable ? "plain" : "html";
    }
    for (const link of reading?.links ?? []) links.push(link);
    for (const image of reading?.remoteImages ?? []) images.add(image);
    addTextLinks(links, text);
  }
  return {
    text: texts.join("\n\n").slice(0, MAX_TEXT_CHARS).toWellFormed(),
    textFrom,
    links: uniqueLinks(links),
    remoteImages: [...images],
  };
}

function addTextLinks(links: MailLink[], text: string): void {
  for (const url of findUrls(text)) {
    if (!links.some((link) => link.url === url)) links.push({ url, label: "" });
  }
}

function uniqueLinks(links: readonly MailLink[]): MailLink[] {
  const seen = new Map(links.map((link) => [`${link.url}\n${link.label}`, link]));
  return [...seen.values()];
}

function readLeaves(
  bytes: Buffer,
  body: MailBody,
  depth: number,
  context: ReadingContext,
  links: MailLink[],
): Pick<MailMessage, "attachments" | "nested"> {
  const attachments: MailMessage["attachments"] = [];
  const nested: MailMessage[] = [];
  for (const leaf of body.leaves) {
    const content = bytesOfPart(bytes, leaf.part);
    if (isInnerMail(leaf.part)) {
      const inner = context.readInner(content, fileNameOf(leaf.part), depth + 1);
      if (inner) {
        nested.push(inner);
        continue;
      }
      body.damage.add("nested-unreadable");
    }
    const declaredType = leaf.part.contentType.value;
    const named = { fileName: fileNameOf(leaf.part), declaredType, inline: leaf.inline };
    attachments.push(keepAttachment(content, named, attachments.length + 1, context.contents));
    if (declaredType === "text/calendar") {
      addTextLinks(links, decodeText(content, leaf.part.contentType.parameters.get("charset") ?? "utf-8"));
    }
  }
  return { attachments, nested };
}
