import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import classes from "./DecisionBar.module.css";

export type ChoiceListProps = {
  label: string;
  choices: readonly string[];
  /** What a choice will be done to, when that is more than one place. */
  scope: string | null;
  /** The index of the choice. */
  onChoose(index: number): void;
};

/** Up to nine wordings, each with its digit. */
export function ChoiceList({ label, choices, scope, onChoose }: ChoiceListProps) {
  return (
    <div role="group" aria-label={label} className={classes.choices}>
      {choices.slice(0, 9).map((choice, index) => (
        <button key={choice} type="button" className={classes.choice} onClick={() => onChoose(index)}>
          <KeyHint keys={String(index + 1)} />
          {choice}
        </button>
      ))}
      {scope === null ? null : <span className={classes.scope}>{scope}</span>}
    </div>
  );
}
