import { Textarea } from "@mantine/core";
import { useState } from "react";
import type { SharingDetail } from "#shared/contract/sharings.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import classes from "./Dialogs.module.css";

type WithdrawDialogProps = {
  detail: Pick<SharingDetail, "id" | "title" | "withdrawnReason">;
  /** It is withdrawn already, and the reason is to be said otherwise. */
  reword?: boolean;
  onClose(): void;
};

/** A sharing is withdrawn only with a reason, and only when its name was read on the button. */
export function WithdrawDialog({ detail, reword = false, onClose }: WithdrawDialogProps) {
  const { sharings } = useMessages();
  const words = sharings.withdrawDialog;
  const { id, title, withdrawnReason } = detail;
  const withdraw = useCommand(reword ? api.sharings.rewordWithdrawal : api.sharings.withdraw);
  const [reason, setReason] = useState(withdrawnReason ?? "");
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (reason.trim() === "") return;
    if ((await withdraw.run({ id, reason: reason.trim() })) !== undefined) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={reword ? words.rewordTitle(title) : words.title(title)}
      detail={words.detail}
      confirmLabel={reword ? words.reword : words.confirm(title)}
      danger={!reword}
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
