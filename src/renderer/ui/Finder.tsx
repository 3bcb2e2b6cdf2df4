import { useEffect, useId, useState, type KeyboardEvent } from "react";
import { isComposingKey } from "#renderer/commands/shortcut.ts";
import classes from "./Finder.module.css";

export type FinderOption = { id: string; title: string; note?: string };

export type FinderProps = {
  label: string;
  placeholder: string;
  text: string;
  options: readonly FinderOption[];
  /** True while the options still answer what was typed before: Enter waits for those that answer this. */
  settling?: boolean;
  /** Said when nothing matches. */
  nothing: string;
  autoFocus?: boolean;
  /** Shows its options before anything is typed. */
  openAtOnce?: boolean;
  invalid?: boolean;
  onText(text: string): void;
  onPick(option: FinderOption): void;
  /** Esc, or leaving the field. */
  onLeave?(): void;
};

/** A field that finds while one types, also while an input method composes; arrows choose, Enter takes. */
export function Finder(props: FinderProps) {
  const {
    label,
    placeholder,
    text,
    options,
    nothing,
    autoFocus = false,
    openAtOnce = false,
    invalid = false,
    settling = false,
  } = props;
  const { onText, onPick, onLeave } = props;
  const listId = useId();
  const [open, setOpen] = useState(openAtOnce);
  const [chosen, setChosen] = useState(0);
  const current = Math.min(chosen, Math.max(0, options.length - 1));
  const [taking, setTaking] = useState(false);
  const pick = (option: FinderOption | undefined) => {
    setTaking(false);
    if (option === undefined) return;
    setOpen(false);
    onPick(option);
  };
  const take = () => (settling ? setTaking(true) : pick(options[current]));
  useEffect(() => {
    if (taking && !settling) pick(options[current]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposingKey(event.nativeEvent) || event.ctrlKey || event.metaKey) return;
    const actions: Record<string, () => void> = {
      ArrowDown: () => (open ? setChosen(Math.min(current + 1, options.length - 1)) : setOpen(true)),
      ArrowUp: () => setChosen(Math.max(current - 1, 0)),
      ...(open && (settling || options.length > 0) ? { Enter: take } : {}),
      ...(open || onLeave !== undefined
        ? {
            Escape: () => {
              setOpen(false);
              onLeave?.();
            },
          }
        : {}),
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
  const currentOption = options[current];
  return (
    <span className={classes.finder}>
      <input
        role="combobox"
        className={classes.field}
        aria-label={label}
        aria-expanded={open}
        // An open list takes Escape for itself; a dialog around it stays.
        data-mantine-stop-propagation={open || undefined}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-invalid={invalid}
        aria-activedescendant={open && currentOption !== undefined ? `${listId}-${currentOption.id}` : undefined}
        placeholder={placeholder}
        value={text}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          onText(event.target.value);
          setOpen(true);
          setChosen(0);
          setTaking(false);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setOpen(false);
          onLeave?.();
        }}
      />
      {open ? (
        <span role="listbox" id={listId} aria-label={label} className={classes.list}>
          {options.map((option, index) => (
            <span
              key={option.id}
              id={`${listId}-${option.id}`}
              role="option"
              aria-selected={index === current}
              className={classes.option}
              // Before the field loses the focus, or the list would be gone.
              onMouseDown={(event) => {
                event.preventDefault();
                pick(option);
              }}
              onMouseMove={() => setChosen(index)}
            >
              <span>{option.title}</span>
              {option.note === undefined ? null : <span className={classes.note}>{option.note}</span>}
            </span>
          ))}
          {options.length === 0 && !settling ? <span className={classes.nothing}>{nothing}</span> : null}
        </span>
      ) : null}
    </span>
  );
}
