import { Textarea } from "@mantine/core";
import { useState } from "react";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import classes from "./Dialogs.module.css";

type WithdrawDialogProps = { sharingId: string; title: string; onClose(): void };

/** A sharing is withdrawn only with a reason, and only when its name was read on the button. */
export function WithdrawDialog({ sharingId, title, onClose }: WithdrawDialogProps) {
  const { sharings } = useMessages();
  const words = sharings.withdrawDialog;
  const withdraw = useCommand(api.sharings.withdraw);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (reason.trim() === "") return;
    if ((await withdraw.run({ id: sharingId, reason: reason.trim() })) !== undefined) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={words.title(title)}
      detail={words.detail}
      confirmLabel={words.confirm(title)}
      danger
      pending={withdraw.pending}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <div>
        <Textarea
          label={words.reason}
          rows={2}
          data-autofocus
          value={reason}
          error={tried && reason.trim() === "" ? words.reasonMissing : null}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className={classes.ready}>
          {words.reasons.map((ready) => (
            <button key={ready} type="button" className="link-button" onClick={() => setReason(ready)}>
              {ready}
            </button>
          ))}
        </div>
      </div>
      <ErrorNote error={withdraw.error} />
    </ConfirmDialog>
  );
}
