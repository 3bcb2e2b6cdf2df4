import { useEffect } from "react";
import { availableCommands, useRegistry, type Command } from "./registry.ts";
import { isComposingKey, matchesShortcut, writesText, type KeyPress } from "./shortcut.ts";

/** True for what a person types text into. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return true;
  }
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type);
}

/** Escape closes an open menu or list of choices, and then nothing else. */
function closesAList(event: KeyboardEvent): boolean {
  if (event.key !== "Escape" || !(event.target instanceof Element)) return false;
  return event.target.closest("[role=menu]") !== null || event.target.getAttribute("aria-expanded") === "true";
}

/** Ctrl Z and its like belong to the text field while one types in it. */
const TEXT_EDITING = ["Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+A"];

function commandFor(press: KeyPress, inTextField: boolean, inDialog: boolean): Command | undefined {
  return availableCommands(useRegistry.getState().owners).find(({ shortcut, inDialogs, hintOnly }) => {
    if (shortcut === undefined || hintOnly === true || !matchesShortcut(press, shortcut)) return false;
    if (inDialog && inDialogs !== true) return false;
    return !(inTextField && (writesText(shortcut) || TEXT_EDITING.includes(shortcut)));
  });
}

/**
 * The one place where keys become commands. Single letters work only outside text fields; nothing happens while an
 * input method composes, and nothing that a nearer element has taken already (`preventDefault`) is done twice.
 */
export function useShortcuts(): void {
  useEffect(() => {
    let inDialog = false;
    // Seen before the dialog sees it: the Esc that closes one must not lead on from what was behind it.
    const begin = () => {
      inDialog = document.querySelector("[role=dialog][aria-modal=true]") !== null;
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposingKey(event) || closesAList(event)) return;
      const command = commandFor(event, isTextField(event.target), inDialog);
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener("keydown", begin, { capture: true });
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("keydown", begin, { capture: true });
      window.removeEventListener("keydown", press);
    };
  }, []);
}
