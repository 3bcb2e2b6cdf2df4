import { Checkbox, Textarea, TextInput } from "@mantine/core";
import type { ConsentTerm } from "#shared/domain/consent.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./ApprovalDialogs.module.css";
import type { AnswerProblem, TermsDraft } from "./readAnswers.ts";

const KINDS = [
  "sigs-only",
  "not-in-public-report",
  "not-before",
  "no-indicator-list",
  "other",
] as const satisfies readonly ConsentTerm["kind"][];

type TermsFieldsProps = {
  terms: TermsDraft;
  problem: AnswerProblem | null;
  onChange(terms: TermsDraft): void;
};

/** The terms of a conditional approval, in the form that the gate evaluates. */
export function TermsFields({ terms, problem, onChange }: TermsFieldsProps) {
  const { approvals } = useMessages();
  const words = approvals.recordDialog;
  const has = (kind: ConsentTerm["kind"]) => terms.kinds.includes(kind);
  const toggle = (kind: ConsentTerm["kind"]) =>
    onChange({ ...terms, kinds: KINDS.filter((one) => (one === kind ? !has(kind) : has(one))) });
  const sentence =
    problem === null || problem === "answerMissing"
      ? null
      : problem === "dayUnknown"
        ? words.dayUnknown(terms.day)
        : words[problem];
  return (
    <div role="group" aria-label={words.terms} className={classes.terms}>
      <p className={classes.seen}>{words.termsHint}</p>
      {KINDS.map((kind) => (
        <div key={kind}>
          <Checkbox checked={has(kind)} label={approvals.term[kind]} onChange={() => toggle(kind)} />
          {kind === "sigs-only" && has(kind) ? (
            <SigChecks chosen={terms.sigIds} onChange={(sigIds) => onChange({ ...terms, sigIds })} />
          ) : null}
          {kind === "not-before" && has(kind) ? (
            <TextInput
              className={classes.inner}
              aria-label={words.day}
              placeholder={words.day}
              value={terms.day}
              onChange={(event) => onChange({ ...terms, day: event.target.value })}
            />
          ) : null}
          {kind === "other" && has(kind) ? (
            <Textarea
              className={classes.inner}
              aria-label={words.other}
              placeholder={words.other}
              autosize
              minRows={1}
              maxRows={4}
              value={terms.other}
              onChange={(event) => onChange({ ...terms, other: event.target.value })}
            />
          ) : null}
        </div>
      ))}
      {sentence === null ? null : (
        <p role="alert" className={classes.problem}>
          {sentence}
        </p>
      )}
    </div>
  );
}

function SigChecks({ chosen, onChange }: { chosen: readonly string[]; onChange(ids: string[]): void }) {
  const { approvals } = useMessages();
  const { data } = useRead(api.roster.structure, { asOf: dayOf(Date.now()) });
  return (
    <div role="group" aria-label={approvals.recordDialog.sigs} className={classes.sigs}>
      {(data?.sigs ?? []).map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={() => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
        />
      ))}
    </div>
  );
}
