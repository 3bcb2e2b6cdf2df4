import { create } from "zustand";
import { persist } from "zustand/middleware";
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

/** Kept until it is taken in: neither closing the form nor a power cut loses what was heard on the telephone. */
export const useEntryDraft = create<EntryDraftState>()(
  persist(
    (set) => ({
      draft: EMPTY_DRAFT,
      write: (fields) => set((state) => ({ draft: { ...state.draft, ...fields } })),
      clear: () => set({ draft: EMPTY_DRAFT }),
    }),
    { name: "hub-casebook.entry-draft", partialize: ({ draft }) => ({ draft }) },
  ),
);
