import { AppError } from "#shared/errors.ts";
import type { MailAddress, MailMessage } from "#shared/domain/mail.ts";
import { MAX_MAIL_DEPTH, MAX_MAIL_PARTS } from "#shared/domain/mail.ts";
import { decodeText } from "./charset.ts";
import { type CompoundFolder, CompoundFileError, readCompoundFile } from "./compoundFile.ts";
import { tidyText } from "./mailBody.ts";
import { keepAttachment } from "./mailParts.ts";
import { charsetOfCodePage, type MapiProperties, readMapiProperties } from "./mapiProperties.ts";
import { readMimeTree } from "./mimeTree.ts";
import { type ReadingContext, readHeaders, readTexts } from "./readMessage.ts";
import { readRtf, unpackRtf } from "./rtfText.ts";

/** Property ids (MS-OXPROPS). */
const SUBJECT = 0x0037;
const SUBMIT_TIME = 0x0039;
const REPRESENTING_NAME = 0x0042;
const REPRESENTING_EMAIL = 0x0065;
const TRANSPORT_HEADERS = 0x007d;
const RECIPIENT_TYPE = 0x0c15;
const SENDER_NAME = 0x0c1a;
const SENDER_EMAIL = 0x0c1f;
const DELIVERY_TIME = 0x0e06;
const BODY = 0x1000;
const RTF_COMPRESSED = 0x1009;
const HTML = 0x1013;
const MESSAGE_ID = 0x1035;
const DISPLAY_NAME = 0x3001;
const EMAIL = 0x3003;
const ATTACH_DATA = 0x3701;
const ATTACH_SHORT_NAME = 0x3704;
const ATTACH_LONG_NAME = 0x3707;
const ATTACH_MIME = 0x370e;
const ATTACH_CONTENT_ID = 0x3712;
const SMTP_ADDRESS = 0x39fe;
const INTERNET_CODE_PAGE = 0x3fde;
const MESSAGE_CODE_PAGE = 0x3ffd;
const SENDER_SMTP = 0x5d01;
const REPRESENTING_SMTP = 0x5d02;
const ATTACHMENT_HIDDEN = 0x7ffe;

const TOP_HEADER_BYTES = 32;
const INNER_HEADER_BYTES = 24;
const ROW_HEADER_BYTES = 8;
const INNER_MESSAGE = "__substg1.0_3701000D";

/**
 * Reads a mail saved by Outlook.
 * @throws AppError intake.damaged when the container does not hold together
 */
export function readOutlookMessage(bytes: Uint8Array, depth: number, context: ReadingContext): MailMessage {
  try {
    const folder = readCompoundFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (!folder.streams.has("__properties_version1.0")) {
      throw new AppError("intake.not-a-mail", { file: context.budget.fileName, type: "application/x-ole-storage" });
    }
    return readFolderMessage(folder, TOP_HEADER_BYTES, depth, context);
  } catch (error) {
    if (error instanceof CompoundFileError || error instanceof RangeError) {
      throw new AppError(
        "intake.damaged",
        { file: context.budget.fileName, reason: "msg-structure" },
        { cause: error },
      );
    }
    throw error;
  }
}

function readFolderMessage(
  folder: CompoundFolder,
  headerBytes: number,
  depth: number,
  context: ReadingContext,
): MailMessage {
  if (depth > MAX_MAIL_DEPTH) {
    throw new AppError("intake.nested-too-deep", { file: context.budget.fileName, limit: MAX_MAIL_DEPTH });
  }
  const numbers = readMapiProperties(folder, headerBytes, "");
  const charset = charsetOfCodePage(numbers.integer(MESSAGE_CODE_PAGE) ?? numbers.integer(INTERNET_CODE_PAGE));
  const properties = readMapiProperties(folder, headerBytes, charset);
  const raw = Buffer.from(`${properties.text(TRANSPORT_HEADERS).trim()}\r\n\r\n`, "utf8");
  const headers = readHeaders(readMimeTree(raw, context.budget, depth));
  const recipients = readRecipients(folder, charset);
  const submitted = properties.time(SUBMIT_TIME) ?? properties.time(DELIVERY_TIME);
  return {
    ...headers,
    subject: properties.text(SUBJECT) || headers.subject,
    from: headers.from ?? senderOf(properties),
    to: headers.to.length > 0 ? headers.to : recipients.filter(({ type }) => type === 1).map(({ who }) => who),
    cc: headers.cc.length > 0 ? headers.cc : recipients.filter(({ type }) => type === 2).map(({ who }) => who),
    sentAt: headers.sentAt ?? submitted,
    messageId: headers.messageId || properties.text(MESSAGE_ID),
    ...readTexts({ blocks: [readBodies(properties)] }),
    ...readAttachments(folder, charset, depth, context),
    source: null,
    damage: [],
  };
}

