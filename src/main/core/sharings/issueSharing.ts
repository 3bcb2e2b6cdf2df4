import { dayOf } from "#shared/domain/moment.ts";
import { exitWords } from "#shared/messages/printed/exitWords.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { requireOpen, verdictOf } from "../gate/condition.ts";
import { countExits } from "../gate/gateRepository.ts";
import { leakOptionsFor } from "../gate/lookedAt.ts";
import { checkFile, keepFile, type CheckedFile, type TakenFile } from "../gate/takeOutFile.ts";
import { agreementConditions, judgeText } from "../gate/textVerdict.ts";
import { composePrinted } from "../gate/writeOut.ts";
import { printText } from "../printing/printText.ts";
import type { Inspection } from "../sanitising/inspectText.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { textSha256 } from "../sanitising/textSha256.ts";
import { findListedIndicators, type ListedIndicator } from "./indicatorRepository.ts";
import { findLastIssue, type RecipientRef } from "./issueRepository.ts";
import { judgeIndicators, outgoingIndicators } from "./judgeIndicators.ts";
import { addIssue, recipientsOn, type NewIssue } from "./ledgerOfSharing.ts";
import { requireStanding } from "./sharingService.ts";
import { updateSharingRecord, type SharingRecord } from "./sharingRepository.ts";
import { writeIndicatorCsv } from "./writeIndicatorCsv.ts";

/** A longer list is not for reading: it goes as CSV alone. */
const MOST_PRINTED = 300;

export type IssueOrder = {
  id: string;
  /** When it is given out; now when left out. */
  at?: number | undefined;
  /** What a correction corrects. */
  note: string | null;
};

export type IssuedSharing = { version: number; bulletin: TakenFile; indicators: TakenFile | null };

/** All that is settled before the files are made, and has to hold still when they are stored. */
type Plan = {
  sharing: SharingRecord;
  at: number;
  version: number;
  kind: NewIssue["kind"];
  note: string | null;
  inspection: Inspection;
  listed: readonly ListedIndicator[];
  indicators: readonly { kind: string; value: string }[];
};

/**
 * Gives a sharing out: bulletin and list of indicators pass the gate and are kept, and the ledger says to whom they go: every
 * organisation and framework that the audience comes to that day. The first time makes it shared; later ones are corrections
 * of the same sharing, which stays in the quarter it was shared in. All is written in one transaction or nothing is.
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
  const [bulletin, indicators] = await makeFiles(session, sanitiser, plan, signal);
  return session.write("sharings.issue", (db) => {
    const { sharing, at, kind, note, version } = plan;
    requireUnchanged(db, plan);
    const kept = keepFile(db, session, bulletin);
    const keptIndicators = indicators && keepFile(db, session, indicators);
    const issue = { kind, at, note, bulletinId: kept.artifactId, indicatorsId: keptIndicators?.artifactId ?? null };
    const issued = addIssue(db, session, sharing, issue, requireRecipients(db, sharing, at));
    if (issued !== version) throw new AppError("record.changed-meanwhile");
    updateSharingRecord(db, sharing.id, { state: "shared", sharedAt: sharing.sharedAt ?? at });
    return { version, bulletin: kept, indicators: keptIndicators };
  });
}

async function planIssue(
  session: BookSession,
  sanitiser: Sanitiser,
  { id, at = session.now(), note }: IssueOrder,
  signal: AbortSignal | undefined,
): Promise<Plan> {
  const ref = { kind: "sharing", id } as const;
  const { sharing, listed } = session.read((db) => {
    const record = requireStanding(db, id);
    requireRecipients(db, record, at);
    return { sharing: record, listed: findListedIndicators(db, id) };
  });
  const { inspection, verdict } = await judgeText(session, sanitiser, ref, "share", signal);
  requireOpen(verdict, sharing.title);
  const judged = await judgeIndicators(sanitiser, listed, inspection.stake, signal);
  const plan = {
    sharing,
    at,
    version: session.read((db) => nextVersion(db, sharing)),
    kind: sharing.sharedAt === null ? ("first" as const) : ("correction" as const),
    note,
    inspection,
    listed,
    indicators: outgoingIndicators(judged),
  };
  session.read((db) => requireUnchanged(db, plan));
  return plan;
}

function requireRecipients(db: ReadableDb, { id, title }: SharingRecord, at: number): RecipientRef[] {
  const recipients = recipientsOn(db, id, dayOf(at));
  if (recipients.length === 0) throw new AppError("sharings.nobody-to-tell", { title });
  return recipients;
}

function nextVersion(db: ReadableDb, { id, sharedAt }: SharingRecord): number {
  return (findLastIssue(db, id)?.version ?? (sharedAt === null ? 0 : 1)) + 1;
}

async function makeFiles(
  session: BookSession,
  sanitiser: Sanitiser,
  plan: Plan,
  signal: AbortSignal | undefined,
): Promise<[CheckedFile, CheckedFile | null]> {
  const { sharing, at, version, kind, note, inspection, indicators } = plan;
  const day = dayOf(at);
  const printedList = indicators.length > MOST_PRINTED ? [] : indicators;
  const { printed, number } = session.read((db) => ({
    printed: {
      ...composePrinted(db, inspection, day, false),
      issue: { version, kind, note },
      indicators: printedList,
    },
    number: countExits(db, dayOf(session.now())) + 1,
  }));
  const file = {
    destination: "share" as const,
    text: { id: sharing.id, sha256: inspection.sha256 },
    ...leakOptionsFor(inspection),
    signal,
  };
  const bulletin = await checkFile(sanitiser, {
    ...file,
    bytes: (stop) => printText(printed, "pdf", stop),
    format: "pdf",
    fileName: exitWords.fileName("bulletin", day, number, false, "pdf"),
  });
  if (indicators.length === 0) return [bulletin, null];
  const list = await checkFile(sanitiser, {
    ...file,
    bytes: writeIndicatorCsv(indicators),
    format: "csv",
    fileName: exitWords.fileName("bulletin", day, number, false, "csv"),
  });
  return [bulletin, list];
}

/**
 * Words, labels, readers, list, release and consents are what they were when the files were made; terms have to hold on the day
 * it is given out, too.
 */
function requireUnchanged(db: ReadableDb, { sharing, at, inspection, listed }: Plan): void {
  const present = requireStanding(db, sharing.id);
  const isSame =
    textSha256(present) === inspection.sha256 &&
    present.tlp === sharing.tlp &&
    present.pap === sharing.pap &&
    present.sharedAt === sharing.sharedAt &&
    JSON.stringify(findListedIndicators(db, sharing.id)) === JSON.stringify(listed);
  if (!isSame) throw new AppError("record.changed-meanwhile");
  requireOpen(verdictOf(agreementConditions(db, inspection, "share", dayOf(at))), sharing.title);
}
