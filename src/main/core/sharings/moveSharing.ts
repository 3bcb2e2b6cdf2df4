import type { SharingState } from "#shared/domain/vocabulary.ts";
import type { WritableDb } from "../database/handles.ts";
import { updateSharingRecord } from "./sharingRepository.ts";

/** Moves a sharing on its way to another state; whether its facts allow that is for the caller to know. */
export function moveSharing(db: WritableDb, id: string, state: Exclude<SharingState, "shared" | "withdrawn">): void {
  updateSharingRecord(db, id, { state });
}
