import { dayOf } from "#shared/domain/moment.ts";
import { approvalReminderWords } from "#shared/messages/printed/approvalReminderWords.ts";
import { packetWords } from "#shared/messages/printed/packetWords.ts";
import { printDay } from "#shared/messages/printed/quarterWords.ts";
import { sharingWords } from "#shared/messages/printed/sharingWords.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { requireOpen } from "../gate/condition.ts";
import { countExits } from "../gate/gateRepository.ts";
import { leakOptionsFor } from "../gate/lookedAt.ts";
import { checkFile, keepFile, type TakenFile } from "../gate/takeOutFile.ts";
import { judgeText } from "../gate/textVerdict.ts";
import { writeDraftMail } from "../printing/draftMail.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { readText } from "../sanitising/textRepository.ts";
import { readArtifact } from "../storage/artifactStore.ts";
import { findRequest, type RequestRecord } from "./approvalRepository.ts";

/**
 * The draft of the mail that reminds a provider of what they were asked, with the packet again. It names nobody and goes
 * through the gate, as the packet did. What was changed since cannot be reminded of: it has to be asked anew.
 *
 * @throws AppError record.not-found; record.changed-meanwhile; gate.closed, gate.leak, gate.unreadable; call.cancelled
 */
export async function remindApproval(
  session: BookSession,
  sanitiser: Sanitiser,
  requestId: string,
  signal?: AbortSignal,
): Promise<TakenFile> {
  const request = session.read((db) => requirePresent(db, requestId));
  const { inspection, verdict } = await judgeText(session, sanitiser, request.text, "provider", signal);
  requireOpen(verdict, request.title);
  const day = dayOf(session.now());
  const { packet, number } = session.read((db) => ({
    packet: request.packetId === null ? null : readArtifact(db, request.packetId).bytes,
    number: countExits(db, day) + 1,
  }));
  const file = await checkFile(sanitiser, {
    destination: "provider",
    text: { id: request.text.id, sha256: request.textSha256 },
    ...leakOptionsFor(inspection),
    bytes: draftReminder(request, packet),
    format: "eml",
    fileName: sharingWords.reminderFile(day, number),
    signal,
  });
  return session.write("gate.takeOut", (db) => {
    requirePresent(db, requestId);
    return keepFile(db, session, file);
  });
}

function requirePresent(db: ReadableDb, requestId: string): RequestRecord {
  const request = findRequest(db, requestId);
  if (!request) throw new AppError("record.not-found", { record: requestId });
  if (readText(db, request.text).fingerprint !== request.textSha256) throw new AppError("record.changed-meanwhile");
  return request;
}

function draftReminder({ title, at, dueOn }: RequestRecord, packet: Uint8Array | null): Uint8Array {
  const { subject, body, enclosed } = approvalReminderWords;
  const words = body({ title, askedOn: printDay(dayOf(at)), dueOn: dueOn === null ? null : printDay(dueOn) });
  return writeDraftMail({
    to: null,
    subject: subject(title),
    body: [words, ...(packet ? [enclosed] : []), "", ...packetWords.sender].join("\n").replaceAll("\n", "\r\n"),
    attachments: packet ? [{ fileName: packetWords.mail.fileName, mediaType: "application/pdf", bytes: packet }] : [],
  });
}
