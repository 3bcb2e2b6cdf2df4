import type { Place } from "#renderer/state/workplace.ts";
import { PLACES, useWorkplace } from "#renderer/state/workplace.ts";
import { isTextField } from "#renderer/commands/useShortcuts.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { LANGUAGES, messages } from "#shared/messages/messages.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { THEMES, usePreferences } from "#renderer/state/preferences.ts";
import { flushDrafts } from "#renderer/ui/editor/textDrafts.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useFrameDialogs } from "./frameDialogs.ts";

const primaryList = () => document.querySelector<HTMLElement>("[data-primary=true]");

/** Esc: out of a field, from the detail to the list, and from there to where one came from. */
function stepBack(): void {
  const active = document.activeElement;
  const list = primaryList();
  if (active !== list && list !== null) return list.focus();
  if (isTextField(active) && active instanceof HTMLElement) return active.blur();
  useWorkplace.getState().back();
}

/** A place is found by its name and reading in either language. */
function placeReading(place: Place): string {
  return LANGUAGES.map((language) => {
    const { frame } = messages[language];
    return `${frame.places[place]} ${frame.placeReadings[place]}`;
  }).join(" ");
}

/** What can be done everywhere. */
export function useFrameCommands(): void {
  const { frame } = useMessages();
  const { go } = useWorkplace.getState();
  const { setTheme, setLanguage } = usePreferences.getState();
  const { open } = useFrameDialogs.getState();
  const close = useCommand(api.casebook.close);
  useCommands([
    ...PLACES.map((place, index) => ({
      id: `go.${place}`,
      title: frame.places[place],
      reading: placeReading(place),
      shortcut: `Ctrl+${index + 1}`,
      run: () => go(place),
    })),
    {
      id: "go.search",
      title: frame.places.search,
      reading: placeReading("search"),
      shortcut: "Ctrl+Shift+F",
      run: () => go("search"),
    },
    {
      id: "frame.palette",
      title: frame.keys.palette,
      shortcut: "Ctrl+K",
      keysOnly: true,
      run: () => open("palette"),
    },
    { id: "frame.keys", title: frame.keys.title, reading: frame.keys.reading, shortcut: "?", run: () => open("keys") },
    {
      id: "frame.filter",
      title: frame.keys.filter,
      shortcut: "/",
      keysOnly: true,
      run: () => document.querySelector<HTMLElement>("[data-filter]")?.focus(),
    },
    { id: "frame.back", title: frame.keys.back, shortcut: "Escape", keysOnly: true, run: stepBack },
    {
      id: "frame.import",
      title: frame.importFiles,
      reading: frame.importReading,
      shortcut: "Ctrl+O",
      run: () => open("files"),
    },
    {
      id: "frame.lock",
      title: frame.lock,
      reading: frame.lockReading,
      shortcut: "Ctrl+L",
      // What is still being typed belongs to the book that is about to be closed.
      run: () => void flushDrafts().then(() => close.run({})),
    },
    ...THEMES.map((theme) => ({
      id: `theme.${theme}`,
      title: `${frame.theme.title}: ${frame.theme[theme]}`,
      reading: frame.theme.readings[theme],
      run: () => setTheme(theme),
    })),
    ...LANGUAGES.map((language) => ({
      id: `language.${language}`,
      title: `${frame.language.title}: ${frame.language[language]}`,
      reading: frame.language.readings[language],
      run: () => setLanguage(language),
    })),
  ]);
}
