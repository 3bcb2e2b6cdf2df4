import type { ConsentState, PartyConsents } from "#shared/contract/approvals.ts";
import type { GateVerdict } from "#shared/contract/gate.ts";
import type { SharingDetail } from "#shared/contract/sharings.ts";

/** The one thing to do next with a sharing; `wait`, `waitForNotice`: it is another person's turn. */
export type NextAction =
  | "sanitise"
  | "clearList"
  | "markSanitised"
  | "ask"
  | "record"
  | "markApproved"
  | "release"
  | "wait"
  | "share"
  | "sighting"
  | "followUp"
  | "giveNotice"
  | "waitForNotice";

export type NextStep = {
  action: NextAction;
  /** Providers who were asked and have not answered, who have not been asked, and who declined. */
  waiting: number;
  unasked: number;
  declined: number;
  providers: number;
  findings: { must: number; review: number };
  /** Of the gate for sharing, without what the action itself settles. */
  unmet: GateVerdict["conditions"];
};

const SANITISING = ["text-there", "no-must-finding", "no-review-finding", "no-cap-reached", "pictures-checked"];

/** What comes of itself further on: not worth saying before. */
const LATER = ["consent", "second-person"];

const isUnmet = (verdict: GateVerdict | undefined, code: string) =>
  verdict?.conditions.some((condition) => condition.code === code && !condition.met) ?? false;

function countOf(verdict: GateVerdict | undefined, code: string): number {
  const found = verdict?.conditions.find((condition) => condition.code === code && !condition.met);
  return typeof found?.params["count"] === "number" ? found.params["count"] : 0;
}

/** What is left once the words are sanitised: providers, then a second person, then giving it out. */
function afterSanitising(
  detail: Pick<SharingDetail, "state" | "author">,
  { waiting, unasked, declined, share, analyst }: ConsentCounts & { share: GateVerdict | undefined; analyst: string },
): NextAction {
  if (unasked > 0) return "ask";
  if (waiting > 0) return "record";
  if (declined > 0) return "sanitise";
  if (detail.state !== "approved" && detail.state !== "shared") return "markApproved";
  if (isUnmet(share, "second-person")) return detail.author === analyst ? "wait" : "release";
  return "share";
}

type ConsentCounts = { waiting: number; unasked: number; declined: number };

function countConsents(parties: readonly PartyConsents[]): ConsentCounts {
  const states = parties.map(
    ({ consents }): ConsentState => consents.find(({ purpose }) => purpose === "share")?.state ?? "not-asked",
  );
  const count = (...wanted: ConsentState[]) => states.filter((state) => wanted.includes(state)).length;
  return { waiting: count("waiting"), unasked: count("not-asked", "void"), declined: count("declined") };
}

/**
 * The next step of a sharing and what stands in its way, out of what the gate and the providers say. A sharing that was
 * given out and edited since goes the same way again.
 */
export function nextStepOf(facts: {
  detail: Pick<SharingDetail, "state" | "author" | "changedSinceIssue" | "isNoticeDue" | "issues">;
  parties: readonly PartyConsents[];
  /** Undefined until the gate has looked. */
  share: GateVerdict | undefined;
  analyst: string;
}): NextStep {
  const { detail, parties, share, analyst } = facts;
  const counts = countConsents(parties);
  const isSanitised = share !== undefined && !SANITISING.some((code) => isUnmet(share, code));
  const action = ((): NextAction => {
    if (detail.isNoticeDue) return detail.issues.at(-1)?.by === analyst ? "waitForNotice" : "giveNotice";
    if (detail.state === "withdrawn") return "followUp";
    if (detail.state === "shared" && !detail.changedSinceIssue) return "sighting";
    if (!isSanitised) return "sanitise";
    if (isUnmet(share, "list-clear")) return "clearList";
    if (detail.state === "draft") return "markSanitised";
    return afterSanitising(detail, { ...counts, share, analyst });
  })();
  const settled: Partial<Record<NextAction, readonly string[]>> = {
    sanitise: [...SANITISING, ...LATER],
    clearList: ["list-clear", ...LATER],
    markSanitised: LATER,
    ask: LATER,
    record: LATER,
    markApproved: LATER,
    release: ["second-person"],
    wait: ["second-person"],
  };
  const unmet = (share?.conditions ?? []).filter(({ met, code }) => !met && settled[action]?.includes(code) !== true);
  return {
    action,
    ...counts,
    providers: parties.length,
    findings: { must: countOf(share, "no-must-finding"), review: countOf(share, "no-review-finding") },
    unmet,
  };
}
