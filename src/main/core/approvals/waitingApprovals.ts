import type { WaitingApproval } from "#shared/contract/approvals.ts";
import { partyKey } from "#shared/domain/consent.ts";
import { DAY_MS, dayOf, startOfDay } from "#shared/domain/moment.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findProviders, readText, type LeavingText } from "../sanitising/textRepository.ts";
import { findSharingState } from "../sharings/sharingRepository.ts";
import { findAllRequests, findAnswers, type AnswerRecord, type RequestRecord } from "./approvalRepository.ts";
import { concerns } from "./judgeConsent.ts";
import { openRequests, type OpenRequest } from "./openRequests.ts";

/**
 * Requests that wait for an answer, oldest first, and answers that hold no more and have to be asked for again, of sharings that
 * wait for them. Nobody waits for the word on what was withdrawn, or of who no longer provides it.
 */
export function waitingApprovals(db: ReadableDb, nowMs: number): WaitingApproval[] {
  const byText = Map.groupBy(findAllRequests(db), ({ text }) => text.id);
  return [...byText.values()]
    .flatMap((requests) => waitingOfText(db, requests, dayOf(nowMs)))
    .sort((a, b) => a.askedAt - b.askedAt);
}

function waitingOfText(db: ReadableDb, requests: readonly RequestRecord[], today: string): WaitingApproval[] {
  const text = requests[0]?.text;
  if (!text || (text.kind === "sharing" && findSharingState(db, text.id) === "withdrawn")) return [];
  const present = readText(db, text);
  const providers = new Map(findProviders(db, present).map(({ party, name }) => [partyKey(party), name]));
  const answers = findAnswers(db, text);
  const open = openRequests(requests, answers);
  const state = text.kind === "sharing" ? findSharingState(db, text.id) : undefined;
  const lapsed = state === "awaiting-approval" || state === "approved" ? lapsedAnswers(requests, answers, present) : [];
  return [...open, ...lapsed.filter(({ request }) => !open.some((one) => one.request.id === request.id))].flatMap(
    ({ request, purposes }) => {
      const name = providers.get(partyKey(request.party));
      if (name === undefined) return [];
      return [
        {
          requestId: request.id,
          text,
          title: present.title,
          party: request.party,
          name,
          purposes,
          askedAt: request.at,
          dueOn: request.dueOn,
          overdueDays: request.dueOn === null ? null : daysBetween(request.dueOn, today),
          stale: request.textSha256 !== present.fingerprint,
        },
      ];
    },
  );
}

/** The last request to whoever answered it about something else than what would go out now, and has not answered about that. */
function lapsedAnswers(
  requests: readonly RequestRecord[],
  answers: readonly AnswerRecord[],
  { fingerprint }: LeavingText,
): OpenRequest<RequestRecord>[] {
  const last = new Map(requests.map((request) => [partyKey(request.party), request]));
  return [...last].flatMap(([key, request]) => {
    const purposes = request.purposes.filter((purpose) => {
      const said = answers.filter((answer) => answer.purpose === purpose && partyKey(answer.party) === key);
      return said.length > 0 && !said.some((answer) => concerns(answer, fingerprint));
    });
    return purposes.length > 0 && request.textSha256 !== fingerprint ? [{ request, purposes }] : [];
  });
}

function daysBetween(from: string, to: string): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS);
}
