import { dayOf } from "#shared/domain/moment.ts";
import { sharingWords } from "#shared/messages/printed/sharingWords.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { requireOpen, verdictOf } from "../gate/condition.ts";
import { leakOptionsFor } from "../gate/lookedAt.ts";
import { checkFile, keepFile, type CheckedFile, type TakenFile } from "../gate/takeOutFile.ts";
import { agreementConditions, judgeText } from "../gate/textVerdict.ts";
import { composePrinted } from "../gate/writeOut.ts";
import { printText } from "../printing/printText.ts";
import type { Inspection } from "../sanitising/inspectText.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { readText } from "../sanitising/textRepository.ts";
import type { RecipientRef } from "./issueRepository.ts";
import { addIssue, recipientsOn, type NewIssue } from "./ledgerOfSharing.ts";
import { leftOut } from "./leftOut.ts";
import { nextIssueOf, nextVersion } from "./nextIssue.ts";
import { nextNumber, numberExists } from "./numberRepository.ts";
import { printNotice, type Notice } from "./printNotice.ts";
import { requireStanding } from "./sharingService.ts";
import { updateSharingRecord, type SharingRecord } from "./sharingRepository.ts";
import { writeIndicatorCsv } from "./writeIndicatorCsv.ts";

/** A longer list is not for reading: it goes as CSV alone. */
const MOST_PRINTED = 300;

export type IssueOrder = {
  id: string;
  /** When it is given out; now when left out. */
  at?: number | undefined;
};

export type IssuedSharing = {
  version: number;
  bulletin: TakenFile;
  indicators: TakenFile | null;
  /** For those who hold an earlier version and are no longer addressed. */
  notice: TakenFile | null;
};

/** All that is settled before the files are made, and has to hold still when they are stored. */
type Plan = {
  sharing: SharingRecord;
  at: number;
  version: number;
  kind: "first" | "correction";
  note: string | null;
  /** What it is called outside: its own, or one that is free. */
  number: string;
  inspection: Inspection;
  /** Who hold an earlier version, and are not addressed any more: they are told that it was corrected, and no more. */
  earlier: readonly RecipientRef[];
};

/**
 * Gives a sharing out: bulletin and list of indicators pass the gate and are kept, and the ledger says to whom they go: every
 * organisation and framework that the audience comes to that day. The first time makes it shared and gives it its number; later
 * ones are corrections of the same sharing, which stays in the quarter it was shared in, with a notice for those who hold an
 * earlier version and are not addressed any more. All is written in one transaction or nothing is.
 *
 * @throws AppError record.not-found, sharings.withdrawn, sharings.nobody-to-tell; gate.closed, gate.leak, gate.unreadable;
 *   publishing.typesetting-failed; record.changed-meanwhile when somebody edited it while it was typeset; call.cancelled
 */
export async function issueSharing(
  session: BookSession,
  sanitiser: Sanitiser,
  order: IssueOrder,
  signal?: AbortSignal,
): Promise<IssuedSharing> {
  const plan = await planIssue(session, sanitiser, order, signal);
  const files = await makeFiles(session, sanitiser, plan, signal);
  return session.write("sharings.issue", (db) => {
    const { sharing, at, kind, note, number, version, earlier } = plan;
    requireUnchanged(db, plan);
    const bulletin = keepFile(db, session, files.bulletin);
    const indicators = files.indicators && keepFile(db, session, files.indicators);
    const notice = files.notice && keepFile(db, session, files.notice);
    const kept = {
      bulletinId: bulletin.artifactId,
      indicatorsId: indicators?.artifactId ?? null,
      noticeId: notice?.artifactId ?? null,
    };
    const issue: NewIssue = { kind, at, note, title: sharing.title, ...kept };
    const addressed = requireRecipients(db, sharing, at).map((recipient) => ({
      ...recipient,
      part: "bulletin" as const,
    }));
    const told = earlier.map((recipient) => ({ ...recipient, part: "notice" as const }));
    const issued = addIssue(db, session, sharing, issue, [...addressed, ...told]);
    if (issued !== version) throw new AppError("record.changed-meanwhile");
    updateSharingRecord(db, sharing.id, { state: "shared", sharedAt: sharing.sharedAt ?? at, number });
    return { version, bulletin, indicators, notice };
  });
}

