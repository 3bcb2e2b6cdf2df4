import { create } from "zustand";
import type { ProviderRef } from "#shared/contract/reports.ts";
import type { Channel } from "#shared/domain/vocabulary.ts";

/** A report being written down, field by field as typed. */
export type EntryDraft = {
  provider: { ref: ProviderRef; name: string } | null;
  title: string;
  category: string;
  channel: Channel;
  receivedAt: string;
  items: string;
  body: string;
};

export const EMPTY_DRAFT: EntryDraft = {
  provider: null,
  title: "",
  category: "other",
  channel: "phone",
  receivedAt: "",
  items: "1",
  body: "",
};

type EntryDraftState = {
  draft: EntryDraft;
  write(fields: Partial<EntryDraft>): void;
  clear(): void;
};

/**
 * Kept until it is taken in, so that closing the form loses nothing that was heard on the telephone. In memory only:
 * what names a provider is never written outside the encrypted casebook.
 */
export const useEntryDraft = create<EntryDraftState>()((set) => ({
  draft: EMPTY_DRAFT,
  write: (fields) => set((state) => ({ draft: { ...state.draft, ...fields } })),
  clear: () => set({ draft: EMPTY_DRAFT }),
}));
