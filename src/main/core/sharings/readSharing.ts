import type { LeavingPart } from "#shared/contract/approvals.ts";
import type { SharingDetail, SharingIssue } from "#shared/contract/sharings.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findReportsOfSharing } from "../reports/reportRepository.ts";
import { readMatter } from "../sanitising/readMatter.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { changedParts } from "../sanitising/fingerprint.ts";
import { readText } from "../sanitising/textRepository.ts";
import { findAudience } from "./audienceRepository.ts";
import { findListedIndicators } from "./indicatorRepository.ts";
import { findDeliveries, findFileNames, findIssues } from "./issueRepository.ts";
import { leftOut, notYetReached } from "./leftOut.ts";
import { withWaiting } from "./listSharings.ts";
import { reachAudience } from "./reachAudience.ts";
import {
  findApprovalsOf,
  findFollowUps,
  findSharing,
  findSharingRecord,
  type SharingRecord,
} from "./sharingRepository.ts";
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
  const indicators = await judgeIndicators(sanitiser, listed, stake);
  return { ...detail, indicators };
}

function readRecord(db: ReadableDb, id: string, nowMs: number): Omit<SharingDetail, "indicators"> {
  const found = findSharing(db, id);
  if (!found) throw new AppError("record.not-found", { record: id });
  const { record } = found;
  const audience = findAudience(db, id);
  const follows = record.followsId === null ? undefined : findSharingRecord(db, record.followsId);
  const issues = readIssues(db, id);
  const { fingerprint } = readText(db, { kind: "sharing", id });
  const partsChanged = partsSinceIssue(db, record, fingerprint);
  const changedSinceIssue = partsChanged.length > 0;
  // What is about to go out comes to whom it comes to today.
  const dayMs = changedSinceIssue ? nowMs : (record.sharedAt ?? nowMs);
  const reached = reachAudience(db, id, dayOf(dayMs)).organizationIds.length;
  return {
    ...withWaiting(db, found, nowMs),
    body: record.body,
    sha256: fingerprint,
    author: record.author,
    number: record.number,
    changedSinceIssue,
    partsChanged,
    correctionNote: record.correctionNote,
    holdEarlier: record.state === "shared" ? leftOut(db, record, dayOf(nowMs)).length : 0,
    notYetReached: record.state === "shared" ? notYetReached(db, record, dayOf(nowMs)).length : 0,
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
  const names = findFileNames(
    db,
    issues.flatMap(({ bulletinId, indicatorsId, noticeId }) => [bulletinId, indicatorsId, noticeId]),
  );
  const fileOf = (artifactId: string | null) =>
    artifactId === null ? null : { artifactId, fileName: names.get(artifactId) ?? "" };
  return issues.map(({ id, version, kind, at, by, note, bulletinId, indicatorsId, noticeId }) => ({
    version,
    kind,
    at,
    by,
    note,
    bulletin: fileOf(bulletinId),
    indicators: fileOf(indicatorsId),
    notice: fileOf(noticeId),
    deliveries: (deliveries.get(id) ?? []).map(({ id: deliveryId, recipient, answeredAt, answer, part }) => ({
      id: deliveryId,
      recipient,
      answeredAt,
      answer,
      part,
    })),
  }));
}

/**
 * What is not as it went out last. What was given out before the ledger began is as it went, until somebody writes here; what a
 * correction says of itself is no change of what went out.
 */
function partsSinceIssue(
  db: ReadableDb,
  { id, author, state }: Pick<SharingRecord, "id" | "author" | "state">,
  fingerprint: string,
): LeavingPart[] {
  if (state !== "shared") return [];
  const last = findIssues(db, [id]).at(-1);
  if (!last) return author === null ? [] : ["words"];
  return changedParts(last.textSha256, fingerprint).filter((part) => part !== "note");
}
