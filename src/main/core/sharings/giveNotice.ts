import { dayOf } from "#shared/domain/moment.ts";
import { sharingWords } from "#shared/messages/printed/sharingWords.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import { leakOptionsFor } from "../gate/lookedAt.ts";
import { checkFile, keepFile, type TakenFile } from "../gate/takeOutFile.ts";
import { isSamePerson } from "../gate/textVerdict.ts";
import type { Stake } from "../sanitising/maskText.ts";
import { readMatter } from "../sanitising/readMatter.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { updateIssue, type IssueRecord } from "./issueRepository.ts";
import { requireClearNote } from "./judgeNote.ts";
import { printNotice, type Notice } from "./printNotice.ts";
import type { SharingRecord } from "./sharingRepository.ts";
import { requireUntold } from "./withdrawSharing.ts";

/**
 * The notice that a sharing was withdrawn, for everybody who was sent any version of it: a second person looks at the reason
 * and makes it. It passes the gate as everything else that leaves.
 *
 * @throws AppError record.not-found when nothing was withdrawn or they were told already; gate.same-person for whoever worded
 *   the reason; sharings.note-tells; gate.leak, gate.unreadable; publishing.typesetting-failed; record.changed-meanwhile;
 *   call.cancelled
 */
export async function giveNotice(
  session: BookSession,
  sanitiser: Sanitiser,
  id: string,
  signal?: AbortSignal,
): Promise<TakenFile> {
  const { sharing, withdrawal, matter } = session.read((db) => ({
    ...requireUntold(db, id),
    matter: readMatter(db, { kind: "sharing", id }),
  }));
  if (isSamePerson(withdrawal.by, session.actor)) throw new AppError("gate.same-person", { author: withdrawal.by });
  await requireClearNote(sanitiser, withdrawal.note, matter.stake, signal);
  const looked = leakOptionsFor(matter);
  const { number, day, ...notice } = noticeOf(sharing, withdrawal, dayOf(session.now()));
  // What was looked at when it went out may tell by what is known today: then the number has to do.
  if (await isTelling(sanitiser, notice.title, matter.stake, signal)) notice.title = null;
  const file = await checkFile(sanitiser, {
    destination: "share",
    text: { id, sha256: withdrawal.textSha256 },
    ...looked,
    // The title as it went out was looked at before it did.
    allowed: [...looked.allowed, notice.reason ?? "", notice.title ?? ""],
    signal,
    bytes: (stop) => printNotice({ number, day, ...notice }, stop),
    format: "pdf",
    fileName: sharingWords.noticeFile("withdrawal", number ?? day.replaceAll("-", "")),
  });
  return session.write("sharings.giveNotice", (db) => {
    const present = requireUntold(db, id).withdrawal;
    if (present.note !== withdrawal.note || present.by !== withdrawal.by)
      throw new AppError("record.changed-meanwhile");
    const taken = keepFile(db, session, file);
    updateIssue(db, present.id, { noticeId: taken.artifactId });
    return taken;
  });
}

async function isTelling(sanitiser: Sanitiser, title: string | null, stake: Stake, signal?: AbortSignal) {
  if (title === null) return false;
  const findings = await sanitiser.scan(title, { ...stake, novelty: false, ...(signal && { signal }) });
  return findings.some(({ severity }) => severity === "must");
}

function noticeOf({ number, tlp, sharedAt }: SharingRecord, { title, at, note }: IssueRecord, day: string): Notice {
  return { kind: "withdrawal", number, title, tlp, sharedOn: dayOf(sharedAt ?? at), day, reason: note };
}
