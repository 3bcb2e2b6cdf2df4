import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { findDeliveries, findIssues, type RecipientRef } from "./issueRepository.ts";
import { addIssue, ensureFirstIssue } from "./ledgerOfSharing.ts";
import { requireStanding } from "./sharingService.ts";
import { updateSharingRecord } from "./sharingRepository.ts";

/**
 * Withdraws a sharing. One that was given out was given out all the same (it stays in the quarter's number), and everybody who
 * was sent any version of it has to be told; one that was not is dropped.
 *
 * @throws AppError record.not-found, sharings.withdrawn
 */
export function withdrawSharing(db: WritableDb, session: BookSession, id: string, reason: string): void {
  const sharing = requireStanding(db, id);
  if (sharing.sharedAt !== null) {
    ensureFirstIssue(db, session, sharing);
    const issue = {
      kind: "withdrawal",
      note: reason,
      at: session.now(),
      bulletinId: null,
      indicatorsId: null,
    } as const;
    addIssue(db, session, sharing, issue, everybodyWhoGotIt(db, id));
  }
  updateSharingRecord(db, id, { state: "withdrawn", withdrawnReason: reason });
}

function everybodyWhoGotIt(db: ReadableDb, sharingId: string): RecipientRef[] {
  const issueIds = findIssues(db, [sharingId]).map((issue) => issue.id);
  const recipients = findDeliveries(db, issueIds).map(({ recipient, organizationId, frameworkId }) => {
    return [recipient.id, { organizationId, frameworkId }] as const;
  });
  return [...new Map(recipients).values()];
}
