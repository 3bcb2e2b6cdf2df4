import type { PartyConsents } from "#shared/contract/approvals.ts";
import type { TextRef } from "#shared/contract/sanitising.ts";
import type { ConsentPurpose } from "#shared/domain/consent.ts";
import { dayOf } from "#shared/domain/moment.ts";
import type { ReadableDb } from "../database/handles.ts";
import { consentsOfText } from "./consentsOfText.ts";

const CONSENTING: ReadonlySet<string> = new Set(["approved", "conditional"]);

/** Whoever provided it and has not consented to exactly this text; whether terms hold is looked at when it goes out. */
export function partiesAgainst(
  db: ReadableDb,
  ref: TextRef,
  sha256: string,
  nowMs: number,
  purpose: ConsentPurpose = "share",
): PartyConsents[] {
  return consentsOfText(db, ref, sha256, { day: dayOf(nowMs) }).filter(
    ({ consents }) => !consents.some((consent) => consent.purpose === purpose && CONSENTING.has(consent.state)),
  );
}

/** Whether everybody who provided it consented to share exactly this text. Nobody to ask: nobody is against it. */
export function isConsented(db: ReadableDb, ref: TextRef, sha256: string, nowMs: number): boolean {
  return partiesAgainst(db, ref, sha256, nowMs).length === 0;
}
