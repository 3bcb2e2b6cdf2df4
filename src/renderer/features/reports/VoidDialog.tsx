import { Textarea } from "@mantine/core";
import { useState } from "react";
import type { ReportDetail } from "#shared/contract/reports.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { shortNameOf } from "./reportWords.ts";

type VoidDialogProps = { report: ReportDetail; opened: boolean; onClose(): void };

/** A report stops counting only with a reason, and only when its name was read on the button. */
export function VoidDialog({ report, opened, onClose }: VoidDialogProps) {
  const { reports } = useMessages();
  const { makeVoid } = reports;
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const command = useCommand(api.reports.makeVoid);
  const close = () => {
    setTried(false);
    setReason("");
    command.forget();
    onClose();
  };
  const confirm = async () => {
    setTried(true);
    if (reason.trim() === "") return;
    const done = await command.run({ id: report.id, reason: reason.trim() });
    if (done !== undefined) close();
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={makeVoid.title(report.title)}
      detail={makeVoid.detail}
      confirmLabel={makeVoid.confirm(shortNameOf(report))}
      danger
      pending={command.pending}
      onConfirm={() => void confirm()}
      onClose={close}
    >
      <Textarea
        label={makeVoid.reason}
        value={reason}
        error={tried && reason.trim() === "" ? makeVoid.reasonMissing : null}
        data-autofocus
        rows={2}
        onChange={(event) => setReason(event.target.value)}
      />
      <div>
        {makeVoid.reasons.map((ready, index) => (
          <span key={ready}>
            {index > 0 ? "　" : null}
            <button type="button" className="link-button" onClick={() => setReason(ready)}>
              {ready}
            </button>
          </span>
        ))}
      </div>
      <ErrorNote error={command.error} />
    </ConfirmDialog>
  );
}
