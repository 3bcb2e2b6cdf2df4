import { partyKey, type ConsentPurpose } from "#shared/domain/consent.ts";
import type { AnswerRecord, RequestRecord } from "./approvalRepository.ts";

export type OpenRequest<R> = { request: R; purposes: ConsentPurpose[] };

/**
 * Requests of one text that wait, oldest first: for some purpose nothing was answered about the words they showed, and the
 * party was not asked again for it since.
 */
export function openRequests<R extends Pick<RequestRecord, "party" | "purposes" | "textSha256">>(
  requests: readonly R[],
  answers: readonly Pick<AnswerRecord, "party" | "purpose" | "textSha256">[],
): OpenRequest<R>[] {
  return requests.flatMap((request, position) => {
    const key = partyKey(request.party);
    const later = requests.slice(position + 1).filter(({ party }) => partyKey(party) === key);
    const purposes = request.purposes.filter(
      (purpose) =>
        !later.some((one) => one.purposes.includes(purpose)) &&
        !answers.some(
          (answer) =>
            answer.purpose === purpose && answer.textSha256 === request.textSha256 && partyKey(answer.party) === key,
        ),
    );
    return purposes.length > 0 ? [{ request, purposes }] : [];
  });
}
