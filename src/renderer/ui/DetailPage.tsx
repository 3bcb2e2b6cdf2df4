import type { ReactNode } from "react";
import classes from "./DetailPage.module.css";
import { SkeletonLines } from "./SkeletonLines.tsx";

export type DetailPageProps = {
  label: string;
  header?: ReactNode;
  children?: ReactNode;
  /** The record is on the way. The page is the same one when it has come, so the focus can go there before. */
  busy?: boolean;
};

/** The detail of a record: a title that stays, then sections between hairlines. */
export function DetailPage({ label, header, children, busy = false }: DetailPageProps) {
  return (
    <article aria-label={label} aria-busy={busy} className={classes.page} tabIndex={-1} data-detail>
      {busy ? (
        <SkeletonLines count={10} label={label} />
      ) : (
        <>
          <header className={classes.header}>{header}</header>
          <div className={classes.body}>{children}</div>
        </>
      )}
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
