import { BOARD_COLUMNS, type BoardColumn, type SharingRow } from "#shared/contract/sharings.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import { findAnswers, findRequests } from "../approvals/approvalRepository.ts";
import { isConsented } from "../approvals/isConsented.ts";
import { openRequests } from "../approvals/openRequests.ts";
import type { ReadableDb } from "../database/handles.ts";
import { readText } from "../sanitising/textRepository.ts";
import { findBoardColumn, findSharingPage, type FoundSharing, type SharingListing } from "./sharingRepository.ts";

/** More than one can look at in a column; `total` says how many there are. */
const MOST_CARDS = 200;

/**
 * A row with the number of requests for approval that nobody has answered, and whether one that was approved no longer is: a
 * report that was added to or made void, or an address that was noted down, changes what would go out without an edit here.
 */
export function withWaiting(db: ReadableDb, { row, requestCount }: FoundSharing, nowMs: number): SharingRow {
  const text = { kind: "sharing", id: row.id } as const;
  const isLapsed = row.state === "approved" && !isConsented(db, text, readText(db, text).fingerprint, nowMs);
  if (requestCount === 0 || row.state === "withdrawn") return { ...row, isLapsed };
  return { ...row, isLapsed, waitingCount: openRequests(findRequests(db, text), findAnswers(db, text)).length };
}

export function listSharings(
  db: ReadableDb,
  listing: SharingListing,
  nowMs: number,
): { total: number; rows: SharingRow[] } {
  const { total, rows } = findSharingPage(db, listing);
  return { total, rows: rows.map((found) => withWaiting(db, found, nowMs)) };
}

/** All that is under way, and what left in the quarter, by column. */
export function sharingBoard(
  db: ReadableDb,
  quarter: Quarter | null,
  nowMs: number,
): { column: BoardColumn; total: number; rows: SharingRow[] }[] {
  return BOARD_COLUMNS.map((column) => {
    const { total, rows } = findBoardColumn(db, column, quarter, MOST_CARDS);
    return { column, total, rows: rows.map((found) => withWaiting(db, found, nowMs)) };
  });
}
