import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { DeliveryRef } from "#shared/contract/sharings.ts";
import { readMoment } from "#shared/domain/moment.ts";
import { readTypedMoment } from "#shared/messages/numerals.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import classes from "./Dialogs.module.css";

/** The copy that was answered, and by whom. */
export type AskedAnswer = { delivery: DeliveryRef; name: string };

/** What a recipient answered, also that they found nothing. */
export function AnswerDialog({ asked, onClose }: { asked: AskedAnswer; onClose(): void }) {
  const { sharings, format } = useMessages();
  const words = sharings.answers;
  const record = useCommand(api.sharings.recordAnswer);
  const sayWithUndo = useUndoNotice();
  const [answer, setAnswer] = useState("");
  const [typedAt, setTypedAt] = useState(() => format.moment(Date.now()));
  const [tried, setTried] = useState(false);
  const at = readMoment(readTypedMoment(typedAt) ?? "");
  const submit = async () => {
    setTried(true);
    if (answer.trim() === "" || at === undefined) return;
    if ((await record.run({ delivery: asked.delivery, at, answer: answer.trim() })) === undefined) return;
    sayWithUndo(words.saved(asked.name));
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={words.recordFor(asked.name)}
      confirmLabel={words.record}
      pending={record.pending}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <div>
        <Textarea
          label={words.text}
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          value={answer}
          error={tried && answer.trim() === "" ? words.missing : null}
          onChange={(event) => setAnswer(event.target.value)}
        />
        <div className={classes.ready}>
          {words.ready.map((ready) => (
            <button key={ready} type="button" className="link-button" onClick={() => setAnswer(ready)}>
              {ready}
            </button>
          ))}
        </div>
      </div>
      <TextInput
        label={words.at}
        value={typedAt}
        error={tried && at === undefined ? sharings.sightings.atUnknown(typedAt) : null}
        onChange={(event) => setTypedAt(event.target.value)}
      />
      <ErrorNote error={record.error} />
    </ConfirmDialog>
  );
}
