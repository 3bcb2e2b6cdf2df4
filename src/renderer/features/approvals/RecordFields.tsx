import { useEffect, useRef } from "react";
import { CONSENT_PURPOSES, partyKey } from "#shared/domain/consent.ts";
import { Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import type { PartyConsents } from "#shared/contract/approvals.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./ApprovalDialogs.module.css";
import { EvidenceField } from "./EvidenceField.tsx";
import { PurposeAnswer } from "./PurposeAnswer.tsx";
import type { RecordForm } from "./useRecordForm.ts";

type RecordFieldsProps = { form: RecordForm; parties: readonly PartyConsents[] };

export function RecordFields({ form, parties }: RecordFieldsProps) {
  const { approvals } = useMessages();
  const words = approvals.recordDialog;
  const { fields, party, problems, write } = form;
  const answers = useRef<HTMLFieldSetElement>(null);
  // The dialog was there before its fields: the focus goes to the answer as they come.
  useEffect(() => answers.current?.querySelector<HTMLElement>("input:checked")?.focus(), []);
  return (
    <>
      <Select
        label={words.party}
        value={party === undefined ? null : partyKey(party.party)}
        data={parties.map((one) => ({ value: partyKey(one.party), label: one.name }))}
        onChange={(key) => write({ partyKey: key, isOfPresent: false })}
      />
      {party?.changedSinceSeen === true ? (
        <div className={classes.stale}>
          <p>{words.staleDetail}</p>
          <Checkbox
            checked={fields.isOfPresent}
            label={words.isOfPresent}
            error={problems.isOfPresent}
            onChange={(event) => write({ isOfPresent: event.currentTarget.checked })}
          />
        </div>
      ) : null}
      <fieldset ref={answers} className={classes.answers}>
        <legend className="visually-hidden">{words.answer}</legend>
        {CONSENT_PURPOSES.map((purpose) => (
          <PurposeAnswer
            key={purpose}
            purpose={purpose}
            asked={party?.consents.find((consent) => consent.purpose === purpose)?.state ?? "not-asked"}
            answer={fields.answers[purpose]}
            problem={problems.purposes[purpose] ?? null}
            onChange={(answer) => write({ answers: { ...fields.answers, [purpose]: answer } })}
          />
        ))}
      </fieldset>
      {problems.answer === undefined ? null : (
        <p role="alert" className={classes.problem}>
          {problems.answer}
        </p>
      )}
      <div className={classes.row}>
        <div>
          <TextInput
            label={words.how}
            value={fields.how}
            error={problems.how}
            onChange={(event) => write({ how: event.target.value })}
          />
          <div className={classes.ready}>
            {words.ways.map((way) => (
              <button key={way} type="button" className="link-button" onClick={() => write({ how: way })}>
                {way}
              </button>
            ))}
          </div>
        </div>
        <TextInput
          label={words.at}
          value={fields.at}
          error={problems.at}
          onChange={(event) => write({ at: event.target.value })}
        />
      </div>
      <Textarea
        label={words.words}
        description={words.wordsHint}
        autosize
        minRows={2}
        maxRows={6}
        value={fields.words}
        onChange={(event) => write({ words: event.target.value })}
      />
      <EvidenceField file={fields.evidence} onFile={form.takeEvidence} />
    </>
  );
}
