import type { SharingDetail, SharingIndicator, SharingIssue } from "#shared/contract/sharings.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findReportsOfSharing } from "../reports/reportRepository.ts";
import { readMatter } from "../sanitising/readMatter.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { textSha256 } from "../sanitising/textSha256.ts";
import { findAudience } from "./audienceRepository.ts";
import { findListedIndicators } from "./indicatorRepository.ts";
import { findDeliveries, findIssues } from "./issueRepository.ts";
import { withWaiting } from "./listSharings.ts";
import { reachAudience } from "./reachAudience.ts";
import { findApprovalsOf, findFollowUps, findSharing, findSharingRecord } from "./sharingRepository.ts";
import { findCasesOfSharing } from "./sharingPartsRepository.ts";
import { findSightingsOf } from "./sightingRepository.ts";
import { judgeIndicators } from "./judgeIndicators.ts";

/** @throws AppError record.not-found */
export async function readSharing(session: BookSession, sanitiser: Sanitiser, id: string): Promise<SharingDetail> {
  const { detail, listed, stake } = session.read((db) => ({
    detail: readRecord(db, id, session.now()),
    listed: findListedIndicators(db, id),
    stake: readMatter(db, { kind: "sharing", id }).stake,
  }));
  const indicators: SharingIndicator[] = await judgeIndicators(sanitiser, listed, stake);
  return { ...detail, indicators };
}

function readRecord(db: ReadableDb, id: string, nowMs: number): Omit<SharingDetail, "indicators"> {
  const found = findSharing(db, id);
  if (!found) throw new AppError("record.not-found", { record: id });
  const { record } = found;
  const audience = findAudience(db, id);
  const follows = record.followsId === null ? undefined : findSharingRecord(db, record.followsId);
  const issues = readIssues(db, id);
  const reached = reachAudience(db, id, dayOf(record.sharedAt ?? nowMs)).organizationIds.length;
  return {
    ...withWaiting(db, found),
    body: record.body,
    sha256: textSha256(record),
    author: record.author,
    changedSinceIssue: record.state === "shared" && isChanged(db, id, record),
    follows: follows ? { id: follows.id, title: follows.title } : null,
    followedBy: findFollowUps(db, id),
    withdrawnReason: record.withdrawnReason,
    reports: findReportsOfSharing(db, id),
    cases: findCasesOfSharing(db, id),
    recipients: [...audience.sigs, ...audience.frameworks, ...audience.organizations],
    audience: { ...audience, reached },
    issues,
    approvals: findApprovalsOf(db, id),
    sightings: findSightingsOf(db, id),
  };
}

function readIssues(db: ReadableDb, sharingId: string): SharingIssue[] {
  const issues = findIssues(db, [sharingId]);
  const deliveries = Map.groupBy(
    findDeliveries(
      db,
      issues.map(({ id }) => id),
    ),
    ({ issueId }) => issueId,
  );
  return issues.map(({ id, version, kind, at, by, note, bulletinId, indicatorsId }) => ({
    version,
    kind,
    at,
    by,
    note,
    bulletinId,
    indicatorsId,
    deliveries: (deliveries.get(id) ?? []).map(({ id: deliveryId, recipient, answeredAt, answer }) => ({
      id: deliveryId,
      recipient,
      answeredAt,
      answer,
    })),
  }));
}

/** What was given out before the ledger began is as it went, until somebody edits it here. */
function isChanged(
  db: ReadableDb,
  id: string,
  record: { title: string; body: string; author: string | null },
): boolean {
  const last = findIssues(db, [id]).at(-1);
  return last ? last.textSha256 !== textSha256(record) : record.author !== null;
}
