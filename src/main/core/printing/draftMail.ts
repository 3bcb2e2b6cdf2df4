import { createHash } from "node:crypto";
import type { ConsentPurpose } from "#shared/domain/consent.ts";
import { packetWords } from "#shared/messages/printed/packetWords.ts";

export type DraftMail = {
  /** Left to the analyst when null: an address in a file is one more place where a provider stands. */
  to: string | null;
  subject: string;
  /** Plain text. */
  body: string;
  attachments: readonly { fileName: string; mediaType: string; bytes: Uint8Array }[];
};

/**
 * A mail for the analyst's own program to open and send (RFC 5322 and MIME, `X-Unsent: 1`): no sender, date or message id,
 * which that program adds. Equal drafts give equal bytes.
 */
export function writeDraftMail(mail: DraftMail): Uint8Array {
  const boundary = `casebook-${digestOf(mail)}`;
  const head = [
    "X-Unsent: 1",
    ...(mail.to === null ? [] : [`To: ${headerValue(mail.to)}`]),
    `Subject: ${encodeWords(mail.subject)}`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed;\r\n boundary="${boundary}"`,
  ];
  const parts = [
    ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", inLines(encode(mail.body))],
    ...mail.attachments.map(({ fileName, mediaType, bytes }) => [
      `Content-Type: ${mediaType}`,
      `Content-Disposition: attachment;\r\n filename*=UTF-8''${encodeParameter(fileName)}`,
      "Content-Transfer-Encoding: base64",
      "",
      inLines(Buffer.from(bytes)),
    ]),
  ];
  const body = parts.map((lines) => [`--${boundary}`, ...lines].join("\r\n"));
  return new TextEncoder().encode([...head, "", ...body, `--${boundary}--`, ""].join("\r\n"));
}

/** The mail that asks a provider for consent, with the packet. */
export function draftApprovalMail(request: {
  /** Title of the text, sanitised as the text is. */
  title: string;
  purposes: readonly ConsentPurpose[];
  dueOn: string | null;
  to: string | null;
  packet: Uint8Array;
}): Uint8Array {
  const { mail, purpose, due, noDue } = packetWords;
  const purposes = request.purposes.map((asked) => purpose[asked]);
  return writeDraftMail({
    to: request.to,
    subject: mail.subject(request.title),
    body: mail.body(request.title, purposes, request.dueOn === null ? noDue : due(request.dueOn)),
    attachments: [{ fileName: mail.fileName, mediaType: "application/pdf", bytes: request.packet }],
  });
}

const encode = (text: string): Buffer => Buffer.from(text.toWellFormed(), "utf8");

/** Lines of 76 characters, as MIME wants Base64. */
function inLines(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll(/.{76}(?=.)/gu, "$&\r\n");
}

function digestOf(mail: DraftMail): string {
  const hash = createHash("sha256").update(JSON.stringify([mail.to, mail.subject, mail.body]));
  for (const { fileName, bytes } of mail.attachments) hash.update(fileName).update(bytes);
  return hash.digest("hex").slice(0, 32);
}

/** Nobody can add a header by a line end in a value. */
function headerValue(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
  return /^[ -~]*$/u.test(line) ? line : encodeWords(line);
}

/** Bytes of text in one encoded word: 75 characters at most with its frame, and whole characters only (RFC 2047). */
const BYTES_IN_WORD = 42;

function encodeWords(text: string): string {
  const clean = text.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
  const pieces = [""];
  for (const character of clean.toWellFormed()) {
    const last = pieces.at(-1) ?? "";
    if (Buffer.byteLength(last + character) <= BYTES_IN_WORD) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces.map((piece) => `=?UTF-8?B?${encode(piece).toString("base64")}?=`).join("\r\n ");
}

/** RFC 2231 (and RFC 8187): everything but letters, digits and a few signs in percent. */
function encodeParameter(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /['()*!]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
