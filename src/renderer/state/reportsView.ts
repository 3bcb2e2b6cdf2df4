import { create } from "zustand";
import type { REPORT_SORTS, ReportFilter } from "#shared/contract/reports.ts";

export type ReportSort = { by: (typeof REPORT_SORTS)[number]; descending: boolean };

/** The filter of 受付 without its quarter, which is the one of the top bar unless `allQuarters`. */
export type ReportsViewFilter = Omit<ReportFilter, "quarter"> & { allQuarters: boolean };

export const OPEN_FILTER: ReportsViewFilter = {
  allQuarters: false,
  assessments: [],
  categories: [],
  standing: "all",
  withoutCase: false,
  providerId: null,
  text: "",
};

type ReportsView = {
  filter: ReportsViewFilter;
  sort: ReportSort;
  /** Rows ticked for what is done to several at once. */
  checked: ReadonlySet<string>;
  narrow(filter: Partial<ReportsViewFilter>): void;
  /** Shows just this: `showOnly({ assessments: ["undetermined"] })`, for links from other places. */
  showOnly(filter: Partial<ReportsViewFilter>): void;
  setSort(sort: ReportSort): void;
  setChecked(checked: ReadonlySet<string>): void;
};

/** How 受付 is looked at. Other places set it before going there. */
export const useReportsView = create<ReportsView>()((set) => ({
  filter: OPEN_FILTER,
  sort: { by: "receivedAt", descending: true },
  checked: new Set(),
  narrow: (filter) => set((state) => ({ filter: { ...state.filter, ...filter }, checked: new Set() })),
  showOnly: (filter) => set({ filter: { ...OPEN_FILTER, ...filter }, checked: new Set() }),
  setSort: (sort) => set({ sort }),
  setChecked: (checked) => set({ checked }),
}));
