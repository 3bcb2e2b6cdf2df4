import { useState, type KeyboardEvent } from "react";
import { isComposingKey } from "#renderer/commands/shortcut.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { readTechniques } from "./readTechniques.ts";
import classes from "./TechniqueTokens.module.css";

/** ATT&CK techniques as tokens: type, Enter; Backspace in the empty field takes the last away. */
export function TechniqueTokens({ ids, onChange }: { ids: readonly string[]; onChange(ids: string[]): void }) {
  const { cases: words } = useMessages();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const keep = () => {
    const { ids: read, unknown } = readTechniques(text);
    setProblem(unknown === undefined ? null : words.techniqueUnknown(unknown));
    if (unknown !== undefined || read.length === 0) return;
    setText("");
    const added = [...new Set([...ids, ...read])];
    if (added.length !== ids.length) onChange(added);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposingKey(event.nativeEvent)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      keep();
    }
    if (event.key === "Backspace" && text === "" && ids.length > 0) onChange(ids.slice(0, -1));
  };
  return (
    <div className={classes.tokens}>
      {ids.map((id) => (
        <span key={id} className={classes.token}>
          {id}
          <button
            type="button"
            aria-label={words.removeTechnique(id)}
            onClick={() => onChange(ids.filter((other) => other !== id))}
          >
            ×
          </button>
        </span>
      ))}
      <input
        aria-label={words.fields.techniques}
        placeholder={ids.length === 0 ? words.techniqueHint : ""}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
      {problem === null ? null : (
        <span role="alert" className={classes.problem}>
          {problem}
        </span>
      )}
    </div>
  );
}
