import { create } from "zustand";
import type { Origin, SharingState } from "#shared/domain/vocabulary.ts";

export type SharingsViewFilter = {
  /** Every quarter, not only the one of the top bar; what has not been shared yet is in no quarter. */
  allQuarters: boolean;
  origin: Origin | null;
  states: readonly SharingState[];
};

const OPEN_FILTER: SharingsViewFilter = { allQuarters: false, origin: null, states: [] };

/** Ways to look at 共有: all as a list or a board, what waits for a provider, who is silent, what was not shared. */
export const SHARINGS_VIEWS = ["list", "board", "waiting", "silence", "unshared"] as const;
export type SharingsViewName = (typeof SHARINGS_VIEWS)[number];

type SharingsView = {
  filter: SharingsViewFilter;
  view: SharingsViewName;
  /** The sharing whose text is open at the desk, in place of everything else. */
  deskId: string | null;
  narrow(filter: Partial<SharingsViewFilter>): void;
  /** Shows just these in the list, for links from other places. */
  showOnly(filter: Partial<SharingsViewFilter>): void;
  show(view: SharingsViewName): void;
  /** Goes back to a view that shows one sharing. */
  showRecord(): void;
  openDesk(sharingId: string): void;
  closeDesk(): void;
};

/** How 共有 is looked at. Other places set it before going there. */
export const useSharingsView = create<SharingsView>()((set) => ({
  filter: OPEN_FILTER,
  view: "list",
  deskId: null,
  narrow: (filter) => set((state) => ({ filter: { ...state.filter, ...filter } })),
  showOnly: (filter) => set({ filter: { ...OPEN_FILTER, ...filter }, view: "list", deskId: null }),
  show: (view) => set({ view, deskId: null }),
  showRecord: () => set(({ view }) => ({ view: view === "board" ? "board" : "list", deskId: null })),
  openDesk: (deskId) => set({ deskId }),
  closeDesk: () => set({ deskId: null }),
}));
