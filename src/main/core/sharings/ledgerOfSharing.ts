import { dayOf } from "#shared/domain/moment.ts";
import type { SharingIssue } from "#shared/contract/sharings.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { readText } from "../sanitising/textRepository.ts";
import { findLastIssue, insertIssue, type DeliveredPart, type RecipientRef } from "./issueRepository.ts";
import { reachAudience } from "./reachAudience.ts";
import type { SharingRecord } from "./sharingRepository.ts";

/** Everybody whom a sharing's audience comes to on a day (Asia/Tokyo), each once: organisations, then frameworks. */
export function recipientsOn(db: ReadableDb, sharingId: string, day: string): RecipientRef[] {
  const { organizationIds, frameworkIds } = reachAudience(db, sharingId, day);
  return [
    ...organizationIds.map((organizationId) => ({ organizationId, frameworkId: null })),
    ...frameworkIds.map((frameworkId) => ({ organizationId: null, frameworkId })),
  ];
}

export type NewIssue = {
  kind: SharingIssue["kind"];
  at: number;
  note: string | null;
  /** Its title as it goes out; null where nobody kept it. */
  title: string | null;
  bulletinId: string | null;
  indicatorsId: string | null;
  noticeId: string | null;
};

/**
 * Writes down that a sharing was given out again, and to whom.
 * @returns the version
 */
export function addIssue(
  db: WritableDb,
  session: BookSession,
  sharing: SharingRecord,
  issue: NewIssue,
  recipients: readonly (RecipientRef & { part: DeliveredPart })[],
): number {
  ensureFirstIssue(db, session, sharing);
  const version = (findLastIssue(db, sharing.id)?.version ?? 0) + 1;
  const row = {
    ...issue,
    id: session.newId(),
    sharingId: sharing.id,
    version,
    by: session.actor,
    textSha256: fingerprintNow(db, sharing),
  };
  insertIssue(db, row, recipients, session.newId);
  return version;
}

/**
 * A sharing that was given out before the ledger began gets its first line: it went to its audience on the day it was
 * shared. Who gave it out nobody wrote down.
 */
export function ensureFirstIssue(db: WritableDb, session: BookSession, sharing: SharingRecord): void {
  const { id, sharedAt } = sharing;
  if (sharedAt === null || findLastIssue(db, id)) return;
  const issue = {
    id: session.newId(),
    sharingId: id,
    version: 1,
    kind: "first",
    at: sharedAt,
    by: "",
    textSha256: sharing.author === null ? fingerprintNow(db, sharing) : "",
    title: sharing.author === null ? sharing.title : null,
    note: null,
    bulletinId: null,
    indicatorsId: null,
    noticeId: null,
  };
  const recipients = recipientsOn(db, id, dayOf(sharedAt)).map((recipient) => ({
    ...recipient,
    part: "bulletin" as const,
  }));
  insertIssue(db, issue, recipients, session.newId);
}

const fingerprintNow = (db: ReadableDb, { id }: SharingRecord): string =>
  readText(db, { kind: "sharing", id }).fingerprint;
