import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./ConfirmDialog.module.css";
import { Form } from "./Form.tsx";

export type ConfirmDialogProps = {
  opened: boolean;
  title: string;
  /** What will happen, and whether it can be taken back. */
  detail?: string;
  /** Names the thing: 「報告 R-0231 を無効にする」. */
  confirmLabel: string;
  danger?: boolean;
  pending?: boolean;
  /** True while something in the dialog must still be said before it can be confirmed. */
  disabled?: boolean;
  /** Width, px. */
  size?: number;
  /** A dialog without a field: the focus is on its button, as soon as it can be pressed. */
  focusConfirm?: boolean;
  onConfirm(): void;
  onClose(): void;
  children?: ReactNode;
};

/** Asked only before what cannot simply be undone. Enter in a field confirms, but not the Enter of an input method. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    title,
    detail,
    confirmLabel,
    danger = false,
    pending = false,
    disabled = false,
    size = 480,
    focusConfirm = false,
    onConfirm,
    onClose,
    children,
  } = props;
  const { ui } = useMessages();
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} closeButtonProps={{ "aria-label": ui.close }}>
      <Form className={classes.form} onSubmit={onConfirm}>
        {detail === undefined ? null : <p className={classes.detail}>{detail}</p>}
        {children}
        <div className={classes.actions}>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button
            key={focusConfirm ? String(disabled) : "confirm"}
            autoFocus={focusConfirm && !disabled}
            data-autofocus={(focusConfirm && !disabled) || undefined}
            type="submit"
            variant="filled"
            color={danger ? "red" : "indigo"}
            loading={pending}
            disabled={disabled}
          >
            {confirmLabel}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
