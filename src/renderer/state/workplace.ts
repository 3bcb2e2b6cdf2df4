import { create } from "zustand";
import { persist } from "zustand/middleware";
import { keptStorage } from "./keptStorage.ts";
import type { Quarter } from "#shared/domain/quarter.ts";

/** The places of the rail, in the order of a report's way through the hub: Ctrl 1…8. */
export const PLACES = [
  "reports",
  "cases",
  "campaigns",
  "writeups",
  "sharings",
  "roster",
  "quarters",
  "publishing",
] as const;
export type Place = (typeof PLACES)[number] | "search";

export type Spot = { place: Place; recordId: string | null };

const LONGEST_TRAIL = 50;

type Workplace = {
  place: Place;
  /** The record open in each place; kept when one goes elsewhere and comes back. */
  selected: Readonly<Partial<Record<Place, string>>>;
  quarter: Quarter | null;
  searchText: string;
  /** Where one came from, latest last. */
  trail: readonly Spot[];
  /**
   * Goes to a place, and to a record in it: `go("cases", id)`. Without an id the place shows what it showed; null closes
   * the record it showed.
   */
  go(place: Place, recordId?: string | null): void;
  /** Opens a record of the present place; null closes it. */
  select(recordId: string | null): void;
  /** Goes back to where one came from. */
  back(): void;
  showQuarter(quarter: Quarter): void;
  setSearchText(text: string): void;
  /** The book all this belongs to. */
  bookName: string | null;
  /** Forgets what belonged to another book; `quarter` is the one the new book shows first. */
  enterBook(book: { name: string; quarter: Quarter }): void;
};

function opening(selected: Workplace["selected"], place: Place, recordId: string | null): Workplace["selected"] {
  const { [place]: _former, ...others } = selected;
  return recordId === null ? others : { ...others, [place]: recordId };
}

/** Where in the casebook one is: place, record, quarter, search. Never rows. */
export const useWorkplace = create<Workplace>()(
  persist(
    (set) => ({
      place: "reports",
      selected: {},
      bookName: null,
      quarter: null,
      searchText: "",
      trail: [],
      go: (place, recordId) =>
        set((state) => {
          const here: Spot = { place: state.place, recordId: state.selected[state.place] ?? null };
          const stays = here.place === place && (recordId === undefined || here.recordId === recordId);
          return {
            place,
            selected: recordId === undefined ? state.selected : opening(state.selected, place, recordId),
            trail: stays ? state.trail : [...state.trail.slice(1 - LONGEST_TRAIL), here],
          };
        }),
      select: (recordId) =>
        set((state) => ({
          selected: opening(state.selected, state.place, recordId),
        })),
      back: () =>
        set((state) => {
          const last = state.trail.at(-1);
          if (last === undefined) return state;
          return {
            place: last.place,
            selected: opening(state.selected, last.place, last.recordId),
            trail: state.trail.slice(0, -1),
          };
        }),
      showQuarter: (quarter) => set({ quarter }),
      setSearchText: (searchText) => set({ searchText }),
      enterBook: ({ name, quarter }) =>
        set({ bookName: name, place: "reports", selected: {}, quarter, searchText: "", trail: [] }),
    }),
    {
      name: "hub-casebook.workplace",
      storage: keptStorage<Pick<Workplace, "bookName" | "place" | "selected" | "quarter">>(),
      partialize: ({ bookName, place, selected, quarter }) => ({ bookName, place, selected, quarter }),
    },
  ),
);
