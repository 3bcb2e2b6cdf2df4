import type { ChangedLine } from "#shared/contract/approvals.ts";
import type { TextRef } from "#shared/contract/sanitising.ts";
import type { Party } from "#shared/domain/consent.ts";
import type { ReadableDb } from "../database/handles.ts";
import { readText } from "../sanitising/textRepository.ts";
import { findLastRequest } from "./approvalRepository.ts";
import { compareTexts } from "./compareTexts.ts";

/** What changed since a party was last shown a text; nothing for one who never saw it. @throws AppError record.not-found */
export function changesSince(db: ReadableDb, text: TextRef, party: Party): ChangedLine[] {
  const present = readText(db, text);
  const seen = findLastRequest(db, text, party);
  return seen ? compareTexts(seen, present) : [];
}
