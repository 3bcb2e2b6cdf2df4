import { Menu } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./LabelChooser.module.css";

export type LabelChooserProps<Value extends string> = {
  label: string;
  value: Value | null;
  shown: ReactNode;
  /** Each label with what it allows, so that nobody chooses by its colour. */
  options: readonly { value: Value; shown: ReactNode; meaning: string }[];
  onChoose(value: Value): void;
};

/** A marking of TLP or PAP, chosen where it stands. */
export function LabelChooser<Value extends string>(props: LabelChooserProps<Value>) {
  const { label, value, shown, options, onChoose } = props;
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={classes.shown} aria-label={`${label}: ${value ?? ""}`}>
          {shown}
          <span aria-hidden="true" className={classes.caret}>
            ▾
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map((option) => (
          <Menu.RadioItem
            key={option.value}
            value={option.value}
            checked={option.value === value}
            closeMenuOnClick
            onChange={() => {
              if (option.value !== value) onChoose(option.value);
            }}
          >
            <span className={classes.option}>
              <span className={classes.name}>{option.shown}</span>
              <span className={classes.meaning}>{option.meaning}</span>
            </span>
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
