import type { ReactNode } from "react";
import classes from "./EmptyState.module.css";

/** An empty place says what belongs there and how to bring it. */
export function EmptyState({ title, detail, children }: { title: string; detail?: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {detail === undefined ? null : <p className={classes.detail}>{detail}</p>}
      {children === undefined ? null : <div className={classes.actions}>{children}</div>}
    </div>
  );
}
