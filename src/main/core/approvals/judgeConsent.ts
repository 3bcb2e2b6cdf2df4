import type { Consent, ConsentState, LeavingPart } from "#shared/contract/approvals.ts";
import type { ConsentPurpose, ConsentTerm } from "#shared/domain/consent.ts";
import { changedParts } from "../sanitising/fingerprint.ts";
import type { AnswerRecord, RequestRecord } from "./approvalRepository.ts";
import { unmetTerms, type Situation } from "./unmetTerms.ts";

/** What one party was asked and said about one text, oldest first. */
export type Correspondence = {
  answers: readonly Pick<
    AnswerRecord,
    | "purpose"
    | "at"
    | "how"
    | "decision"
    | "conditions"
    | "terms"
    | "textSha256"
    | "evidenceId"
    | "evidenceName"
    | "recordedBy"
    | "position"
  >[];
  requests: readonly Pick<RequestRecord, "purposes" | "at" | "dueOn" | "textSha256">[];
};

/**
 * Where a party's consent for one purpose stands. Only what was said about exactly what would go out counts, and of that the
 * last; what was said about anything else is void. See `concerns`.
 *
 * @param fingerprint of what would go out
 * @param situation what is about to happen; its purpose is the consent's
 */
export function judgeConsent(correspondence: Correspondence, fingerprint: string, situation: Situation): Consent {
  const { purpose } = situation;
  const answers = correspondence.answers.filter((answer) => answer.purpose === purpose);
  const requests = correspondence.requests.filter(({ purposes }) => purposes.includes(purpose));
  const answer = answers.findLast((one) => concerns(one, fingerprint));
  const said = answer ?? answers.at(-1);
  const asked = requests.findLast((one) => one.textSha256 === fingerprint) ?? requests.at(-1);
  const state = answer?.decision ?? stateWithoutAnswer(asked, said !== undefined, fingerprint);
  const changed = said ? partsAgainst(said, fingerprint) : changedParts(asked?.textSha256 ?? "", fingerprint);
  const terms = said ? termsOf(said) : [];
  const binding = answer && answer.decision !== "declined" ? [...terms, ...publicBars(correspondence, answer)] : [];
  return {
    purpose,
    state,
    askedAt: asked?.at ?? null,
    dueOn: asked?.dueOn ?? null,
    answeredAt: said?.at ?? null,
    how: said?.how ?? null,
    recordedBy: said?.recordedBy ?? null,
    conditions: said?.conditions ?? null,
    terms,
    unmetTerms: unmetTerms(binding, situation),
    changed: state === "void" ? changed : [],
    evidenceId: said?.evidenceId ?? null,
    evidenceName: said?.evidenceName ?? null,
  };
}

function stateWithoutAnswer(
  asked: Correspondence["requests"][number] | undefined,
  said: boolean,
  fingerprint: string,
): ConsentState {
  if (asked?.textSha256 === fingerprint) return "waiting";
  return asked !== undefined || said ? "void" : "not-asked";
}

/**
 * Whether an answer is about exactly what would go out. One that allows no list of indicators says nothing of what stands in it:
 * it is about all the rest, and the gate sees to it that no list goes along.
 */
export function concerns(
  answer: Pick<AnswerRecord, "decision" | "terms" | "textSha256">,
  fingerprint: string,
): boolean {
  return partsAgainst(answer, fingerprint).length === 0;
}

/** What is not as it was when a party answered, of what their answer is about. */
function partsAgainst(
  { decision, terms, textSha256 }: Pick<AnswerRecord, "decision" | "terms" | "textSha256">,
  fingerprint: string,
): LeavingPart[] {
  const isWithoutList = decision === "conditional" && terms.some(({ kind }) => kind === "no-indicator-list");
  return changedParts(textSha256 ?? "", fingerprint).filter((part) => !(isWithoutList && part === "list"));
}

/** A condition that nobody put into terms has to be looked at by a person: it does not hold by being unreadable. */
export function termsOf({
  decision,
  terms,
  conditions,
  how,
}: Pick<AnswerRecord, "decision" | "terms" | "conditions" | "how">): ConsentTerm[] {
  if (decision !== "conditional" || terms.length > 0) return terms;
  return [{ kind: "other", text: conditions ?? how, confirmed: false }];
}

/** 「公表には載せない」 said with the consent to share bars the public report, unless they have said otherwise since. */
function publicBars(
  { answers }: Correspondence,
  { purpose, textSha256, position }: Correspondence["answers"][number],
): ConsentTerm[] {
  const last = (wanted: ConsentPurpose) =>
    answers.findLast((one) => one.purpose === wanted && one.textSha256 === textSha256);
  const share = last("share");
  if (purpose !== "publish" || share === undefined || share.position < position) return [];
  return share.terms.filter(({ kind }) => kind === "not-in-public-report");
}
