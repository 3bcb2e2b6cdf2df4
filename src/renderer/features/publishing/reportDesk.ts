import { create } from "zustand";
import type { DeskFinding } from "#shared/contract/sanitising.ts";

type ReportDesk = {
  /** The case whose text is open in the middle. */
  caseId: string | null;
  /** The page to be brought into view; `asked` grows with every wish, so that the same page can be asked for twice. */
  wantedPage: { page: number; asked: number };
  /** The page at the top of the view. */
  page: number;
  /** Width of a page beside the width of its pane, 1 = fits. */
  zoom: number;
  /** Whether what was found in the report's own words is unfolded. */
  isWordsShown: boolean;
  /** The finding that stands out where it is written. */
  spoken: DeskFinding | null;
  /** The finding whose words somebody wants to change, until they are there. */
  wanted: DeskFinding | null;
  open(caseId: string | null): void;
  showPage(page: number): void;
  passPage(page: number): void;
  setZoom(zoom: number): void;
  showWords(isShown: boolean): void;
  speakOf(finding: DeskFinding | null): void;
  want(finding: DeskFinding | null): void;
};

/** What is open on the desk where the report is made. */
export const useReportDesk = create<ReportDesk>()((set) => ({
  caseId: null,
  wantedPage: { page: 1, asked: 0 },
  page: 1,
  zoom: 1,
  isWordsShown: false,
  spoken: null,
  wanted: null,
  open: (caseId) => set({ caseId }),
  showPage: (page) => set((state) => ({ wantedPage: { page, asked: state.wantedPage.asked + 1 } })),
  passPage: (page) => set((state) => (state.page === page ? state : { page })),
  setZoom: (zoom) => set({ zoom: Math.min(2.5, Math.max(0.5, zoom)) }),
  showWords: (isWordsShown) => set({ isWordsShown }),
  speakOf: (spoken) => set({ spoken }),
  want: (wanted) => set({ wanted }),
}));
