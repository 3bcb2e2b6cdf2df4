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
  documentDate: { year: number; month: number; day: number };
  contentsTitle: string;
  /** How many levels of headings the table of contents shows. */
  contentsDepth: number;
  lead: ReportBlock[];
  chapters: ReportChapter[];
  closing: ClosingRequest[];
  end: string;
};

/** `id` is also the anchor the chapter is found by on the page. Without `newPage` it follows on where room is left. */
export type ReportChapter = { id: string; title: string; newPage: boolean; blocks: ReportBlock[] };

export type ClosingRequest = { title: string; paragraphs: ReportInline[][]; contacts: ReportInline[][] };

export type ReportInline =
  | { kind: "text"; text: string }
  | { kind: "emphasis" | "strong" | "deleted"; children: ReportInline[] }
  | { kind: "code"; text: string }
  | { kind: "link"; url: string; children: ReportInline[] }
  /** A link to another place of the report, by its anchor. */
  | { kind: "goto"; target: string; children: ReportInline[] }
  | { kind: "break" }
  /** A footnote; the typesetter numbers them, `number` says which number that will be. */
  | { kind: "note"; id: string; number: number; paragraphs: ReportInline[][] };

export type ReportBlock =
  | { kind: "heading"; id: string; level: number; children: ReportInline[] }
  | { kind: "paragraph"; children: ReportInline[] }
  | { kind: "list"; start: number | null; items: ReportBlock[][] }
  | { kind: "table"; align: string[]; head: ReportInline[][]; rows: ReportInline[][][] }
  | { kind: "quote"; blocks: ReportBlock[] }
  | { kind: "code"; text: string }
  | { kind: "rule" }
  | CountsTable
  | { kind: "figure"; id: string; number: string; caption: string; alt: string; drawing: Drawing };

/** Table 1: columns grouped under their years, cells with units, marks that lead to the remarks below. */
export type CountsTable = {
  kind: "counts";
  id: string;
  number: string;
  caption: string;
  head: { number: string; item: string };
  years: { text: string; columns: number }[];
  columns: string[];
  rows: { text: string; mark: string; cells: { text: string; mark: string }[] }[];
  remarks: { mark: string; children: ReportInline[] }[];
};

export type Drawing =
  | SchemeDrawing
  | {
      kind: "attack-flow";
      nodes: string[];
      groups: { name: string; nodes: number[] }[];
      steps: { from: number; to: number; text: string; mark: string }[];
    }
  /** `number` is 0 and `mark` "" for a part without a meaning. */
  | { kind: "url-anatomy"; parts: { text: string; meaning: string; number: number; mark: string }[] }
  | { kind: "mail"; headers: { name: string; value: MailSpans }[]; body: MailSpans[] }
  /** `width` is a share of the text's width, 0…1. */
  | { kind: "image"; path: string; alt: string; width: number }
  | { kind: "source"; text: string };

export type MailSpans = { text: string; masked: boolean }[];

/** 図1: who takes part, drawn from the roster. */
export type SchemeDrawing = {
  kind: "scheme";
  hub: string;
  role: string;
  gives: string;
  shares: string;
  participants: string;
  sigs: { name: string; size: string }[];
  frameworksTitle: string;
  frameworks: string[];
};
