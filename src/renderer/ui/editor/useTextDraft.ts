import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { AutosaveState } from "./autosave.ts";
import { draftOf, type TextDraft } from "./textDrafts.ts";

export type DraftState = { state: AutosaveState; error: unknown };

/** Saves a text as it is typed, at the latest when the editor or the window is left. One `key`, one text of one record. */
export function useTextDraft(key: string, save: (text: string) => Promise<unknown>): TextDraft {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  const [draft] = useState(() => draftOf(key, (text) => latest.current(text)));
  useEffect(() => {
    const leave = (event: Event) => {
      // What could not be saved until now will not be in the last moment either: the shell asks before it is lost.
      if (event.type === "beforeunload" && draft.state === "failed") event.preventDefault();
      draft.leave();
    };
    const hide = () => {
      if (document.visibilityState === "hidden") void draft.flush();
    };
    window.addEventListener("pagehide", leave);
    window.addEventListener("beforeunload", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("beforeunload", leave);
      document.removeEventListener("visibilitychange", hide);
      void draft.flush();
    };
  }, [draft]);
  return draft;
}

/** Follows how far the saving is. */
export function useDraftState(draft: TextDraft): DraftState {
  const state = useSyncExternalStore(draft.subscribe, () => draft.state);
  return { state, error: draft.error };
}
