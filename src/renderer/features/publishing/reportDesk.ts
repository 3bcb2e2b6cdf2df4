import { create } from "zustand";

type ReportDesk = {
  /** The case whose text is open in the middle. */
  caseId: string | null;
  /** The page to be brought into view; `asked` grows with every wish, so that the same page can be asked for twice. */
  wanted: { page: number; asked: number };
  /** The page at the top of the view. */
  page: number;
  /** Width of a page beside the width of its pane, 1 = fits. */
  zoom: number;
  open(caseId: string | null): void;
  showPage(page: number): void;
  passPage(page: number): void;
  setZoom(zoom: number): void;
};

/** What is open on the desk where the report is made. */
export const useReportDesk = create<ReportDesk>()((set) => ({
  caseId: null,
  wanted: { page: 1, asked: 0 },
  page: 1,
  zoom: 1,
  open: (caseId) => set({ caseId }),
  showPage: (page) => set((state) => ({ wanted: { page, asked: state.wanted.asked + 1 } })),
  passPage: (page) => set((state) => (state.page === page ? state : { page })),
  setZoom: (zoom) => set({ zoom: Math.min(2.5, Math.max(0.5, zoom)) }),
}));
