import type { TextRef } from "#shared/contract/sanitising.ts";
import type { Destination } from "#shared/domain/consent.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { readTlp } from "#shared/domain/tlp.ts";
import { exitWords } from "#shared/messages/printed/exitWords.ts";
import { textWords } from "#shared/messages/printed/textWords.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findPictureIds } from "../pictures/pictureIds.ts";
import { printText, type PrintedText, type TextFormat } from "../printing/printText.ts";
import { findReferences } from "../publishing/publishingRepository.ts";
import type { Inspection } from "../sanitising/inspectText.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { readText } from "../sanitising/textRepository.ts";
import { findSharingRecord } from "../sharings/sharingRepository.ts";
import { readArtifact } from "../storage/artifactStore.ts";
import { requireOpen, verdictOf } from "./condition.ts";
import { countExits } from "./gateRepository.ts";
import { leakOptionsFor } from "./lookedAt.ts";
import { checkFile, keepFile, type CheckedFile, type TakenFile } from "./takeOutFile.ts";
import { agreementConditions, judgeText, purposeOf } from "./textVerdict.ts";

export type WriteOutOptions = {
  text: TextRef;
  format: TextFormat;
  destination: Destination;
  signal?: AbortSignal;
};

const ENDINGS: Record<TextFormat, string> = { pdf: "pdf", docx: "docx", markdown: "md" };

/**
 * Typesets a text that may go where it is to go, and looks through the written bytes. Nothing is stored.
 * @throws AppError record.not-found; gate.closed; gate.leak; gate.unreadable; publishing.typesetting-failed; call.cancelled
 */
export async function writeOut(
  session: BookSession,
  sanitiser: Sanitiser,
  options: WriteOutOptions,
): Promise<CheckedFile> {
  return (await writeJudged(session, sanitiser, options)).file;
}

type Judged = { file: CheckedFile; inspection: Inspection };

async function writeJudged(
  session: BookSession,
  sanitiser: Sanitiser,
  { text, format, destination, signal }: WriteOutOptions,
): Promise<Judged> {
  const { inspection, verdict } = await judgeText(session, sanitiser, text, destination, signal);
  requireOpen(verdict, inspection.text.title);
  const today = dayOf(session.now());
  const { printed, isStamped, number } = session.read((db) => {
    // What goes to the public was released; a copy is stamped until it could be. A sharing goes to its readers with number,
    // version and list, and into their ledger (issueSharing): whatever else is made of it is a copy, also when it may go.
    const isCopy = purposeOf(destination) === undefined;
    const isStamped = isCopy && (text.kind === "sharing" || !mayLeave(db, inspection, today));
    const printed = composePrinted(db, inspection, today, isStamped);
    return { printed, isStamped, number: countExits(db, today) + 1 };
  });
  const file = await checkFile(sanitiser, {
    bytes: (stop) => printText(printed, format, stop),
    format,
    fileName: exitWords.fileName(printed.kind, printed.day, number, isStamped, ENDINGS[format]),
    destination,
    text: { id: text.id, sha256: inspection.text.fingerprint },
    ...leakOptionsFor(inspection),
    signal,
  });
  return { file, inspection };
}

/**
 * Writes a text out and puts the file into the book and the ledger.
 * @throws AppError as writeOut; record.changed-meanwhile when somebody edited it while it was typeset;
 *   gate.closed when a release or a consent was taken back meanwhile
 */
export async function takeOut(
  session: BookSession,
  sanitiser: Sanitiser,
  options: WriteOutOptions,
): Promise<TakenFile> {
  const { file, inspection } = await writeJudged(session, sanitiser, options);
  return session.write("gate.takeOut", (db) => {
    // Typesetting takes seconds; words that were changed meanwhile are not those that leave.
    if (readText(db, options.text).fingerprint !== file.text?.sha256) throw new AppError("record.changed-meanwhile");
    const purpose = purposeOf(options.destination);
    const today = dayOf(session.now());
    if (purpose) requireOpen(verdictOf(agreementConditions(db, inspection, purpose, today)), inspection.text.title);
    return keepFile(db, session, file);
  });
}

/** Whether a write-up without findings lacks nothing else for being published. */
function mayLeave(db: ReadableDb, inspection: Inspection, today: string): boolean {
  return agreementConditions(db, inspection, "publish", today).every(({ met }) => met);
}

/** A text as it would be printed on a day; what only its issue knows (number, version, indicators) is for the caller to add. */
export function composePrinted(
  db: ReadableDb,
  { text }: Pick<Inspection, "text">,
  day: string,
  isStamped: boolean,
): PrintedText {
  const { ref, title, body } = text;
  const sharing = ref.kind === "sharing" ? findSharingRecord(db, ref.id) : undefined;
  return {
    kind: sharing ? "bulletin" : "writeup",
    title,
    body,
    tlp: readTlp(sharing?.tlp ?? "") ?? null,
    pap: sharing?.pap ?? null,
    stamp: isStamped ? textWords.stamp : null,
    day,
    number: null,
    issue: null,
    indicators: [],
    pictures: new Map(findPictureIds(body).map((id) => [id, readArtifact(db, id).bytes])),
    references: new Map(
      findReferences(db).flatMap(({ id, externalId, title: cited, url }) =>
        [id, externalId].map((name) => [name, { id, title: cited, url }] as const),
      ),
    ),
  };
}
