import { SegmentedControl } from "@mantine/core";
import type { ConsentState } from "#shared/contract/approvals.ts";
import type { ConsentPurpose } from "#shared/domain/consent.ts";
import { APPROVAL_DECISIONS } from "#shared/domain/vocabulary.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./ApprovalDialogs.module.css";
import type { AnswerDraft, AnswerProblem } from "./readAnswers.ts";
import { TermsFields } from "./TermsFields.tsx";

const NONE = "none";

type PurposeAnswerProps = {
  purpose: ConsentPurpose;
  /** What stands in the book about it so far. */
  asked: ConsentState;
  answer: AnswerDraft;
  problem: AnswerProblem | null;
  onChange(answer: AnswerDraft): void;
};

/** 共有の承認: 回答なし · 承認 · 条件付き · 不承認; with terms, which. */
export function PurposeAnswer({ purpose, asked, answer, problem, onChange }: PurposeAnswerProps) {
  const { approvals, vocabulary } = useMessages();
  const { noAnswer } = approvals.recordDialog;
  return (
    <div className={classes.answer}>
      <span title={approvals.state[asked]}>{approvals.purpose[purpose]}</span>
      <SegmentedControl
        aria-label={approvals.purpose[purpose]}
        value={answer.decision ?? NONE}
        data={[
          { value: NONE, label: noAnswer },
          ...APPROVAL_DECISIONS.map((value) => ({ value: value as string, label: vocabulary.decision[value] })),
        ]}
        onChange={(value) =>
          onChange({ ...answer, decision: APPROVAL_DECISIONS.find((decision) => decision === value) ?? null })
        }
      />
      {answer.decision === "conditional" ? (
        <TermsFields terms={answer.terms} problem={problem} onChange={(terms) => onChange({ ...answer, terms })} />
      ) : null}
    </div>
  );
}
