import { create } from "zustand";
import { persist } from "zustand/middleware";
import { keptStorage } from "./keptStorage.ts";
import type { Language } from "#shared/messages/messages.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

type Preferences = {
  language: Language;
  theme: Theme;
  /** The name last written into a book, offered at the next opening. */
  analyst: string;
  /** Widths of panes, and of columns by table, in px. */
  paneWidths: Readonly<Record<string, number>>;
  columnWidths: Readonly<Record<string, Readonly<Record<string, number>>>>;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  setAnalyst(analyst: string): void;
  setPaneWidth(pane: string, width: number): void;
  forgetPaneWidth(pane: string): void;
  setColumnWidths(table: string, widths: Readonly<Record<string, number>>): void;
};

/** What belongs to this person at this machine, not to a casebook. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      language: "ja",
      theme: "system",
      analyst: "",
      paneWidths: {},
      columnWidths: {},
      setLanguage: (language) => set({ language }),
      setTheme: (theme) => set({ theme }),
      setAnalyst: (analyst) => set({ analyst }),
      setPaneWidth: (pane, width) => set((state) => ({ paneWidths: { ...state.paneWidths, [pane]: width } })),
      forgetPaneWidth: (pane) =>
        set((state) => {
          const { [pane]: _former, ...paneWidths } = state.paneWidths;
          return { paneWidths };
        }),
      setColumnWidths: (table, widths) =>
        set((state) => ({ columnWidths: { ...state.columnWidths, [table]: widths } })),
    }),
    { name: "hub-casebook.preferences", storage: keptStorage() },
  ),
);
