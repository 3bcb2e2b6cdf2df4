import { and, asc, count, desc, eq, gte, inArray, lt, sql, type SQL } from "drizzle-orm";
import type { RecordName } from "#shared/contract/common.ts";
import type { SharingDetail, SharingRow } from "#shared/contract/sharings.ts";
import { spanOf, type Quarter } from "#shared/domain/quarter.ts";
import { ApprovalDecision, Origin, SharingState } from "#shared/domain/vocabulary.ts";
import { fullName } from "../database/fullName.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import {
  approvals,
  cases,
  frameworks,
  organizations,
  sharingCases,
  sharingRecipients,
  sharingReports,
  sharings,
  sightings,
  sigs,
} from "../database/schema.ts";

const rowColumns = {
  record: sharings,
  reportCount: sql<number>`(select count(*) from ${sharingReports} where ${sharingReports.sharingId} = ${fullName(sharings.id)})`,
  sightingCount: sql<number>`(select count(*) from ${sightings} where ${sightings.sharingId} = ${fullName(sharings.id)})`,
};

function selectRows(db: ReadableDb) {
  return db.select(rowColumns).from(sharings);
}

type SelectedRow = ReturnType<ReturnType<typeof selectRows>["all"]>[number];

function toRow({ record, reportCount, sightingCount }: SelectedRow): SharingRow {
  const { id, externalId, title, tlp, sharedAt } = record;
  return {
    id,
    externalId,
    title,
    origin: Origin.parse(record.origin),
    tlp,
    state: SharingState.parse(record.state),
    sharedAt,
    pap: null,
    column: SharingState.parse(record.state),
    version: 0,
    waitingCount: 0,
    reportCount,
    sightingCount,
  };
}

export type SharingListing = {
  filter: { quarter: Quarter | null; origin: Origin | null; states: readonly SharingState[] };
  offset: number;
  limit: number;
};

function conditionOf({ quarter, origin, states }: SharingListing["filter"]): SQL | undefined {
  const span = quarter === null ? undefined : spanOf(quarter);
  return and(
    span && and(gte(sharings.sharedAt, span.fromMs), lt(sharings.sharedAt, span.untilMs)),
    origin === null ? undefined : eq(sharings.origin, origin),
    states.length > 0 ? inArray(sharings.state, [...states]) : undefined,
  );
}

/** What waits (not given out yet) first, then the newest. */
export function findSharings(
  db: ReadableDb,
  { filter, offset, limit }: SharingListing,
): { total: number; rows: SharingRow[] } {
  const condition = conditionOf(filter);
  const rows = selectRows(db)
    .where(condition)
    .orderBy(sql`${sharings.sharedAt} is not null`, desc(sharings.sharedAt), asc(sharings.id))
    .limit(limit)
    .offset(offset)
    .all()
    .map(toRow);
  const counted = db.select({ total: count() }).from(sharings).where(condition).get();
  return { total: counted?.total ?? 0, rows };
}

export function findSharing(db: ReadableDb, id: string): { row: SharingRow; body: string } | undefined {
  const selected = selectRows(db).where(eq(sharings.id, id)).get();
  return selected && { row: toRow(selected), body: selected.record.body };
}

export function findCasesOfSharing(db: ReadableDb, sharingId: string): RecordName[] {
  return db
    .select({ id: cases.id, title: cases.title })
    .from(sharingCases)
    .innerJoin(cases, eq(cases.id, sharingCases.caseId))
    .where(eq(sharingCases.sharingId, sharingId))
    .orderBy(asc(cases.openedAt))
    .all();
}

/** SIGs and frameworks that a sharing goes to. */
export function findRecipientsOf(db: ReadableDb, sharingId: string): RecordName[] {
  return db
    .select({
      id: sql<string>`coalesce(${sigs.id}, ${frameworks.id})`,
      title: sql<string>`coalesce(${sigs.name}, ${frameworks.name})`,
    })
    .from(sharingRecipients)
    .leftJoin(sigs, eq(sigs.id, sharingRecipients.sigId))
    .leftJoin(frameworks, eq(frameworks.id, sharingRecipients.frameworkId))
    .where(eq(sharingRecipients.sharingId, sharingId))
    .orderBy(asc(sigs.externalId), asc(frameworks.externalId))
    .all();
}

export function findApprovalsOf(db: ReadableDb, sharingId: string): SharingDetail["approvals"] {
  return db
    .select({ approval: approvals, organization: { id: organizations.id, title: organizations.name } })
    .from(approvals)
    .innerJoin(organizations, eq(organizations.id, approvals.organizationId))
    .where(eq(approvals.sharingId, sharingId))
    .orderBy(asc(approvals.position))
    .all()
    .map(({ approval: { at, how, decision, conditions }, organization }) => ({
      organization,
      at,
      how,
      decision: ApprovalDecision.parse(decision),
      conditions,
    }));
}

export function findSightingsOf(db: ReadableDb, sharingId: string): SharingDetail["sightings"] {
  return db
    .select({ sighting: sightings, name: organizations.name })
    .from(sightings)
    .innerJoin(organizations, eq(organizations.id, sightings.organizationId))
    .where(eq(sightings.sharingId, sharingId))
    .orderBy(asc(sightings.at))
    .all()
    .map(({ sighting: { id, organizationId, at, note }, name }) => ({
      id,
      organization: { id: organizationId, title: name },
      at,
      note,
      report: null,
      consent: null,
      consentAskedAt: null,
    }));
}

export function countSharings(db: ReadableDb, states: readonly SharingState[]): number {
  return (
    db
      .select({ total: count() })
      .from(sharings)
      .where(inArray(sharings.state, [...states]))
      .get()?.total ?? 0
  );
}

export type SharingRecord = typeof sharings.$inferSelect;

export function findSharingRecord(db: ReadableDb, id: string): SharingRecord | undefined {
  return db.select().from(sharings).where(eq(sharings.id, id)).get();
}

export function findSharingState(db: ReadableDb, id: string): SharingState | undefined {
  return SharingState.optional().parse(findSharingRecord(db, id)?.state);
}

export function insertSharing(db: WritableDb, record: typeof sharings.$inferInsert): void {
  db.insert(sharings).values(record).run();
}

export function updateSharingRecord(db: WritableDb, id: string, fields: Partial<typeof sharings.$inferInsert>): void {
  if (Object.keys(fields).length === 0) return;
  db.update(sharings).set(fields).where(eq(sharings.id, id)).run();
}
