import type { ChangedLine } from "#shared/contract/approvals.ts";
import type { TextRef } from "#shared/contract/sanitising.ts";
import type { Party } from "#shared/domain/consent.ts";
import type { ReadableDb } from "../database/handles.ts";
import { readText } from "../sanitising/textRepository.ts";
import { findLastRequest } from "./approvalRepository.ts";
import { compareTexts } from "./compareTexts.ts";
import { enclosedLines } from "./enclosedLines.ts";

/**
 * What changed since a party was last shown a text, its labels and its list; nothing for one who never saw it.
 * @throws AppError record.not-found
 */
export function changesSince(db: ReadableDb, text: TextRef, party: Party): ChangedLine[] {
  const present = readText(db, text);
  const seen = findLastRequest(db, text, party);
  if (!seen) return [];
  const whole = (title: string, body: string, enclosed: string) => ({ title, body: `${body}\n${enclosed}` });
  return compareTexts(
    whole(seen.title, seen.body, seen.enclosed),
    whole(present.title, present.body, enclosedLines(present.enclosed).join("\n")),
  );
}
