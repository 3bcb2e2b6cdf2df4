import type { DeliveryRef } from "#shared/contract/sharings.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { findDeliveries, findIssues, updateDelivery } from "./issueRepository.ts";
import { ensureFirstIssue } from "./ledgerOfSharing.ts";
import { requireSharing } from "./sharingService.ts";

/**
 * Writes down what a recipient answered to what they were sent, also that they found nothing.
 * @throws AppError record.not-found
 */
export function recordDeliveryAnswer(
  db: WritableDb,
  session: BookSession,
  delivery: DeliveryRef,
  { at, answer }: { at: number; answer: string },
): void {
  const id = "deliveryId" in delivery ? delivery.deliveryId : findOrBeginDelivery(db, session, delivery);
  if (id === undefined || !updateDelivery(db, id, { answeredAt: at, answer })) {
    throw new AppError("record.not-found", { record: id ?? "" });
  }
}

/** The recipient's copy of the last version they were sent. */
function findOrBeginDelivery(
  db: WritableDb,
  session: BookSession,
  { sharingId, recipientId }: { sharingId: string; recipientId: string },
): string | undefined {
  ensureFirstIssue(db, session, requireSharing(db, sharingId));
  return findDeliveryTo(db, sharingId, recipientId);
}

function findDeliveryTo(db: ReadableDb, sharingId: string, recipientId: string): string | undefined {
  const issues = findIssues(db, [sharingId]).filter(({ kind }) => kind !== "withdrawal");
  for (const { id } of issues.toReversed()) {
    const found = findDeliveries(db, [id]).find(({ recipient }) => recipient.id === recipientId);
    if (found) return found.id;
  }
  return undefined;
}
