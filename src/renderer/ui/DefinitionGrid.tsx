import type { ReactNode } from "react";
import classes from "./DefinitionGrid.module.css";

export type Fact = {
  id: string;
  term: string;
  /** Not shown at all when null or undefined. */
  value: ReactNode;
  /** Takes the whole width of the grid. */
  wide?: boolean;
};

/** Facts in two columns: a quiet term, then what is known. */
export function DefinitionGrid({ facts, label }: { facts: readonly Fact[]; label?: string }) {
  return (
    <dl className={classes.grid} aria-label={label}>
      {facts.map(({ id, term, value, wide }) =>
        value === null || value === undefined ? null : (
          <div key={id} className={classes.fact} data-wide={wide}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
