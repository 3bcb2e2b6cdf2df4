import type { ReactNode } from "react";
import type { ErrorCode, ErrorParams } from "#shared/errors.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./ErrorNote.module.css";

export type ErrorNoteProps = {
  error: { code: ErrorCode; params: ErrorParams } | null | undefined;
  /** What can be done about it: a button or two. */
  children?: ReactNode;
};

/** One sentence beside what caused it: what, why, what to do. Nothing while there is no error. */
export function ErrorNote({ error, children }: ErrorNoteProps) {
  const { errors } = useMessages();
  if (error === null || error === undefined) return null;
  return (
    <div role="alert" className={classes.note}>
      <p>{errors[error.code](error.params)}</p>
      {children}
    </div>
  );
}
