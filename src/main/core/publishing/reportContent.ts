import type { Block, Inline, Note } from "#shared/narrative/narrative.ts";
import type { ContentChapter, Picture, Reference } from "../printing/content.ts";

/** What a report says, before its chapters, figures and notes have numbers. `numberReport` makes the printed model. */
export type ReportContent = {
  pdfTitle: string;
  series: string;
  title: string;
  period: string;
  imprint: string[];
  runningTitle: string;
  runningPeriod: string;
  stamp: string | null;
  documentDate: { year: number; month: number; day: number };
  lead: { blocks: Block[]; notes: Note[] };
  chapters: ContentChapter[];
  closing: { title: string; paragraphs: Inline[][]; contacts: Inline[][] }[];
  /** Records that `[^id]` may cite, by interchange id and by UUID. */
  references: ReadonlyMap<string, Reference>;
  /** Pictures of the narratives, by SHA-256. */
  pictures: ReadonlyMap<string, Picture>;
};