async function planIssue(
  session: BookSession,
  sanitiser: Sanitiser,
  { id, at = session.now() }: IssueOrder,
  signal: AbortSignal | undefined,
): Promise<Plan> {
  const ref = { kind: "sharing", id } as const;
  const sharing = session.read((db) => {
    const record = requireStanding(db, id);
    requireRecipients(db, record, at);
    return record;
  });
  const { inspection, verdict } = await judgeText(session, sanitiser, ref, "share", signal);
  requireOpen(verdict, sharing.title);
  return session.read((db) => {
    const isFirst = sharing.sharedAt === null;
    const plan: Plan = {
      sharing,
      at,
      version: nextVersion(db, sharing),
      kind: isFirst ? "first" : "correction",
      note: isFirst ? null : sharing.correctionNote,
      number: sharing.number ?? nextNumber(db, dayOf(sharing.sharedAt ?? at)),
      inspection,
      earlier: leftOut(db, sharing, dayOf(at)),
    };
    requireUnchanged(db, plan);
    return plan;
  });
}

function requireRecipients(db: ReadableDb, { id, title }: SharingRecord, at: number): RecipientRef[] {
  const recipients = recipientsOn(db, id, dayOf(at));
  if (recipients.length === 0) throw new AppError("sharings.nobody-to-tell", { title });
  return recipients;
}

type Files = { bulletin: CheckedFile; indicators: CheckedFile | null; notice: CheckedFile | null };

async function makeFiles(
  session: BookSession,
  sanitiser: Sanitiser,
  plan: Plan,
  signal: AbortSignal | undefined,
): Promise<Files> {
  const { sharing, at, version, number, note, inspection } = plan;
  const { fingerprint, enclosed } = inspection.text;
  const indicators = enclosed?.indicators ?? [];
  const printed = session.read((db) => ({
    ...composePrinted(db, inspection, dayOf(at), false),
    ...nextIssueOf(db, sharing.id),
    number,
    indicators: indicators.length > MOST_PRINTED ? [] : indicators,
  }));
  const looked = leakOptionsFor(inspection);
  const file = {
    destination: "share" as const,
    text: { id: sharing.id, sha256: fingerprint },
    ...looked,
    // A note was looked through before the gate opened.
    allowed: note === null ? looked.allowed : [...looked.allowed, note],
    signal,
  };
  const bulletin = await checkFile(sanitiser, {
    ...file,
    bytes: (stop) => printText(printed, "pdf", stop),
    format: "pdf",
    fileName: sharingWords.bulletinFile(number, version),
  });
  const list =
    indicators.length === 0
      ? null
      : await checkFile(sanitiser, {
          ...file,
          bytes: writeIndicatorCsv(indicators),
          format: "csv",
          fileName: sharingWords.listFile(number, version),
        });
  const notice =
    plan.earlier.length === 0
      ? null
      : await checkFile(sanitiser, {
          ...file,
          bytes: (stop) => printNotice(noticeOf(plan), stop),
          format: "pdf",
          fileName: sharingWords.noticeFile("correction", `${number}_${version}`),
        });
  return { bulletin, indicators: list, notice };
}

function noticeOf({ sharing, at, number, note }: Plan): Notice {
  const { title, tlp, sharedAt } = sharing;
  return { kind: "correction", number, title, tlp, sharedOn: dayOf(sharedAt ?? at), day: dayOf(at), reason: note };
}

/**
 * All that goes out, its readers, release and consents are what they were when the files were made; terms have to hold on the
 * day it is given out, too.
 */
function requireUnchanged(db: ReadableDb, { sharing, at, number, inspection, earlier }: Plan): void {
  const { id, title, sharedAt } = sharing;
  const present = requireStanding(db, id);
  const isSame =
    readText(db, { kind: "sharing", id }).fingerprint === inspection.text.fingerprint &&
    present.sharedAt === sharedAt &&
    (present.number === number || !numberExists(db, number)) &&
    JSON.stringify(leftOut(db, sharing, dayOf(at))) === JSON.stringify(earlier);
  if (!isSame) throw new AppError("record.changed-meanwhile");
  requireOpen(verdictOf(agreementConditions(db, inspection, "share", dayOf(at))), title);
}
