import type { MailSource } from "#shared/contract/pictures.ts";
import type { TextRef } from "#shared/contract/sanitising.ts";
import type { AttackMail, MailAddress, MailMessage } from "#shared/domain/mail.ts";
import { JST_OFFSET_MS } from "#shared/domain/moment.ts";
import { AppError } from "#shared/errors.ts";
import { drawnFigureWords } from "#shared/messages/printed/drawnFigureWords.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findSourceOf } from "../intake/intakeRepository.ts";
import { readReportMail } from "../intake/readReportMail.ts";
import { defangText } from "../sanitising/defangText.ts";
import { PseudonymLedger } from "../sanitising/pseudonymLedger.ts";
import { readMatter, type Matter } from "../sanitising/readMatter.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { asDrawnFigure, type DrawnFigure } from "./drawnFigure.ts";

const words = drawnFigureWords.mail;

/** How exactly a figure says when the mail was sent: a minute can tell whose mail it was. */
export type MailDate = "month" | "day" | "minute";

/** Reading a mail takes milliseconds; a case of more is looked at by its newest. */
const MOST_SOURCES = 100;
const MOST_LINES = 40;
const LONGEST_LINE = 200;

/** The attack mails of a text's reports: what a figure can be drawn from. As received, for the analysts' eyes. */
export function findMailSources(db: ReadableDb, text: TextRef): MailSource[] {
  const withMail = readMatter(db, text).text.reportIds.filter((reportId) => findSourceOf(db, reportId) !== undefined);
  return withMail.slice(-MOST_SOURCES).flatMap((reportId) =>
    attacksOf(db, reportId).map(({ message }, position) => ({
      reportId,
      position,
      subject: message.subject,
      from: message.from === null ? "" : addressText(message.from),
      sentAt: message.sentAt,
    })),
  );
}

/** A damaged mail is no source; that it is damaged is told where its report is read. */
function attacksOf(db: ReadableDb, reportId: string): AttackMail[] {
  try {
    return readReportMail(db, reportId)?.attacks ?? [];
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

/**
 * Draws a mail as a figure of a text from its parsed parts: a few headers, its recipients as a role, the beginning of its text,
 * with everything that tells masked as in the text itself and addresses defanged.
 * @throws AppError record.not-found when the text tells of no such mail
 */
export async function drawMailFigure(
  session: BookSession,
  sanitiser: Sanitiser,
  { text, reportId, position, date }: { text: TextRef; reportId: string; position: number; date: MailDate },
  signal?: AbortSignal,
): Promise<DrawnFigure> {
  const { matter, message } = session.read((db) => {
    const ofText = readMatter(db, text);
    const attack = ofText.text.reportIds.includes(reportId) ? attacksOf(db, reportId)[position] : undefined;
    if (!attack) throw new AppError("record.not-found", { record: reportId });
    return { matter: ofText, message: attack.message };
  });
  const clean = cleanerFor(sanitiser, matter, signal);
  const headers: string[] = [];
  for (const { name, value } of headersOf(message, date)) {
    headers.push(`${name}: ${value === words.recipient ? value : oneLine(await clean(value))}`);
  }
  const { beginning, isCut } = beginningOf(message.text);
  const body = await clean(beginning);
  return asDrawnFigure("mail", words.caption, [...headers, "", body, ...(isCut ? [words.cut] : [])].join("\n"));
}

function cleanerFor(sanitiser: Sanitiser, { stake, ledger }: Matter, signal?: AbortSignal) {
  const { labels } = new PseudonymLedger(ledger);
  return async (value: string): Promise<string> => {
    // Brackets of the mail's own would be taken for masks.
    const plain = value.replaceAll("〔", "［").replaceAll("〕", "］");
    const { text } = await sanitiser.sanitise(plain, { ...stake, labels, ...(signal && { signal }) });
    return defangText(text);
  };
}

/** Headers that a reader needs; every other stays inside, with its servers, programs and recipients. */
function headersOf(message: MailMessage, date: MailDate): { name: string; value: string }[] {
  const { from, replyTo, sentAt, attachments } = message;
  const answers = replyTo.filter(({ address }) => address !== from?.address);
  const files = attachments.filter(({ inline }) => !inline).map(({ fileName }) => fileName);
  return [
    { name: words.from, value: from === null ? "" : addressText(from) },
    { name: words.replyTo, value: answers.map(addressText).join(", ") },
    { name: words.to, value: words.recipient },
    { name: words.subject, value: message.subject },
    { name: words.sentAt, value: sentAt === null ? "" : writeDate(sentAt, date) },
    { name: words.attachments, value: files.join(", ") },
  ]
    .map(({ name, value }) => ({ name, value: oneLine(value) }))
    .filter(({ value }) => value !== "");
}

const addressText = ({ name, address }: MailAddress): string =>
  name === "" ? address : address === "" ? name : `${name} <${address}>`;

const oneLine = (value: string): string => value.replaceAll(/\s+/gu, " ").trim();

/** In Tokyo's time. */
function writeDate(momentMs: number, date: MailDate): string {
  const local = new Date(momentMs + JST_OFFSET_MS);
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
  if (date === "month") return words.month(year, month);
  return date === "day"
    ? words.day(year, month, day)
    : words.minute(year, month, day, local.toISOString().slice(11, 16));
}

function beginningOf(text: string): { beginning: string; isCut: boolean } {
  const lines = text
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()
    .split("\n")
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line.trimEnd()));
  return { beginning: lines.slice(0, MOST_LINES).join("\n"), isCut: lines.length > MOST_LINES };
}
