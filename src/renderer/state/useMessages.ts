import { messages, type Messages } from "#shared/messages/messages.ts";
import { usePreferences } from "./preferences.ts";

/** Every string a person reads, in the language chosen. */
export function useMessages(): Messages {
  return messages[usePreferences((state) => state.language)];
}

/** The same outside of a component: in a command or an event handler. */
export function currentMessages(): Messages {
  return messages[usePreferences.getState().language];
}