function senderOf(properties: MapiProperties): MailAddress | null {
  const address = [SENDER_SMTP, REPRESENTING_SMTP, SENDER_EMAIL, REPRESENTING_EMAIL]
    .map((id) => properties.text(id))
    .find((text) => text.includes("@"));
  const name = properties.text(REPRESENTING_NAME) || properties.text(SENDER_NAME);
  return name === "" && address === undefined ? null : { name, address: address ?? "" };
}

function readRecipients(folder: CompoundFolder, charset: string): { type: number; who: MailAddress }[] {
  return subfolders(folder, "__recip_version1.0_").map((row) => {
    const properties = readMapiProperties(row, ROW_HEADER_BYTES, charset);
    const address = [SMTP_ADDRESS, EMAIL].map((id) => properties.text(id)).find((text) => text.includes("@"));
    const who = { name: properties.text(DISPLAY_NAME), address: address ?? "" };
    return { type: properties.integer(RECIPIENT_TYPE) ?? 1, who };
  });
}

/** Outlook keeps the text in up to three forms; the RTF often only wraps the HTML that was received. */
function readBodies(properties: MapiProperties): { plain: string | null; html: string | null } {
  const plain = properties.text(BODY);
  const stored = properties.binary(HTML);
  const codePage = charsetOfCodePage(properties.integer(INTERNET_CODE_PAGE));
  let html = stored ? decodeText(stored, codePage) : properties.text(HTML);
  let text = plain;
  if (html === "") {
    const rtf = unpackRtf(properties.binary(RTF_COMPRESSED) ?? Buffer.alloc(0));
    const reading = rtf ? readRtf(rtf) : { text: null, html: null };
    html = reading.html ?? "";
    if (text.trim() === "") text = reading.text ?? "";
  }
  return { plain: text === "" ? null : tidyText(text), html: html === "" ? null : html };
}

function readAttachments(
  folder: CompoundFolder,
  charset: string,
  depth: number,
  context: ReadingContext,
): Pick<MailMessage, "attachments" | "nested"> {
  const attachments: MailMessage["attachments"] = [];
  const nested: MailMessage[] = [];
  for (const row of subfolders(folder, "__attach_version1.0_")) {
    context.budget.partsLeft -= 1;
    if (context.budget.partsLeft < 0) {
      throw new AppError("intake.too-many-parts", { file: context.budget.fileName, limit: MAX_MAIL_PARTS });
    }
    const inner = row.folders.get(INNER_MESSAGE);
    if (inner) {
      nested.push(readFolderMessage(inner, INNER_HEADER_BYTES, depth + 1, context));
      continue;
    }
    const properties = readMapiProperties(row, ROW_HEADER_BYTES, charset);
    const content = properties.binary(ATTACH_DATA);
    if (!content) continue;
    const fileName = properties.text(ATTACH_LONG_NAME) || properties.text(ATTACH_SHORT_NAME);
    const attached = /\.(?:eml|msg)$/i.test(fileName) ? context.readInner(content, fileName, depth + 1) : null;
    if (attached) {
      nested.push(attached);
      continue;
    }
    const inline = properties.text(ATTACH_CONTENT_ID) !== "" || properties.integer(ATTACHMENT_HIDDEN) === 1;
    const declaredType = properties.text(ATTACH_MIME).toLowerCase() || "application/octet-stream";
    attachments.push(
      keepAttachment(content, { fileName, declaredType, inline }, attachments.length + 1, context.contents),
    );
  }
  return { attachments, nested };
}

function subfolders(folder: CompoundFolder, prefix: string): CompoundFolder[] {
  return [...folder.folders]
    .filter(([name]) => name.startsWith(prefix))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, inner]) => inner);
}
