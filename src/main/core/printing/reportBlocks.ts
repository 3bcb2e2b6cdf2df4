/**
 * Words and blocks of a document as they are printed: every number and cross reference settled. Plain JSON, the same for
 * the typesetter's templates, for DOCX and for Markdown.
 */
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

/** A request to the reader, such as to tell of similar attacks, with whom to turn to. */
export type PrintedRequest = { title: string; paragraphs: ReportInline[][]; contacts: ReportInline[][] };
