import { and, asc, count, desc, eq, gte, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import type { RecordName } from "#shared/contract/common.ts";
import type { BoardColumn, SharingDetail, SharingRow } from "#shared/contract/sharings.ts";
import { spanOf, type Quarter } from "#shared/domain/quarter.ts";
import { ApprovalDecision, Origin, SharingState } from "#shared/domain/vocabulary.ts";
import { fullName } from "../database/fullName.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import {
  approvalRequests,
  approvals,
  organizations,
  sharingIssues,
  sharingReports,
  sharings,
  sightings,
} from "../database/schema.ts";

export type SharingRecord = typeof sharings.$inferSelect;
export type NewSharing = typeof sharings.$inferInsert;

/** One that was given out before the ledger of issues began was given out once. */
const version = sql<number>`coalesce(
  (select max(${sharingIssues.version}) from ${sharingIssues} where ${sharingIssues.sharingId} = ${fullName(sharings.id)}),
  ${fullName(sharings.sharedAt)} is not null)`;

const rowColumns = {
  record: sharings,
  version,
  reportCount: sql<number>`(select count(*) from ${sharingReports} where ${sharingReports.sharingId} = ${fullName(sharings.id)})`,
  sightingCount: sql<number>`(select count(*) from ${sightings} where ${sightings.sharingId} = ${fullName(sharings.id)})`,
  /** Withdrawn after it went out, and nobody was told yet. */
  untold: sql<0 | 1>`exists (select 1 from ${sharingIssues} where ${sharingIssues.sharingId} = ${fullName(sharings.id)}
    and ${sharingIssues.kind} = 'withdrawal' and ${sharingIssues.noticeId} is null)`,
  requestCount: sql<number>`(select count(*) from ${approvalRequests} where ${approvalRequests.sharingId} = ${fullName(sharings.id)})`,
};

function selectRows(db: ReadableDb) {
  return db.select(rowColumns).from(sharings);
}

type SelectedRow = ReturnType<ReturnType<typeof selectRows>["all"]>[number];

/** A row but for what waits, which only approvals know; `requestCount`: whether it is worth asking them. */
export type FoundSharing = { row: SharingRow; requestCount: number };

function columnOf(state: SharingState, issued: number): BoardColumn {
  return state === "shared" && issued > 1 ? "corrected" : state;
}

function toFound({ record, reportCount, sightingCount, requestCount, ...selected }: SelectedRow): FoundSharing {
  const { id, externalId, title, tlp, pap, sharedAt } = record;
  const state = SharingState.parse(record.state);
  const row: SharingRow = {
    id,
    externalId,
    title,
    origin: Origin.parse(record.origin),
    tlp,
    pap,
    state,
    column: columnOf(state, selected.version),
    sharedAt,
    version: selected.version,
    reportCount,
    sightingCount,
    waitingCount: 0,
    number: record.number,
    isNoticeDue: state === "withdrawn" && selected.untold === 1,
    isLapsed: false,
  };
  return { row, requestCount };
}

export type SharingListing = {
  filter: { quarter: Quarter | null; origin: Origin | null; states: readonly SharingState[] };
  offset: number;
  limit: number;
};

function sharedIn(quarter: Quarter | null): SQL | undefined {
  if (quarter === null) return undefined;
  const { fromMs, untilMs } = spanOf(quarter);
  return and(gte(sharings.sharedAt, fromMs), lt(sharings.sharedAt, untilMs));
}

function conditionOf({ quarter, origin, states }: SharingListing["filter"], within: SQL | undefined): SQL | undefined {
  return and(
    quarter === null ? undefined : within,
    origin === null ? undefined : eq(sharings.origin, origin),
    states.length > 0 ? inArray(sharings.state, [...states]) : undefined,
  );
}

function findPage(db: ReadableDb, condition: SQL | undefined, { offset, limit }: { offset: number; limit: number }) {
  const rows = selectRows(db)
    .where(condition)
    .orderBy(sql`${sharings.sharedAt} is not null`, desc(sharings.sharedAt), asc(sharings.id))
    .limit(limit)
    .offset(offset)
    .all()
    .map(toFound);
  const counted = db.select({ total: count() }).from(sharings).where(condition).get();
  return { total: counted?.total ?? 0, rows };
}

