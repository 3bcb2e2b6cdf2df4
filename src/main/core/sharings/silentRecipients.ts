import type { RecordName } from "#shared/contract/common.ts";
import type { DeliveryRef, SilentRecipient } from "#shared/contract/sharings.ts";
import { DAY_MS, dayOf, startOfDay } from "#shared/domain/moment.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findFrameworksAsOf, findOrganizationNames } from "../roster/rosterRepository.ts";
import { findProviders, readText } from "../sanitising/textRepository.ts";
import { findDeliveries, findIssues, findLastAnswers } from "./issueRepository.ts";
import { recipientsOn } from "./ledgerOfSharing.ts";
import { findSharedSince, type SharingRecord } from "./sharingRepository.ts";
import { findSightingsOfSharings } from "./sightingRepository.ts";

const YEAR_MS = 365 * DAY_MS;
/** As many of one recipient are told one by one. */
const MOST_SENT = 50;

type Sent = { recipient: RecordName; sharing: SharingRecord; at: number; delivery: DeliveryRef; answered: boolean };

/**
 * Who was sent what since a day and has neither answered nor seen it, longest silence first. An answer to any version of a
 * sharing is an answer to it; who reported it need not say that they saw it.
 *
 * @param sinceDay in Asia/Tokyo; the last twelve months when null
 */
export function silentRecipients(db: ReadableDb, sinceDay: string | null, nowMs: number): SilentRecipient[] {
  const shared = findSharedSince(db, sinceDay === null ? nowMs - YEAR_MS : startOfDay(sinceDay));
  const ids = shared.map(({ id }) => id);
  const seen = findSightingsOfSharings(db, ids);
  const saw = new Set(seen.map(({ sharingId, organizationId }) => `${sharingId} ${organizationId}`));
  const lastAnswers = findLastAnswers(db);
  for (const { organizationId, at } of seen) {
    lastAnswers.set(organizationId, Math.max(at, lastAnswers.get(organizationId) ?? at));
  }
  const providers = new Set(shared.flatMap(({ id }) => providersOf(db, id).map((provider) => `${id} ${provider}`)));
  const open = sentOf(db, shared).filter(({ answered, sharing, recipient }) => {
    const key = `${sharing.id} ${recipient.id}`;
    return !answered && !saw.has(key) && !providers.has(key);
  });
  return [...Map.groupBy(open, ({ recipient }) => recipient.id).values()]
    .map((sent) => describe(sent, lastAnswers))
    .sort((a, b) => (a.lastAnsweredAt ?? -Infinity) - (b.lastAnsweredAt ?? -Infinity) || b.total - a.total);
}

/** Ids of the organisations and frameworks that provided what a sharing tells. */
function providersOf(db: ReadableDb, sharingId: string): string[] {
  return findProviders(db, readText(db, { kind: "sharing", id: sharingId })).flatMap(({ party }) =>
    "organizationId" in party ? [party.organizationId] : "frameworkId" in party ? [party.frameworkId] : [],
  );
}

function describe(sent: readonly Sent[], lastAnswers: ReadonlyMap<string, number>): SilentRecipient {
  const recipient = sent[0]?.recipient ?? { id: "", title: "" };
  const latest = sent.toSorted((a, b) => b.at - a.at).slice(0, MOST_SENT);
  return {
    recipient,
    sent: latest.map(({ sharing, at, delivery }) => ({
      sharing: { id: sharing.id, title: sharing.title },
      at,
      delivery,
    })),
    total: sent.length,
    lastAnsweredAt: lastAnswers.get(recipient.id) ?? null,
  };
}

/** Each recipient's copy of each sharing, once: the last version of the ledger, or who was to get it before there was one. */
function sentOf(db: ReadableDb, shared: readonly SharingRecord[]): Sent[] {
  const issues = findIssues(
    db,
    shared.map(({ id }) => id),
  ).filter(({ kind }) => kind !== "withdrawal");
  const issuesOf = Map.groupBy(issues, ({ sharingId }) => sharingId);
  const deliveriesOf = Map.groupBy(
    findDeliveries(
      db,
      issues.map(({ id }) => id),
    ),
    ({ issueId }) => issueId,
  );
  const nameOf = readNames(db);
  return shared.flatMap((sharing) => {
    const own = issuesOf.get(sharing.id);
    if (!own) return derive(db, sharing, nameOf);
    const copies = new Map<string, Sent>();
    for (const { id, at } of own) {
      for (const { id: deliveryId, recipient, answeredAt, part } of deliveriesOf.get(id) ?? []) {
        if (part === "notice") continue;
        const answered = answeredAt !== null || copies.get(recipient.id)?.answered === true;
        copies.set(recipient.id, { recipient, sharing, at, delivery: { deliveryId }, answered });
      }
    }
    return [...copies.values()];
  });
}

type NameOf = (id: string) => string;

function readNames(db: ReadableDb): NameOf {
  const organizations = findOrganizationNames(db);
  const frameworks = new Map(findFrameworksAsOf(db, dayOf(0)).map(({ id, name }) => [id, name]));
  return (id) => organizations.get(id)?.name ?? frameworks.get(id) ?? "";
}

function derive(db: ReadableDb, sharing: SharingRecord, nameOf: NameOf): Sent[] {
  const at = sharing.sharedAt ?? 0;
  return recipientsOn(db, sharing.id, dayOf(at)).flatMap(({ organizationId, frameworkId }) => {
    const recipientId = organizationId ?? frameworkId;
    if (recipientId === null) return [];
    const recipient = { id: recipientId, title: nameOf(recipientId) };
    return [{ recipient, sharing, at, delivery: { sharingId: sharing.id, recipientId }, answered: false }];
  });
}
