/**
 * A narrative is the text of a case or of a report chapter: stored as Markdown, edited as rich text, printed by the
 * typesetter. This tree is what all three agree on. It holds words and structure only, never markup.
 */
export type Narrative = { blocks: Block[]; notes: Note[] };

/** A footnote written in the narrative itself. `label` is what `[^label]` in the text names. */
export type Note = { label: string; blocks: Block[] };

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;
export type ColumnAlign = "left" | "center" | "right" | "none";
export type FigureKind = "attack-flow" | "url-anatomy" | "mail" | "image";

export type HeadingBlock = { kind: "heading"; level: HeadingLevel; children: Inline[] };
export type ParagraphBlock = { kind: "paragraph"; children: Inline[] };
/** `start` is the first number of an ordered list, null for bullets. */
export type ListBlock = { kind: "list"; start: number | null; items: Block[][] };
export type TableBlock = { kind: "table"; align: ColumnAlign[]; head: Inline[][]; rows: Inline[][][] };
export type QuoteBlock = { kind: "quote"; blocks: Block[] };
export type CodeBlock = { kind: "code"; language: string; text: string };
export type RuleBlock = { kind: "rule" };

/**
 * A figure with its caption. `source` is the text of the drawing (`readAttackFlow`, `readUrlAnatomy`, `readMailFigure`
 * understand it), or for an image the SHA-256 of the artifact. `label` names the figure for cross references, "" if none.
 */
export type FigureBlock = { kind: "figure"; figure: FigureKind; caption: string; label: string; source: string };

export type Block =
  HeadingBlock | ParagraphBlock | ListBlock | TableBlock | QuoteBlock | CodeBlock | RuleBlock | FigureBlock;

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "emphasis"; children: Inline[] }
  | { kind: "strong"; children: Inline[] }
  | { kind: "deleted"; children: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "link"; url: string; children: Inline[] }
  | { kind: "break" }
  /** `[^label]`: a note of this narrative, or else a citation of the reference record with that id. */
  | { kind: "note"; label: string }
  /** `[図](#label)`: printed as 図 N. `label` is a figure's label, or its place in this narrative ("1" is the first). */
  | { kind: "figureReference"; label: string };

/** Something in a figure's text that could not be read. `line` counts from 1 inside the figure's text. */
export type FigureIssue = { code: FigureIssueCode; line: number; text: string };
export const FIGURE_ISSUE_CODES = [
  "figure.empty",
  "figure.no-arrow-or-colon",
  "figure.missing-end",
  "figure.missing-text",
  "figure.empty-group",
  "figure.unknown-group-member",
  "figure.too-many-nodes",
  "figure.no-bar",
  "figure.missing-part",
  "figure.no-header",
] as const;
export type FigureIssueCode = (typeof FIGURE_ISSUE_CODES)[number];
