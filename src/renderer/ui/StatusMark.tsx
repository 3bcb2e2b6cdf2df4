import type { ReactNode } from "react";
import classes from "./StatusMark.module.css";

export type MarkShape = "filled" | "empty" | "half" | "diamond" | "triangle" | "check" | "cross" | "dash";
/** wait: waits for someone. danger: would leak or lose. good: may go out. */
export type MarkTone = "plain" | "soft" | "wait" | "danger" | "good";

const PATHS: Record<MarkShape, ReactNode> = {
  filled: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  empty: <circle cx="5" cy="5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.2" />,
  half: (
    <>
      <circle cx="5" cy="5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M5 1.6a3.4 3.4 0 0 0 0 6.8z" fill="currentColor" />
    </>
  ),
  diamond: <path d="M5 .5 9.5 5 5 9.5.5 5z" fill="currentColor" />,
  triangle: <path d="M5 1 9.4 9H.6z" fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round" />,
  check: <path d="m1.2 5.4 2.6 2.6 5-6" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  cross: <path d="m1.8 1.8 6.4 6.4m0-6.4-6.4 6.4" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  dash: <path d="M1.5 5h7" fill="none" stroke="currentColor" strokeWidth="1.4" />,
};

/** A status: a word with a small shape, so that it reads in print and without colour. */
export function StatusMark({
  shape,
  tone = "plain",
  children,
}: {
  shape: MarkShape;
  tone?: MarkTone;
  children: ReactNode;
}) {
  return (
    <span className={classes.mark} data-tone={tone}>
      <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
        {PATHS[shape]}
      </svg>
      {children}
    </span>
  );
}
