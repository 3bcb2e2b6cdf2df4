import type { ReactNode } from "react";
import { isComposingKey } from "#renderer/commands/shortcut.ts";
import classes from "./FilterBar.module.css";

/** A filter that reads as a sentence; its words are `SentenceChoice`s. */
export function FilterBar({ label, children, aside }: { label: string; children: ReactNode; aside?: ReactNode }) {
  return (
    <div role="search" aria-label={label} className={classes.bar}>
      <div className={classes.sentence}>{children}</div>
      {aside === undefined ? null : <div className={classes.aside}>{aside}</div>}
    </div>
  );
}

/** The free word of a filter: `/` goes to it, Esc or Enter goes back to the list. */
export function FilterText({
  label,
  placeholder,
  value,
  onChange,
}: {
  label: string;
  placeholder: string;
  value: string;
  onChange(text: string): void;
}) {
  return (
    <input
      data-filter
      className={classes.text}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      spellCheck={false}
      maxLength={200}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || isComposingKey(event.nativeEvent)) return;
        document.querySelector<HTMLElement>("[data-primary=true]")?.focus();
      }}
    />
  );
}
