import classes from "./SkeletonLines.module.css";

/** Grey lines of the height of what will come; they show only when it has not come after 150 ms. */
export function SkeletonLines({ count, label }: { count: number; label: string }) {
  return (
    <div className={classes.lines} role="status" aria-label={label}>
      {Array.from({ length: count }, (_, line) => (
        <span key={line} className={classes.line} data-short={line % 3 === 2} />
      ))}
    </div>
  );
}
