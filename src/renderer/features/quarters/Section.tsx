import type { ReactNode } from "react";
import classes from "./Section.module.css";

/** A part of the quarter's page: its heading in the margin, its matter beside it. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.title}>
        {title}
        {aside === undefined ? null : <span>{aside}</span>}
      </h2>
      <div className={classes.matter}>{children}</div>
    </section>
  );
}
