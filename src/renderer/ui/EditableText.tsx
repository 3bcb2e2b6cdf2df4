import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { isComposingKey } from "#renderer/commands/shortcut.ts";
import classes from "./EditableText.module.css";

export type EditableTextProps = {
  label: string;
  /** The text as it is edited. */
  value: string;
  /** The text as it is shown when it is not edited; the value itself when left out. */
  shown?: ReactNode;
  /** Stands where there is nothing yet. */
  placeholder: string;
  /** What may be typed, shown in the empty field. */
  hint?: string;
  multiline?: boolean;
  /** The sentence on why a typed text cannot be saved, or null. */
  check?(text: string): string | null;
  onSave(text: string): void;
};

/** A fact that is edited where it stands: Enter or leaving it saves, Esc puts the old text back. */
export function EditableText(props: EditableTextProps) {
  const { label, value, shown, placeholder, hint, multiline = false, check, onSave } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const done = useRef(false);
  const problem = draft === null ? null : (check?.(draft) ?? null);

  const leave = (refocus: boolean) => {
    setDraft(null);
    if (refocus) requestAnimationFrame(() => button.current?.focus());
  };
  const save = (refocus: boolean) => {
    if (draft === null || problem !== null || done.current) return;
    done.current = true;
    if (draft !== value) onSave(draft);
    leave(refocus);
  };
  if (draft === null) {
    return (
      <button
        ref={button}
        type="button"
        className={classes.shown}
        aria-label={`${label}: ${value === "" ? placeholder : value}`}
        data-empty={value === ""}
        onClick={() => {
          done.current = false;
          setDraft(value);
        }}
      >
        {value === "" ? placeholder : (shown ?? value)}
      </button>
    );
  }
  const field = {
    className: classes.field,
    "aria-label": label,
    "aria-invalid": problem !== null,
    value: draft,
    placeholder: hint,
    autoFocus: true,
    spellCheck: false,
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
    onBlur: () => (problem === null ? save(false) : leave(false)),
    onKeyDown: (event: KeyboardEvent) => {
      if (isComposingKey(event.nativeEvent)) return;
      if (event.key === "Escape") {
        event.preventDefault();
        done.current = true;
        leave(true);
      } else if (event.key === "Enter" && (!multiline || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        save(true);
      }
    },
  };
  return (
    <span className={classes.editing}>
      {multiline ? <textarea rows={8} {...field} /> : <input {...field} />}
      {problem === null ? null : (
        <span role="alert" className={classes.problem}>
          {problem}
        </span>
      )}
    </span>
  );
}
