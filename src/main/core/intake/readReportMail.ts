import type { ReceivedMail } from "#shared/domain/mail.ts";
import type { ReadableDb } from "../database/handles.ts";
import { readMail } from "../mail/readMail.ts";
import { readArtifact } from "../storage/artifactStore.ts";
import { findRoster, findSourceOf } from "./intakeRepository.ts";
import { indexRoster } from "./rosterIndex.ts";

/**
 * The mail of a report, read anew from the file that was kept.
 * @returns null for a report that was not made from a mail
 * @throws AppError casebook.damaged when the file is no longer what it was
 */
export function readReportMail(db: ReadableDb, reportId: string): ReceivedMail | null {
  const source = findSourceOf(db, reportId);
  if (!source) return null;
  const { bytes } = readArtifact(db, source.artifactId);
  const roster = indexRoster(findRoster(db));
  return readMail(bytes, source.fileName, (address) => roster.findByAddress(address) !== null).mail;
}
