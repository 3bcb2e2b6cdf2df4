import { useState } from "react";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import classes from "./ApprovalDialogs.module.css";
import type { ApprovalDialogProps } from "./dialogProps.ts";
import { RecordFields } from "./RecordFields.tsx";
import { useRecordForm } from "./useRecordForm.ts";

/** 承認を記録: what a provider answered, about exactly the words that are there now. */
export function RecordApproval(props: ApprovalDialogProps) {
  const { parties, text, error, onClose } = props;
  const { approvals } = useMessages();
  const words = approvals.recordDialog;
  const form = useRecordForm(props);
  // The text may change while the dialog is open: what was answered is the one that was on screen when it opened.
  const [opened, setOpened] = useState(text);
  if (opened === undefined && text !== undefined) setOpened(text);
  const isKnown = parties !== undefined && opened !== undefined;
  return (
    <ConfirmDialog
      opened
      size={640}
      title={words.title(opened?.title ?? "")}
      confirmLabel={words.save}
      pending={form.pending}
      disabled={!isKnown || parties.length === 0}
      onConfirm={() => void form.submit(opened?.sha256)}
      onClose={onClose}
    >
      <ErrorNote error={error} />
      {error === null && !isKnown ? <SkeletonLines count={5} label={approvals.loading} /> : null}
      {isKnown && parties.length === 0 ? <p className={classes.detail}>{words.nobody}</p> : null}
      {isKnown && parties.length > 0 ? <RecordFields form={form} parties={parties} /> : null}
      <ErrorNote error={form.error} />
    </ConfirmDialog>
  );
}
