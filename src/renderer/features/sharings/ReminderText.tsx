import { Button } from "@mantine/core";
import type { AppError } from "#shared/errors.ts";
import type { TextRef } from "#shared/contract/sanitising.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import classes from "./ReminderText.module.css";
import { useClearedCopy } from "./useClearedCopy.ts";

type ReminderTextProps = {
  /** The text it is about: what is copied is cleared as a passage of it. */
  text: TextRef;
  subject: string;
  body: string;
  hint: string;
  copyLabel: string;
  /** Makes the draft of a mail of it and has it saved. */
  mail: { isPending: boolean; error: AppError | null; run(): void };
};

/** The words of a reminder, to be read and copied; copying goes through the gate like everything that leaves. */
export function ReminderText({ text, subject, body, hint, copyLabel, mail }: ReminderTextProps) {
  const { approvals } = useMessages();
  const { copy, error, pending } = useClearedCopy(text);
  return (
    <div className={classes.reminder}>
      <p className={classes.subject}>
        <span className={classes.term}>{approvals.waiting.subject}</span> {subject}
      </p>
      <p className={classes.body}>{body}</p>
      <div className={classes.actions}>
        <Button variant="filled" loading={mail.isPending} onClick={mail.run}>
          {approvals.waiting.makeMail}
        </Button>
        <Button loading={pending} onClick={() => void copy(`${subject}\n\n${body}`)}>
          {copyLabel}
        </Button>
        <span className={classes.hint}>{hint}</span>
      </div>
      <ErrorNote error={mail.error ?? error} />
    </div>
  );
}
