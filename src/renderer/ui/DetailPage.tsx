import type { ReactNode } from "react";
import classes from "./DetailPage.module.css";

/** The detail of a record: a title that stays, then sections between hairlines. */
export function DetailPage({ label, header, children }: { label: string; header: ReactNode; children: ReactNode }) {
  return (
    <article aria-label={label} className={classes.page} tabIndex={-1} data-detail>
      <header className={classes.header}>{header}</header>
      <div className={classes.body}>{children}</div>
    </article>
  );
}

export function DetailSection({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <h2 className={classes.sectionTitle}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Enter in a list: the focus goes into the detail beside it. */
export function focusDetail(): void {
  document.querySelector<HTMLElement>("[data-detail]")?.focus();
}
