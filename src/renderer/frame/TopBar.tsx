import { Menu } from "@mantine/core";
import type { OpenBook } from "#shared/contract/casebook.ts";
import { LANGUAGES } from "#shared/messages/messages.ts";
import { runCommand } from "#renderer/commands/useCommands.ts";
import { THEMES, usePreferences } from "#renderer/state/preferences.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import { QuarterChooser } from "./QuarterChooser.tsx";
import classes from "./TopBar.module.css";
import { UndoButtons } from "./UndoButtons.tsx";

export function TopBar({ book }: { book: OpenBook }) {
  const { frame } = useMessages();
  return (
    <header className={classes.bar}>
      <span className={classes.name} title={book.name}>
        {frame.appName}
      </span>
      <QuarterChooser />
      <UndoButtons />
      <button type="button" className={classes.search} onClick={() => runCommand("frame.palette")}>
        <span>{frame.search}</span>
        <KeyHint keys="Ctrl+K" />
      </button>
      <PersonMenu analyst={book.analyst} />
      <button type="button" className={classes.plain} onClick={() => runCommand("frame.lock")}>
        {frame.lock}
      </button>
    </header>
  );
}

function PersonMenu({ analyst }: { analyst: string }) {
  const { frame } = useMessages();
  const { theme, language, setTheme, setLanguage } = usePreferences();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={classes.plain}>
          {frame.analyst(analyst)}
          <span aria-hidden="true" className={classes.caret}>
            ▾
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{frame.theme.title}</Menu.Label>
        {THEMES.map((choice) => (
          <Menu.RadioItem
            key={choice}
            value={choice}
            checked={choice === theme}
            closeMenuOnClick
            onChange={() => setTheme(choice)}
          >
            {frame.theme[choice]}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{frame.language.title}</Menu.Label>
        {LANGUAGES.map((choice) => (
          <Menu.RadioItem
            key={choice}
            value={choice}
            checked={choice === language}
            closeMenuOnClick
            lang={choice}
            onChange={() => setLanguage(choice)}
          >
            {frame.language[choice]}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => runCommand("frame.keys")} rightSection={<KeyHint keys="?" />}>
          {frame.keys.open}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
