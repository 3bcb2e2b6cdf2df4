import type { PrintedText } from "../printing/printedText.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findLastIssue } from "./issueRepository.ts";
import { findSharingRecord, type SharingRecord } from "./sharingRepository.ts";

/** The version that a sharing would go out as next; one from before the ledger went out once. */
export function nextVersion(db: ReadableDb, { id, sharedAt }: Pick<SharingRecord, "id" | "sharedAt">): number {
  return (findLastIssue(db, id)?.version ?? (sharedAt === null ? 0 : 1)) + 1;
}

/** Number and version as the bulletin would bear them now; the number is given to a sharing when it first goes out. */
export function nextIssueOf(db: ReadableDb, sharingId: string): Pick<PrintedText, "number" | "issue"> {
  const sharing = findSharingRecord(db, sharingId);
  if (!sharing) return { number: null, issue: null };
  const { number, sharedAt, correctionNote } = sharing;
  const version = nextVersion(db, sharing);
  const issue =
    sharedAt === null
      ? ({ version, kind: "first", note: null } as const)
      : ({ version, kind: "correction", note: correctionNote } as const);
  return { number, issue };
}
