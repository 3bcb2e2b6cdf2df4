import type { WaitingApproval } from "#shared/contract/approvals.ts";
import { partyKey } from "#shared/domain/consent.ts";
import { DAY_MS, dayOf, startOfDay } from "#shared/domain/moment.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findProviders, readText } from "../sanitising/textRepository.ts";
import { findSharingState } from "../sharings/sharingRepository.ts";
import { findAllRequests, findAnswers, type RequestRecord } from "./approvalRepository.ts";
import { openRequests } from "./openRequests.ts";

/** Requests that wait for an answer, oldest first. Nobody waits for the word on what was withdrawn, or of who no longer provides it. */
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
  return openRequests(requests, findAnswers(db, text)).flatMap(({ request, purposes }) => {
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
  });
}

function daysBetween(from: string, to: string): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS);
}
