import type { TextRef } from "#shared/contract/sanitising.ts";
import { partyKey, type ConsentPurpose, type Party } from "#shared/domain/consent.ts";
import { AppError } from "#shared/errors.ts";
import type { WritableDb } from "../database/handles.ts";
import { readText } from "../sanitising/textRepository.ts";
import { findAnswers, updateAnswerTerms } from "./approvalRepository.ts";
import { concerns, termsOf } from "./judgeConsent.ts";

export type TermConfirmation = {
  text: TextRef;
  sha256: string;
  party: Party;
  purpose: ConsentPurpose;
  /** The words of the term. */
  term: string;
  confirmed: boolean;
};

/**
 * Writes down that somebody looked whether a term that only people can judge holds, in the answer that counts.
 * @throws AppError record.changed-meanwhile; record.not-found when that answer has no such term
 */
export function confirmTerm(db: WritableDb, confirmation: TermConfirmation): void {
  const { text, sha256, party, purpose, term, confirmed } = confirmation;
  if (readText(db, text).fingerprint !== sha256) throw new AppError("record.changed-meanwhile");
  const answer = findAnswers(db, text).findLast(
    (one) => one.purpose === purpose && concerns(one, sha256) && partyKey(one.party) === partyKey(party),
  );
  const terms = answer ? termsOf(answer) : [];
  if (!answer || !terms.some((one) => one.kind === "other" && one.text === term)) {
    throw new AppError("record.not-found", { record: term });
  }
  updateAnswerTerms(
    db,
    answer.id,
    terms.map((one) => (one.kind === "other" && one.text === term ? { ...one, confirmed } : one)),
  );
}
