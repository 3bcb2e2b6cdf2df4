import type { TextRef } from "#shared/contract/sanitising.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { WritableDb } from "../database/handles.ts";
import { updateText, type TextChange } from "./textRepository.ts";

/**
 * Changes the words of a write-up or a sharing, in the name of the session's analyst.
 * @throws AppError record.not-found
 */
export function changeText(db: WritableDb, session: BookSession, ref: TextRef, change: TextChange): void {
  updateText(db, ref, change, { actor: session.actor, at: session.now() });
}
