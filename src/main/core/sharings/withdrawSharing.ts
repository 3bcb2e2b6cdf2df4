import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { readMatter } from "../sanitising/readMatter.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { findIssues, updateIssue, type IssueRecord } from "./issueRepository.ts";
import { requireClearNote } from "./judgeNote.ts";
import { addIssue, ensureFirstIssue } from "./ledgerOfSharing.ts";
import { everybodyWhoGotIt } from "./leftOut.ts";
import { requireSharing, requireStanding } from "./sharingService.ts";
import { updateSharingRecord, type SharingRecord } from "./sharingRepository.ts";

export type Withdrawal = { id: string; reason: string };

/**
 * Withdraws a sharing. One that was given out was given out all the same (it stays in the quarter's number), and everybody who
 * was sent any version of it is to be told: the notice (see giveNotice) says why, so the reason may tell nothing. One that was
 * not given out is dropped, for a reason that stays in the book.
 *
 * @throws AppError record.not-found, sharings.withdrawn, sharings.note-tells
 */
export async function withdrawSharing(
  session: BookSession,
  sanitiser: Sanitiser,
  { id, reason }: Withdrawal,
  signal?: AbortSignal,
): Promise<void> {
  const { sharing, stake } = session.read((db) => ({
    sharing: requireStanding(db, id),
    stake: readMatter(db, { kind: "sharing", id }).stake,
  }));
  if (sharing.sharedAt !== null) await requireClearNote(sanitiser, reason, stake, signal);
  session.write("sharings.withdraw", (db) => storeWithdrawal(db, session, requireSame(db, sharing), reason));
}

/** It was given out or not when the reason was judged: it still is as it was. */
function requireSame(db: ReadableDb, { id, sharedAt }: SharingRecord): SharingRecord {
  const present = requireStanding(db, id);
  if (present.sharedAt !== sharedAt) throw new AppError("record.changed-meanwhile");
  return present;
}

function storeWithdrawal(db: WritableDb, session: BookSession, sharing: SharingRecord, reason: string): void {
  const { id, sharedAt } = sharing;
  if (sharedAt !== null) {
    ensureFirstIssue(db, session, sharing);
    const issue = {
      kind: "withdrawal",
      note: reason,
      at: session.now(),
      title: findIssues(db, [id]).at(-1)?.title ?? null,
      bulletinId: null,
      indicatorsId: null,
      noticeId: null,
    } as const;
    const recipients = everybodyWhoGotIt(db, sharing).map((recipient) => ({ ...recipient, part: "notice" as const }));
    addIssue(db, session, sharing, issue, recipients);
  }
  updateSharingRecord(db, id, { state: "withdrawn", withdrawnReason: reason });
}

/**
 * The withdrawal of a sharing of which nobody has been told yet.
 * @throws AppError record.not-found when there is none
 */
export function requireUntold(db: ReadableDb, id: string): { sharing: SharingRecord; withdrawal: IssueRecord } {
  const sharing = requireSharing(db, id);
  const last = findIssues(db, [id]).at(-1);
  if (sharing.state !== "withdrawn" || last?.kind !== "withdrawal" || last.noticeId !== null) {
    throw new AppError("record.not-found", { record: id });
  }
  return { sharing, withdrawal: last };
}

/**
 * Says in other words why it was withdrawn, as long as nobody was told. Whoever does so is the author of the notice then.
 * @throws AppError record.not-found, sharings.note-tells
 */
export async function rewordWithdrawal(
  session: BookSession,
  sanitiser: Sanitiser,
  { id, reason }: Withdrawal,
  signal?: AbortSignal,
): Promise<void> {
  const stake = session.read((db) => {
    requireUntold(db, id);
    return readMatter(db, { kind: "sharing", id }).stake;
  });
  await requireClearNote(sanitiser, reason, stake, signal);
  session.write("sharings.rewordWithdrawal", (db) => {
    const { withdrawal } = requireUntold(db, id);
    updateIssue(db, withdrawal.id, { note: reason, by: session.actor });
    updateSharingRecord(db, id, { withdrawnReason: reason });
  });
}
