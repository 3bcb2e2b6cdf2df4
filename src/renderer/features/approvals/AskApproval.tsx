import { type ConsentPurpose, partyKey } from "#shared/domain/consent.ts";
import { Button, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { DAY_MS, dayOf } from "#shared/domain/moment.ts";
import { readTypedMoment } from "#shared/messages/numerals.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Form } from "#renderer/ui/Form.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { AskParties } from "./AskParties.tsx";
import classes from "./ApprovalDialogs.module.css";
import type { ApprovalDialogProps } from "./dialogProps.ts";
import { firstChoices, type AskChoices } from "./firstChoices.ts";
import { MadePackets, type MadePacket } from "./MadePackets.tsx";

const DAYS_TO_ANSWER = 14;

/** 承認を求める: a packet and a mail draft for each of the chosen, for sharing and publishing apart. */
export function AskApproval({ task, parties, text, error, onClose }: ApprovalDialogProps) {
  const { approvals, ui } = useMessages();
  const [made, setMade] = useState<readonly MadePacket[]>([]);
  const words = approvals.askDialog;
  const isKnown = parties !== undefined && text !== undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      size={680}
      title={words.title(text?.title ?? "")}
      closeButtonProps={{ "aria-label": ui.close }}
    >
      <ErrorNote error={error} />
      {error === null && !isKnown ? <SkeletonLines count={4} label={approvals.loading} /> : null}
      {isKnown && made.length === 0 ? <AskForm {...{ task, parties, text, error, onClose }} onMade={setMade} /> : null}
      {made.length > 0 ? <MadePackets made={made} onClose={onClose} /> : null}
    </Modal>
  );
}

type AskFormProps = ApprovalDialogProps & { onMade(made: readonly MadePacket[]): void };

function AskForm({ task, parties = [], onMade, onClose }: AskFormProps) {
  const { approvals, ui } = useMessages();
  const words = approvals.askDialog;
  const request = useCommand(api.approvals.request);
  const [choices, setChoices] = useState<AskChoices>(() => firstChoices(parties, task));
  const [due, setDue] = useState(() => dayOf(Date.now() + DAYS_TO_ANSWER * DAY_MS));
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<readonly MadePacket[]>([]);
  const dueOn = due.trim() === "" ? null : readTypedMoment(due)?.slice(0, 10);
  const chosen = parties.flatMap((party) => {
    const purposes = choices.get(partyKey(party.party)) ?? [];
    return purposes.length === 0 ? [] : [{ ...party, purposes }];
  });
  const toggle = (key: string, purpose: ConsentPurpose) => {
    const purposes = choices.get(key) ?? [];
    const next = purposes.includes(purpose) ? purposes.filter((one) => one !== purpose) : [...purposes, purpose];
    setChoices(new Map(choices).set(key, next));
  };
  const submit = async () => {
    setTried(true);
    if (dueOn === undefined || chosen.length === 0 || request.pending) return;
    let all = made;
    for (const { party, name, purposes } of chosen) {
      const key = partyKey(party);
      if (all.some((packet) => packet.key === key)) continue;
      const answer = await request.run({ text: task.text, party, purposes: [...purposes], dueOn });
      if (answer === undefined) return setMade(all);
      all = [...all, { key, name, ...answer }];
    }
    onMade(all);
  };
  if (parties.length === 0) return <p className={classes.detail}>{approvals.nobody}</p>;
  return (
    <Form className={classes.form} label={approvals.ask} onSubmit={() => void submit()}>
      <p className={classes.detail}>{words.detail}</p>
      <AskParties text={task.text} parties={parties} choices={choices} onToggle={toggle} />
      <TextInput
        className={classes.short}
        label={words.due}
        description={words.dueHint}
        value={due}
        error={tried && dueOn === undefined ? words.dueUnknown(due) : null}
        onChange={(event) => setDue(event.target.value)}
      />
      {tried && chosen.length === 0 ? (
        <p role="alert" className={classes.problem}>
          {words.nothingChosen}
        </p>
      ) : null}
      <ErrorNote error={request.error} />
      <div className={classes.actions}>
        <Button onClick={onClose}>{ui.cancel}</Button>
        <Button type="submit" variant="filled" loading={request.pending} data-autofocus autoFocus>
          {words.make(chosen.length)}
        </Button>
      </div>
    </Form>
  );
}
