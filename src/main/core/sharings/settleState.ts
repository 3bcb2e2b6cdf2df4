import { isConsented } from "../approvals/isConsented.ts";
import type { WritableDb } from "../database/handles.ts";
import { readText } from "../sanitising/textRepository.ts";
import { moveSharing } from "./moveSharing.ts";
import { findSharingState } from "./sharingRepository.ts";

/**
 * Keeps a sharing on its way where its facts are, after something beside its words changed: other names at stake mean that
 * nobody has looked at it yet, and one whose labels or list are others lacks the consents that it had.
 */
export function settleState(db: WritableDb, id: string, nowMs: number, { matterChanged = false } = {}): void {
  const state = findSharingState(db, id);
  if (state !== "sanitised" && state !== "awaiting-approval" && state !== "approved") return;
  if (matterChanged) return moveSharing(db, id, "draft");
  const ref = { kind: "sharing", id } as const;
  const consented = isConsented(db, ref, readText(db, ref).fingerprint, nowMs);
  if (!consented && state === "approved") moveSharing(db, id, "awaiting-approval");
}
