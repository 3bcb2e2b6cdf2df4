import { Menu } from "@mantine/core";
import classes from "./SentenceChoice.module.css";

export type SentenceOption<Value extends string> = { value: Value; label: string };

export type SentenceChoiceProps<Value extends string> = {
  /** What is chosen here, for those who cannot see the sentence. */
  label: string;
  /** The word that stands in the sentence now. */
  text: string;
  options: readonly SentenceOption<Value>[];
  chosen: readonly Value[];
  /** Several can be chosen: the menu stays open. */
  multiple?: boolean;
  onToggle(value: Value): void;
};

/** A word of a filter sentence that opens to its alternatives. */
export function SentenceChoice<Value extends string>(props: SentenceChoiceProps<Value>) {
  const { label, text, options, chosen, multiple = false, onToggle } = props;
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={classes.word} aria-label={`${label}: ${text}`}>
          {text}
          <span aria-hidden="true" className={classes.caret}>
            ▾
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.options}>
        {options.map((option) => {
          const isChosen = chosen.includes(option.value);
          return multiple ? (
            <Menu.CheckboxItem key={option.value} checked={isChosen} onChange={() => onToggle(option.value)}>
              {option.label}
            </Menu.CheckboxItem>
          ) : (
            <Menu.RadioItem
              key={option.value}
              value={option.value}
              checked={isChosen}
              closeMenuOnClick
              onChange={() => onToggle(option.value)}
            >
              {option.label}
            </Menu.RadioItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
