import { createAutosave, type Autosave } from "./autosave.ts";

/** The text is written out only when it is saved: writing a long one at every key would be felt. */
export type TextDraft = Autosave<() => string>;

const drafts = new Map<string, TextDraft>();

/**
 * The draft of one text of one record. It outlives the editor: a text that could not be saved before one went to
 * another case is still there on coming back.
 */
export function draftOf(key: string, save: (text: string) => Promise<unknown>): TextDraft {
  const kept = drafts.get(key);
  if (kept?.pending !== undefined) return kept;
  const draft = createAutosave<() => string>({ save: (text) => save(text()) });
  drafts.set(key, draft);
  return draft;
}

/** Whether words of a text are typed that are not in the casebook yet. */
export const isDraftPending = (key: string): boolean => drafts.get(key)?.pending !== undefined;

/** Drops the texts that are in the casebook; one that could not be saved stays until it can. */
export function forgetDrafts(): void {
  for (const [key, draft] of drafts) if (draft.pending === undefined) drafts.delete(key);
}

/** Saves every text that is still on its way; before the window closes or the book is locked. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...drafts.values()].map((draft) => draft.flush()));
}
