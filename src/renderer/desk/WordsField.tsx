import { useEffect, useRef, useState } from "react";
import { isComposingKey } from "#renderer/commands/shortcut.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import classes from "./DecisionBar.module.css";

export type WordsFieldProps = {
  label: string;
  hint: string;
  /** What it will be done to. */
  scope: string;
  initial: string;
  suggestions: readonly string[];
  onLeave(): void;
  onAnswer(text: string): void;
};

/** One line to type: Enter takes it, Esc leaves it, arrows bring what is often said; the Enter and Esc of an input method are its own. */
export function WordsField({ label, hint, scope, initial, suggestions, onLeave, onAnswer }: WordsFieldProps) {
  const { sanitising: words, ui } = useMessages();
  const [text, setText] = useState(initial);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <form
      className={classes.question}
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(text.trim());
      }}
    >
      <label className={classes.label}>
        <span>
          {label}
          <span className={classes.scope}>{scope}</span>
        </span>
        <input
          ref={field}
          className={classes.field}
          value={text}
          placeholder={hint}
          maxLength={2000}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (isComposingKey(event.nativeEvent)) {
              // Enter that commits a conversion must not send the form.
              if (event.key === "Enter") event.preventDefault();
              return;
            }
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step !== undefined && suggestions.length > 0) {
              event.preventDefault();
              const at = suggestions.indexOf(text);
              // From words of one's own to the first, or to the last.
              const next = at < 0 ? (step > 0 ? 0 : -1) : (at + step) % suggestions.length;
              return setText(suggestions.at(next) ?? text);
            }
            if (event.key !== "Escape") return;
            event.preventDefault();
            event.stopPropagation();
            onLeave();
          }}
        />
      </label>
      <button type="submit" className={classes.choice} disabled={text.trim() === ""}>
        {words.confirm}
      </button>
      <button type="button" className={classes.choice} onClick={onLeave}>
        {ui.cancel}
      </button>
      {suggestions.length === 0 ? null : (
        <span className={classes.suggestions}>
          <KeyHint keys="ArrowDown" />
          {suggestions.map((suggestion) => (
            <button key={suggestion} type="button" className="link-button" onClick={() => onAnswer(suggestion)}>
              {suggestion}
            </button>
          ))}
        </span>
      )}
    </form>
  );
}