/** What is under way first, in whatever quarter one looks, then what left in the quarter, the newest first. */
export function findSharingPage(db: ReadableDb, { filter, offset, limit }: SharingListing) {
  const underWay = sql`${sharings.sharedAt} is null and ${sharings.state} <> 'withdrawn'`;
  return findPage(db, conditionOf(filter, or(sharedIn(filter.quarter), underWay)), { offset, limit });
}

/** What was given out in the quarter alone, or all there is; without a word on what waits. */
export function findSharings(
  db: ReadableDb,
  { filter, offset, limit }: SharingListing,
): { total: number; rows: SharingRow[] } {
  const { total, rows } = findPage(db, conditionOf(filter, sharedIn(filter.quarter)), { offset, limit });
  return { total, rows: rows.map(({ row }) => row) };
}

/** One column of the board: all that is under way, and what left in the quarter. */
export function findBoardColumn(db: ReadableDb, column: BoardColumn, quarter: Quarter | null, limit: number) {
  const state = column === "corrected" ? "shared" : column;
  const isOut = column === "shared" || column === "corrected" || column === "withdrawn";
  const corrected = sql`${version} > 1`;
  const condition = and(
    eq(sharings.state, state),
    isOut ? sharedIn(quarter) : undefined,
    column === "corrected" ? corrected : undefined,
    column === "shared" ? sql`not (${corrected})` : undefined,
  );
  return findPage(db, condition, { offset: 0, limit });
}

export function findSharing(db: ReadableDb, id: string): (FoundSharing & { record: SharingRecord }) | undefined {
  const selected = selectRows(db).where(eq(sharings.id, id)).get();
  return selected && { ...toFound(selected), record: selected.record };
}

export function findSharingRecord(db: ReadableDb, id: string): SharingRecord | undefined {
  return db.select().from(sharings).where(eq(sharings.id, id)).get();
}

export function findSharingState(db: ReadableDb, id: string): SharingState | undefined {
  return SharingState.optional().parse(findSharingRecord(db, id)?.state);
}

/** 続報: those that follow this one up, oldest first. */
export function findFollowUps(db: ReadableDb, id: string): RecordName[] {
  return db
    .select({ id: sharings.id, title: sharings.title })
    .from(sharings)
    .where(eq(sharings.followsId, id))
    .orderBy(asc(sharings.id))
    .all();
}

/** Given out at or after a moment and not withdrawn, oldest first. */
export function findSharedSince(db: ReadableDb, sinceMs: number): SharingRecord[] {
  return db
    .select()
    .from(sharings)
    .where(and(gte(sharings.sharedAt, sinceMs), eq(sharings.state, "shared")))
    .orderBy(asc(sharings.sharedAt), asc(sharings.id))
    .all();
}

/** What organisations answered about sharing it, in the order it was written down. */
export function findApprovalsOf(db: ReadableDb, sharingId: string): SharingDetail["approvals"] {
  return db
    .select({ approval: approvals, organization: { id: organizations.id, title: organizations.name } })
    .from(approvals)
    .innerJoin(organizations, eq(organizations.id, approvals.organizationId))
    .where(and(eq(approvals.sharingId, sharingId), eq(approvals.purpose, "share")))
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

export function countSharings(db: ReadableDb, states: readonly SharingState[]): number {
  return (
    db
      .select({ total: count() })
      .from(sharings)
      .where(inArray(sharings.state, [...states]))
      .get()?.total ?? 0
  );
}

export function insertSharing(db: WritableDb, record: NewSharing): void {
  db.insert(sharings).values(record).run();
}

export function updateSharingRecord(db: WritableDb, id: string, fields: Partial<NewSharing>): void {
  if (Object.keys(fields).length === 0) return;
  db.update(sharings).set(fields).where(eq(sharings.id, id)).run();
}
