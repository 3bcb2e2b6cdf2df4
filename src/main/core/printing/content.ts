import type { Block, Inline, Note } from "#shared/narrative/narrative.ts";
import type { CountsTable, SchemeDrawing } from "./reportBlocks.ts";

export type ContentChapter = {
  /** Case this chapter tells of, null for the report's own chapters. */
  caseId: string | null;
  title: string;
  newPage: boolean;
  blocks: ContentBlock[];
  notes: Note[];
};

export type ContentBlock =
  | Block
  | { kind: "scheme"; caption: string; alt: string; label: string; drawing: SchemeDrawing }
  | {
      kind: "counts";
      table: Omit<CountsTable, "id" | "number" | "remarks"> & { remarks: { mark: string; children: Inline[] }[] };
    }
  | { kind: "digest"; items: DigestItem[] };

/** A bullet of 2.2 or 2.3: what it is about ("" for none), then one or more matters. */
export type DigestItem = { lead: string; matters: DigestMatter[] };

/** A matter in its own words with its own notes; `caseId` names the chapter it points to, if that chapter exists. */
export type DigestMatter = { blocks: Block[]; notes: Note[]; caseId: string | null };

export type Reference = { id: string; title: string; url: string };

/** An image that the typesetter can read; `path` is where the template finds it. */
export type Picture = { path: string; widthPx: number; heightPx: number };

/** Something in a text that a person should mend before the report goes out. */
export type ContentIssue =
  | { code: "figure-source"; caseId: string | null; figure: string; line: number; text: string; reason: string }
  | { code: "citation-unknown"; caseId: string | null; label: string };

/** A heading of the finished report; `id` is its anchor on the page. */
export type OutlineEntry = { id: string; level: number; number: string; title: string; caseId: string | null };
