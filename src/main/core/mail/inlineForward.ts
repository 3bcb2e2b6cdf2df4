import type { MailAddress, MailHeader } from "#shared/domain/mail.ts";
import { parseAddressText } from "./mailAddresses.ts";
import { readMailDate } from "./mailDate.ts";
import { refang } from "#shared/domain/defang.ts";

/** A mail forwarded as text inside another: what Outlook, Gmail, Thunderbird and others write above it. */
export type InlineForward = {
  /** What the forwarding person wrote above. */
  intro: string;
  /** The forwarded text. */
  text: string;
  /** A line such as "Forwarded message" says so outright; Outlook's "Original Message" also stands in replies. */
  declared: boolean;
  headers: MailHeader[];
  from: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  sentAt: number | null;
};

type Field = "from" | "sent" | "to" | "cc" | "subject" | "replyTo" | "other";

const FIELDS: Readonly<Record<string, Field>> = {
  from: "from",
  差出人: "from",
  送信者: "from",
  送信元: "from",
  発信者: "from",
  sent: "sent",
  date: "sent",
  送信日時: "sent",
  送信日: "sent",
  日付: "sent",
  日時: "sent",
  to: "to",
  宛先: "to",
  宛て先: "to",
  あて先: "to",
  受信者: "to",
  cc: "cc",
  subject: "subject",
  件名: "subject",
  題名: "subject",
  "reply-to": "replyTo",
  返信先: "replyTo",
  importance: "other",
  重要度: "other",
  attachments: "other",
  添付ファイル: "other",
};

/** Outlook, Gmail and Apple begin with the sender, Thunderbird with the subject. */
const STARTS: ReadonlySet<Field> = new Set<Field>(["from", "subject", "sent"]);

const FIELD_LINE = /^\*{0,2}\s*([A-Za-z-]{2,12}|[\u3040-\u30ff\u4e00-\u9fff]{2,8})\s*\*{0,2}\s*[:：]\s*\*{0,2}\s*(.*)$/;
const FORWARDED =
  /^[-_=*\s]*(?:begin\s+)?forwarded (?:message|by)\b.*$|^[-_=*▼■【\s]*(?:転送(?:された)?メッセージ|転送(?:された)?メール|以下[、,]?\s*転送|転送元)[-_=*:：】\s]*$|^[-_=*]{2,}\s*転送\s*[-_=*]{2,}$/i;
const ORIGINAL = /^-{2,}\s*(?:original message|元のメッセージ|元のメール|original mail)\s*-{2,}$/i;
const RULE = /^[_-]{5,}$/;
const QUOTE = /^(?:>\s?)+/;
const MAX_BLOCK_LINES = 60;

/** @returns the first mail forwarded inside a text, or null */
export function findInlineForward(text: string): InlineForward | null {
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const quote = QUOTE.exec(lines[at] ?? "")?.[0].trimEnd() ?? "";
    if (!STARTS.has(fieldOf(unquote(lines[at] ?? "", quote))?.field ?? "other")) continue;
    const block = readBlock(lines, at, quote);
    if (!block) continue;
    const { start, declared } = findMarker(lines, at, quote);
    return {
      intro: lines.slice(0, start).join("\n").trimEnd(),
      text: block.rest.join("\n").trim(),
      declared,
      ...describe(block.fields),
    };
  }
  return null;
}

function unquote(line: string, quote: string): string {
  return quote !== "" && line.startsWith(quote) ? line.slice(quote.length).replace(/^ /, "") : line;
}

type FoundField = { field: Field; name: string; value: string };

function fieldOf(line: string): FoundField | null {
  const match = FIELD_LINE.exec(line.trim());
  if (!match) return null;
  const [, name = "", value = ""] = match;
  const field = FIELDS[name.toLowerCase()];
  return field ? { field, name, value: value.trim() } : null;
}

/** Header lines one under another, with a blank line between them here and there; long ones go on below. */
function readBlock(
  lines: readonly string[],
  from: number,
  quote: string,
): { fields: FoundField[]; rest: string[] } | null {
  const fields: FoundField[] = [];
  let at = from;
  for (; at < lines.length && at < from + MAX_BLOCK_LINES; at += 1) {
    const line = unquote(lines[at] ?? "", quote);
    const found = fieldOf(line);
    const last = fields.at(-1);
    if (found && !fields.some(({ field }) => field === found.field && field !== "other")) fields.push(found);
    else if (line.trim() === "") {
      if (!fieldOf(unquote(lines[at + 1] ?? "", quote))) break;
    } else if (last && continues(line, last)) last.value = `${last.value} ${line.trim()}`;
    else break;
  }
  const has = (field: Field): boolean => fields.some((each) => each.field === field);
  if (!has("from") || !(has("subject") || (has("sent") && has("to")))) return null;
  return { fields, rest: lines.slice(at).map((line) => unquote(line, quote)) };
}

function continues(line: string, last: FoundField): boolean {
  if (last.field === "to" || last.field === "cc") return /[@;<>]/.test(line);
  return last.field === "subject" && /^\s/.test(line);
}

/** The lines above the block that announce it. */
function findMarker(lines: readonly string[], block: number, quote: string): { start: number; declared: boolean } {
  let start = block;
  let declared = false;
  for (let at = block - 1; at >= 0 && at >= block - 4; at -= 1) {
    const line = unquote(lines[at] ?? "", quote).trim();
    if (FORWARDED.test(line)) [start, declared] = [at, true];
    else if (ORIGINAL.test(line) || RULE.test(line)) start = at;
    else if (line !== "") break;
  }
  return { start, declared };
}

function describe(fields: readonly FoundField[]): Omit<InlineForward, "intro" | "text" | "declared"> {
  const value = (field: Field): string => fields.find((each) => each.field === field)?.value ?? "";
  const addresses = (field: Field): MailAddress[] => parseAddressText(refang(value(field)));
  return {
    headers: fields.map(({ name, value: text }) => ({ name, value: text })),
    from: addresses("from")[0] ?? null,
    replyTo: addresses("replyTo"),
    to: addresses("to"),
    cc: addresses("cc"),
    subject: value("subject"),
    sentAt: readMailDate(value("sent")),
  };
}
