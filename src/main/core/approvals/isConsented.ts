import type { TextRef } from "#shared/contract/sanitising.ts";
import type { ConsentPurpose } from "#shared/domain/consent.ts";
import { dayOf } from "#shared/domain/moment.ts";
import type { ReadableDb } from "../database/handles.ts";
import { consentsOfText } from "./consentsOfText.ts";

/**
 * Whether everybody who provided it consented to share exactly this text; whether their terms hold is looked at when it
 * goes out. Nobody to ask: nobody is against it.
 */
export function isConsented(
  db: ReadableDb,
  ref: TextRef,
  sha256: string,
  nowMs: number,
  purpose: ConsentPurpose = "share",
): boolean {
  return consentsOfText(db, ref, sha256, { day: dayOf(nowMs) }).every(({ consents }) =>
    consents.some((consent) => consent.purpose === purpose && CONSENTING.has(consent.state)),
  );
}

const CONSENTING: ReadonlySet<string> = new Set(["approved", "conditional"]);
