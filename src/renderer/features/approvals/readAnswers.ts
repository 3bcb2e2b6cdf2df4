import type { ConsentPurpose, ConsentTerm } from "#shared/domain/consent.ts";
import type { ApprovalDecision } from "#shared/domain/vocabulary.ts";
import { readTypedMoment } from "#shared/messages/numerals.ts";

/** The terms of a conditional approval as they are ticked and typed. */
export type TermsDraft = {
  kinds: readonly ConsentTerm["kind"][];
  sigIds: readonly string[];
  day: string;
  other: string;
};

/** The answer for one purpose; null: they said nothing about it. */
export type AnswerDraft = { decision: ApprovalDecision | null; terms: TermsDraft };

export type AnswerProblem = "answerMissing" | "termsMissing" | "sigsMissing" | "dayUnknown" | "otherMissing";

export const NO_TERMS: TermsDraft = { kinds: [], sigIds: [], day: "", other: "" };
export const NO_ANSWER: AnswerDraft = { decision: null, terms: NO_TERMS };

type ReadTerm = { term: ConsentTerm } | { problem: AnswerProblem };

function readTerm(kind: ConsentTerm["kind"], draft: TermsDraft): ReadTerm {
  switch (kind) {
    case "sigs-only":
      return draft.sigIds.length === 0 ? { problem: "sigsMissing" } : { term: { kind, sigIds: [...draft.sigIds] } };
    case "not-before": {
      const day = readTypedMoment(draft.day)?.slice(0, 10);
      return day === undefined ? { problem: "dayUnknown" } : { term: { kind, day } };
    }
    case "other": {
      const text = draft.other.trim();
      return text === "" ? { problem: "otherMissing" } : { term: { kind, text, confirmed: false } };
    }
    default:
      return { term: { kind } };
  }
}

function problemOf({ decision, terms }: AnswerDraft): AnswerProblem | null {
  if (decision !== "conditional") return null;
  if (terms.kinds.length === 0) return "termsMissing";
  for (const kind of terms.kinds) {
    const read = readTerm(kind, terms);
    if ("problem" in read) return read.problem;
  }
  return null;
}

function termsOf({ decision, terms }: AnswerDraft): ConsentTerm[] {
  if (decision !== "conditional") return [];
  return terms.kinds.flatMap((kind) => {
    const read = readTerm(kind, terms);
    return "term" in read ? [read.term] : [];
  });
}

type ReadAnswer = { purpose: ConsentPurpose; decision: ApprovalDecision; terms: ConsentTerm[] };

/**
 * The answers as they are written down, for each purpose that was answered.
 * @returns problems by purpose; `answers` only when there are none and something was answered.
 */
export function readAnswers(drafts: Readonly<Record<ConsentPurpose, AnswerDraft>>): {
  problems: Partial<Record<ConsentPurpose, AnswerProblem>>;
  answers: ReadAnswer[] | null;
} {
  const purposes = ["share", "publish"] as const;
  const problems: Partial<Record<ConsentPurpose, AnswerProblem>> = {};
  for (const purpose of purposes) {
    const problem = problemOf(drafts[purpose]);
    if (problem !== null) problems[purpose] = problem;
  }
  const answers = purposes.flatMap((purpose) => {
    const { decision } = drafts[purpose];
    return decision === null ? [] : [{ purpose, decision, terms: termsOf(drafts[purpose]) }];
  });
  const isReady = answers.length > 0 && Object.keys(problems).length === 0;
  return { problems, answers: isReady ? answers : null };
}
