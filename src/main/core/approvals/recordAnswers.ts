import type { Party, ConsentPurpose, ConsentTerm } from "#shared/domain/consent.ts";
import { partyKey } from "#shared/domain/consent.ts";
import { MAX_MAIL_BYTES } from "#shared/domain/mail.ts";
import type { ApprovalDecision } from "#shared/domain/vocabulary.ts";
import type { TextRef } from "#shared/contract/sanitising.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { findProviders, readText } from "../sanitising/textRepository.ts";
import { findSharingState } from "../sharings/sharingRepository.ts";
import { moveSharing } from "../sharings/moveSharing.ts";
import { putArtifact } from "../storage/artifactStore.ts";
import { insertAnswer } from "./approvalRepository.ts";
import { isConsented } from "./isConsented.ts";

export type Answers = {
  text: TextRef;
  /** Fingerprint of what was answered about, as the analyst sees it. */
  sha256: string;
  party: Party;
  answers: readonly { purpose: ConsentPurpose; decision: ApprovalDecision; terms: ConsentTerm[] }[];
  at: number;
  how: string;
  conditions: string | null;
  evidence: { fileName: string; bytes: Uint8Array } | null;
};

/**
 * Writes a provider's answers down, bound to the text as it stands. A sharing on its way becomes approved when everybody
 * has consented, and waits again when somebody no longer does.
 *
 * @throws AppError record.not-found when the party provided nothing of the text; record.changed-meanwhile when the text is
 *   no longer the one answered about; approvals.terms-missing; intake.too-large
 */
export function recordAnswers(db: WritableDb, session: BookSession, answered: Answers): void {
  const { text, sha256, party, answers, at, how, conditions, evidence } = answered;
  requireAnswerable(db, answered);
  const evidenceId = evidence === null ? null : keepEvidence(db, evidence, session.now());
  for (const { purpose, decision, terms } of answers) {
    insertAnswer(db, {
      id: session.newId(),
      text,
      party,
      purpose,
      at,
      how,
      decision,
      conditions,
      terms: decision === "declined" ? [] : terms,
      textSha256: sha256,
      evidenceId,
      recordedBy: session.actor,
    });
  }
  if (text.kind === "sharing") followConsent(db, text, sha256, session.now());
}

function requireAnswerable(db: ReadableDb, { text, sha256, party, answers }: Answers): void {
  const present = readText(db, text);
  if (present.fingerprint !== sha256) throw new AppError("record.changed-meanwhile");
  const asked = findProviders(db, present).some((provider) => partyKey(provider.party) === partyKey(party));
  if (!asked) throw new AppError("record.not-found", { record: partyKey(party) });
  if (answers.some(({ decision, terms }) => decision === "conditional" && terms.length === 0)) {
    throw new AppError("approvals.terms-missing");
  }
}

function keepEvidence(db: WritableDb, { fileName, bytes }: NonNullable<Answers["evidence"]>, addedAt: number): string {
  if (bytes.byteLength > MAX_MAIL_BYTES) {
    throw new AppError("intake.too-large", {
      file: fileName,
      sizeBytes: bytes.byteLength,
      limitBytes: MAX_MAIL_BYTES,
    });
  }
  const mediaType = /\.(eml|mht)$/i.test(fileName) ? "message/rfc822" : "application/octet-stream";
  return putArtifact(db, { bytes, fileName, mediaType, addedAt });
}

function followConsent(db: WritableDb, ref: TextRef, sha256: string, nowMs: number): void {
  const state = findSharingState(db, ref.id);
  const consented = isConsented(db, ref, sha256, nowMs);
  if (consented && (state === "sanitised" || state === "awaiting-approval")) moveSharing(db, ref.id, "approved");
  if (!consented && state === "approved") moveSharing(db, ref.id, "awaiting-approval");
}
