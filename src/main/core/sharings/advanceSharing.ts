import { AppError } from "#shared/errors.ts";
import { partiesAgainst } from "../approvals/isConsented.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { requireOpen } from "../gate/condition.ts";
import { judgeText } from "../gate/textVerdict.ts";
import { findProviders, readText } from "../sanitising/textRepository.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { moveSharing } from "./moveSharing.ts";
import { requireStanding } from "./sharingService.ts";
import type { SharingRecord } from "./sharingRepository.ts";

export type Step = "draft" | "sanitised" | "awaiting-approval" | "approved";

/**
 * Moves a sharing that has not been given out to a column of the board, when its facts allow that: sanitised and beyond need
 * a text without findings, waiting needs somebody to wait for, approved the consent of everybody who provided it.
 *
 * @throws AppError record.not-found, sharings.withdrawn, sharings.already-out; gate.closed, approvals.nobody-to-ask;
 *   record.changed-meanwhile
 */
export async function advanceSharing(
  session: BookSession,
  sanitiser: Sanitiser,
  { id, to }: { id: string; to: Step },
  signal?: AbortSignal,
): Promise<void> {
  const ref = { kind: "sharing", id } as const;
  session.read((db) => requireMovable(db, id));
  if (to !== "draft") {
    const { inspection, verdict } = await judgeText(session, sanitiser, ref, "provider", signal);
    requireOpen(verdict, inspection.text.title);
    session.write("sharings.advance", (db) => {
      const record = requireMovable(db, id);
      if (readText(db, ref).fingerprint !== inspection.text.fingerprint) throw new AppError("record.changed-meanwhile");
      requireFacts(db, record, to, session.now());
      moveSharing(db, id, to);
    });
    return;
  }
  session.write("sharings.advance", (db) => {
    requireMovable(db, id);
    moveSharing(db, id, to);
  });
}

/** What was given out has left the board's first columns for good. */
function requireMovable(db: ReadableDb, id: string): SharingRecord {
  const record = requireStanding(db, id);
  if (record.state === "shared") throw new AppError("sharings.already-out", { title: record.title });
  return record;
}

function requireFacts(db: ReadableDb, record: SharingRecord, to: Exclude<Step, "draft">, nowMs: number): void {
  const { id, title } = record;
  const ref = { kind: "sharing", id } as const;
  const text = readText(db, ref);
  const providers = findProviders(db, text);
  if (to === "awaiting-approval" && providers.length === 0) {
    throw new AppError("approvals.nobody-to-ask", { title });
  }
  const against = to === "approved" ? partiesAgainst(db, ref, text.fingerprint, nowMs) : [];
  const [first] = against;
  if (first)
    throw new AppError("gate.closed", { title, condition: "consent", party: first.name, count: against.length });
}
