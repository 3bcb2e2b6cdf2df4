import { create } from "zustand";
import type { Origin, SharingState } from "#shared/domain/vocabulary.ts";

export type SharingsViewFilter = {
  /** Every quarter, not only the one of the top bar; what has not been shared yet is in no quarter. */
  allQuarters: boolean;
  origin: Origin | null;
  states: readonly SharingState[];
};

const OPEN_FILTER: SharingsViewFilter = { allQuarters: false, origin: null, states: [] };

type SharingsView = {
  filter: SharingsViewFilter;
  narrow(filter: Partial<SharingsViewFilter>): void;
  showOnly(filter: Partial<SharingsViewFilter>): void;
};

/** How 共有 is looked at. Other places set it before going there. */
export const useSharingsView = create<SharingsView>()((set) => ({
  filter: OPEN_FILTER,
  narrow: (filter) => set((state) => ({ filter: { ...state.filter, ...filter } })),
  showOnly: (filter) => set({ filter: { ...OPEN_FILTER, ...filter } }),
}));
