import type { ReactNode } from "react";
import classes from "./ListPane.module.css";

/** A filter above, the list in all the room that is left. */
export function ListPane({ filter, children }: { filter: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.pane}>
      {filter}
      <div className={classes.list}>{children}</div>
    </div>
  );
}
