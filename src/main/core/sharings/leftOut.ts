import type { ReadableDb } from "../database/handles.ts";
import { findDeliveries, findIssues, type RecipientRef } from "./issueRepository.ts";
import { recipientsOn } from "./ledgerOfSharing.ts";
import type { SharingRecord } from "./sharingRepository.ts";
import { dayOf } from "#shared/domain/moment.ts";

/** Everybody who was sent any version of a sharing, each once; of one from before the ledger, who was to get it. */
export function everybodyWhoGotIt(
  db: ReadableDb,
  { id, sharedAt }: Pick<SharingRecord, "id" | "sharedAt">,
): RecipientRef[] {
  if (sharedAt === null) return [];
  const issues = findIssues(db, [id]);
  if (issues.length === 0) return recipientsOn(db, id, dayOf(sharedAt));
  const deliveries = findDeliveries(
    db,
    issues.map((issue) => issue.id),
  );
  const recipients = deliveries.map(({ recipient, organizationId, frameworkId }) => {
    return [recipient.id, { organizationId, frameworkId }] as const;
  });
  return [...new Map(recipients).values()];
}

/** Who are addressed on a day and have no version of it: they came to a SIG, or were added to the audience. */
export function notYetReached(
  db: ReadableDb,
  sharing: Pick<SharingRecord, "id" | "sharedAt">,
  day: string,
): RecipientRef[] {
  const got = new Set(everybodyWhoGotIt(db, sharing).map(keyOf));
  return recipientsOn(db, sharing.id, day).filter((recipient) => !got.has(keyOf(recipient)));
}

const keyOf = ({ organizationId, frameworkId }: RecipientRef) => organizationId ?? frameworkId;

/** Who hold an earlier version and are not addressed any more: they left a SIG, or were taken out of the audience. */
export function leftOut(db: ReadableDb, sharing: Pick<SharingRecord, "id" | "sharedAt">, day: string): RecipientRef[] {
  const addressed = new Set(recipientsOn(db, sharing.id, day).map(keyOf));
  return everybodyWhoGotIt(db, sharing).filter((recipient) => !addressed.has(keyOf(recipient)));
}
