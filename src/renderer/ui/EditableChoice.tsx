import { Menu } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./EditableText.module.css";

export type EditableChoiceProps<Value extends string> = {
  label: string;
  value: Value | null;
  shown: ReactNode;
  options: readonly { value: Value | null; label: string }[];
  onChoose(value: Value | null): void;
};

/** A fact chosen from a list where it stands; the choice is saved as it is made. */
export function EditableChoice<Value extends string>(props: EditableChoiceProps<Value>) {
  const { label, value, shown, options, onChoose } = props;
  return (
    <Menu>
      <Menu.Target>
        <button
          type="button"
          className={`${classes.shown} ${classes.choice}`}
          aria-label={label}
          data-empty={value === null}
        >
          {shown}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.options}>
        {options.map((option) => (
          <Menu.RadioItem
            key={option.value ?? ""}
            value={option.value ?? ""}
            checked={option.value === value}
            closeMenuOnClick
            onChange={() => {
              if (option.value !== value) onChoose(option.value);
            }}
          >
            {option.label}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
