import { DAY_MS } from "#shared/domain/moment.ts";
import type { MailMessage, ReceivedMail } from "#shared/domain/mail.ts";
import { extractObservables } from "../mail/extractObservables.ts";
import type { NewReport } from "../reports/reportService.ts";
import { proposeProvider } from "./proposeProvider.ts";
import type { RosterIndex } from "./rosterIndex.ts";

const MAX_TITLE = 500;
const MAX_BODY = 2_000_000;
/** A mail from before this was not sent then: its clock was wrong. */
const EARLIEST_MS = Date.UTC(1995, 0, 1);

/** Attachments that run, or hold what runs, whatever they are named. */
const MALWARE_TYPES =
  /^application\/(?:x-msdownload|x-elf|x-ms-shortcut|onenote|vnd\.ms-htmlhelp|x-iso9660-image|x-vhdx?|java-archive|.*macroenabled)/;

/** The report that a mail becomes, before an analyst looks at it. */
export function composeReport(mail: ReceivedMail, roster: RosterIndex, nowMs: number): NewReport {
  const attack = mail.attacks[0]?.message ?? null;
  const title = [attack?.subject, mail.covering?.subject, mail.fileName].find((text) => (text ?? "").trim() !== "");
  return {
    receivedAt: receivedAt(mail.covering ?? attack, nowMs),
    occurredAt: attack ? (plausible(attack.hops[0]?.at ?? attack.sentAt, nowMs) ?? null) : null,
    ...proposeProvider(mail, roster),
    channel: "mail",
    items: 1,
    category: categoryOf(mail),
    assessment: "undetermined",
    title: clip(title ?? mail.fileName, MAX_TITLE),
    body: clip((mail.covering ?? attack)?.text ?? "", MAX_BODY),
    observables: extractObservables(mail, (address) => roster.findByAddress(address) !== null),
  };
}

/** What the hub's own server wrote, else what the sender claims, else now; neither can lie in the future. */
function receivedAt(message: MailMessage | null, nowMs: number): number {
  return plausible(message?.hops[0]?.at, nowMs) ?? plausible(message?.sentAt, nowMs) ?? nowMs;
}

function plausible(atMs: number | null | undefined, nowMs: number): number | undefined {
  return atMs !== null && atMs !== undefined && atMs >= EARLIEST_MS && atMs <= nowMs + DAY_MS ? atMs : undefined;
}

function categoryOf(mail: ReceivedMail): string {
  const files = mail.attacks.flatMap(({ message }) => message.attachments);
  return files.some(({ trueType }) => MALWARE_TYPES.test(trueType)) ? "malware-mail" : "other";
}

/** Cuts without leaving half of a surrogate pair. */
function clip(text: string, length: number): string {
  const clipped = text.trim().slice(0, length);
  return clipped.isWellFormed() ? clipped : clipped.toWellFormed();
}

/** A file kept beside the report: an attachment, or a mail that came inside another. */
export type KeptFile = { sha256: string; fileName: string; declaredType: string; trueType: string };

/** Every attachment and inner mail of all the mails in a received one, each once. */
export function listKeptFiles(mail: ReceivedMail): KeptFile[] {
  const found = new Map<string, KeptFile>();
  const keep = (file: KeptFile): void => {
    const key = `${file.sha256} ${file.fileName}`;
    if (!found.has(key)) found.set(key, file);
  };
  const visit = (message: MailMessage): void => {
    if (message.source) keep({ ...message.source, declaredType: "message/rfc822", trueType: "message/rfc822" });
    for (const { sha256, fileName, declaredType, trueType } of message.attachments) {
      keep({ sha256, fileName, declaredType, trueType });
    }
    message.nested.forEach(visit);
  };
  if (mail.covering) visit(mail.covering);
  for (const { message } of mail.attacks) visit(message);
  return [...found.values()];
}
