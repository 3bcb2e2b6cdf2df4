import { create } from "zustand";
import { EVERY_REPORT, type REPORT_SORTS, type ReportFilter } from "#shared/contract/reports.ts";

export type ReportSort = { by: (typeof REPORT_SORTS)[number]; descending: boolean };

/** The filter of 受付 without its quarter, which is the one of the top bar unless `allQuarters`. */
export type ReportsViewFilter = Omit<ReportFilter, "quarter"> & { allQuarters: boolean };

const { quarter: _, ...everyReport } = EVERY_REPORT;

export const OPEN_FILTER: ReportsViewFilter = { ...everyReport, allQuarters: false };

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
