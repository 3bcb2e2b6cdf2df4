import type { ReceivedMail } from "#shared/domain/mail.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { WritableDb } from "../database/handles.ts";
import type { MailContents } from "../mail/mailParts.ts";
import { readMail } from "../mail/readMail.ts";
import { createReport } from "../reports/reportService.ts";
import { artifactIdOf, putArtifact } from "../storage/artifactStore.ts";
import { composeReport, listKeptFiles } from "./composeReport.ts";
import { findReportBySource, findRoster, insertEvidence, type KnownReport } from "./intakeRepository.ts";
import { indexRoster, type RosterIndex } from "./rosterIndex.ts";

export type ImportedMail = { status: "imported" | "duplicate"; report: KnownReport };

const MEDIA_TYPES = { eml: "message/rfc822", msg: "application/vnd.ms-outlook" } as const;

/** The roster as it stands, for one import of any number of mails. */
export function readRosterIndex(session: BookSession): RosterIndex {
  return indexRoster(session.read(findRoster));
}

/**
 * Makes a report of one mail, in one transaction: the mail and its attachments untouched, the report, its observables.
 * The same file twice is a duplicate; the same attack told by another provider is not.
 * @throws AppError intake.* for what cannot be read, storage.* for what cannot be stored; the book is unchanged then
 */
export function importMail(
  session: BookSession,
  roster: RosterIndex,
  file: { fileName: string; bytes: Uint8Array },
): ImportedMail {
  const sourceId = artifactIdOf(file.bytes);
  const known = session.read((db) => findReportBySource(db, sourceId));
  if (known) return { status: "duplicate", report: known };
  const { mail, contents } = readMail(file.bytes, file.fileName, (address) => roster.findByAddress(address) !== null);
  const report = composeReport(mail, roster, session.now());
  return session.write("intake.importFile", (db) => {
    const id = createReport(db, report, session.newId);
    keepFiles(db, session, id, { mail, bytes: file.bytes, contents });
    return { status: "imported", report: { id, externalId: id, title: report.title } };
  });
}

type Files = { mail: ReceivedMail; bytes: Uint8Array; contents: MailContents };

function keepFiles(db: WritableDb, session: BookSession, reportId: string, { mail, bytes, contents }: Files): void {
  const mediaType = MEDIA_TYPES[mail.format];
  const source = { sha256: mail.sha256, fileName: mail.fileName, declaredType: mediaType, trueType: mediaType };
  for (const [position, file] of [source, ...listKeptFiles(mail)].entries()) {
    const content = position === 0 ? bytes : contents.get(file.sha256);
    if (!content) continue;
    const { fileName, declaredType, trueType } = file;
    const artifactId = putArtifact(db, { bytes: content, fileName, mediaType: trueType, addedAt: session.now() });
    const role = position === 0 ? "source" : "attachment";
    insertEvidence(db, { id: session.newId(), reportId, artifactId, role, fileName, declaredType, trueType, position });
  }
}
