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
    <Menu closeOnItemClick={!multiple}>
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
          return (
            <Menu.Item
              key={option.value}
              role={multiple ? "menuitemcheckbox" : "menuitemradio"}
              aria-checked={isChosen}
              onClick={() => onToggle(option.value)}
            >
              <span aria-hidden="true" className={classes.tick}>
                {isChosen ? "✓" : ""}
              </span>
              {option.label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
