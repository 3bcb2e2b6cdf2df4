import { create } from "zustand";
import type { Origin } from "#shared/domain/vocabulary.ts";

type CaseFilter = {
  /** Only cases opened in the quarter shown; otherwise all. */
  inQuarter: boolean;
  origin: Origin | null;
  text: string;
  sort: { by: string; descending: boolean };
  set(change: Partial<Omit<CaseFilter, "set">>): void;
  clear(): void;
};

const EVERYTHING = { inQuarter: false, origin: null, text: "" } as const;

/** How the list of cases is narrowed and ordered; kept while one goes to other places. */
export const useCaseFilter = create<CaseFilter>()((set) => ({
  ...EVERYTHING,
  sort: { by: "openedAt", descending: true },
  set: (change) => set(change),
  clear: () => set(EVERYTHING),
}));
