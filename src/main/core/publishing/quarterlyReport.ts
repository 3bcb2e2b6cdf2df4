import type { PrintedRequest, ReportBlock } from "../printing/reportBlocks.ts";

/**
 * The quarterly report as it is printed: every word, number and cross reference settled. The template prints this and
 * nothing else; it is plain JSON, and equal models give equal pages.
 */
export type QuarterlyReport = {
  pdfTitle: string;
  /** The scheme's name, above the title. */
  series: string;
  title: string;
  /** The quarter, under the title. */
  period: string;
  /** Date and publisher, a line each. */
  imprint: string[];
  runningTitle: string;
  runningPeriod: string;
  /** Stands on every page of what is no publication: a draft. */
  stamp: string | null;
  documentDate: { year: number; month: number; day: number };
  contentsTitle: string;
  /** How many levels of headings the table of contents shows. */
  contentsDepth: number;
  lead: ReportBlock[];
  chapters: ReportChapter[];
  closing: PrintedRequest[];
  end: string;
};

/** `id` is also the anchor the chapter is found by on the page. Without `newPage` it follows on where room is left. */
export type ReportChapter = { id: string; title: string; newPage: boolean; blocks: ReportBlock[] };
