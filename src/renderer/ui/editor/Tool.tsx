import type { ReactNode } from "react";
import classes from "./EditorToolbar.module.css";

type ToolProps = { label: string; keys?: string; active?: boolean; onPress(): void; children: ReactNode };

/** A tool does not take the focus away from the text. */
export function Tool({ label, keys, active, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.tool}
      title={keys === undefined ? label : `${label}  ${keys}`}
      aria-label={label}
      aria-pressed={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
