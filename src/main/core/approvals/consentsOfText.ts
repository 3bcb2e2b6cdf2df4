import type { PartyConsents } from "#shared/contract/approvals.ts";
import type { TextRef } from "#shared/contract/sanitising.ts";
import { CONSENT_PURPOSES, partyKey, type ConsentPurpose } from "#shared/domain/consent.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findProviders, readText } from "../sanitising/textRepository.ts";
import { findListedIndicators } from "../sharings/indicatorRepository.ts";
import { reachAudience } from "../sharings/reachAudience.ts";
import { findAnswers, findRequests } from "./approvalRepository.ts";
import { concerns, judgeConsent } from "./judgeConsent.ts";
import type { Situation } from "./unmetTerms.ts";

export type ConsentOptions = {
  /** The day it would go out, in Asia/Tokyo. */
  day: string;
  /** Whether a list of indicators would go with it; when left out, a sharing's own list decides. */
  hasIndicatorList?: boolean;
};

/**
 * Where the consent of everyone who provided what a text tells stands, for `fingerprint` (which should be the present
 * text's, see `readText`): for each party both purposes, with the terms that would not hold if it went out on `day`. Empty when nobody
 * provided it: then nobody is to be asked.
 *
 * A text may go out for a purpose when every party's consent for it is `approved` or `conditional` and has no unmet term.
 *
 * @throws AppError record.not-found
 */
export function consentsOfText(
  db: ReadableDb,
  ref: TextRef,
  fingerprint: string,
  options: ConsentOptions,
): PartyConsents[] {
  const providers = findProviders(db, readText(db, ref));
  if (providers.length === 0) return [];
  const answers = Map.groupBy(findAnswers(db, ref), ({ party }) => partyKey(party));
  const requests = Map.groupBy(findRequests(db, ref), ({ party }) => partyKey(party));
  const situations = CONSENT_PURPOSES.map((purpose) => situationOf(db, ref, purpose, options));
  return providers.map(({ party, name, reportIds }) => {
    const key = partyKey(party);
    const correspondence = { answers: answers.get(key) ?? [], requests: requests.get(key) ?? [] };
    const seen = correspondence.requests.at(-1);
    return {
      party,
      name,
      reportIds,
      consents: situations.map((situation) => judgeConsent(correspondence, fingerprint, situation)),
      lastSeenAt: seen?.at ?? null,
      // Who allows no list, and answered so, has nothing to see again when the list is another.
      changedSinceSeen:
        seen !== undefined &&
        seen.textSha256 !== fingerprint &&
        !correspondence.answers.some((answer) => concerns(answer, fingerprint)),
    };
  });
}

/** What giving a text out for a purpose would come to. Who reads a write-up or a public report nobody can say. */
function situationOf(
  db: ReadableDb,
  ref: TextRef,
  purpose: ConsentPurpose,
  { day, hasIndicatorList }: ConsentOptions,
): Situation {
  if (ref.kind !== "sharing" || purpose !== "share") {
    return { purpose, day, audience: null, hasIndicatorList: hasIndicatorList ?? false };
  }
  const { sigIds, frameworkIds, singleIds, sigsOf } = reachAudience(db, ref.id, day);
  return {
    purpose,
    day,
    audience: { sigIds, frameworkIds, organizations: singleIds.map((id) => ({ id, sigIds: sigsOf(id) })) },
    hasIndicatorList: hasIndicatorList ?? findListedIndicators(db, ref.id).some(({ withheld }) => !withheld),
  };
}
