import { reportWords } from "#shared/messages/printed/reportWords.ts";
import type { ContentIssue, OutlineEntry } from "../printing/content.ts";
import { DocumentNumbering } from "../printing/documentNumbering.ts";
import type { QuarterlyReport } from "./quarterlyReport.ts";
import type { ReportContent } from "./reportContent.ts";

/** Chapters beyond this many leave no room for their sections in the table of contents. */
const SECTIONS_IN_CONTENTS_UP_TO = 24;

/**
 * Settles every number of the report: chapters and sections, figures and notes through the whole document, references
 * to them, and citations (the second one of the same record says 前掲注 N with its title and leads to the first).
 */
export function numberReport(content: ReportContent): {
  report: QuarterlyReport;
  outline: OutlineEntry[];
  issues: ContentIssue[];
} {
  const numbering = new DocumentNumbering(content);
  const lead = numbering.printPart({ caseId: null, title: "", newPage: false, ...content.lead }, "lead");
  const chapters = content.chapters.map((chapter, index) => numbering.printChapter(chapter, index + 1));
  const closing = content.closing.map(({ title, paragraphs, contacts }) => ({
    title,
    paragraphs: paragraphs.map((row) => numbering.printRow(row)),
    contacts: contacts.map((row) => numbering.printRow(row)),
  }));
  const { pdfTitle, series, title, period, imprint, runningTitle, runningPeriod, stamp, documentDate } = content;
  const entries = numbering.outline.filter(({ level }) => level <= 2).length;
  const report: QuarterlyReport = {
    pdfTitle,
    series,
    title,
    period,
    imprint,
    runningTitle,
    runningPeriod,
    stamp,
    documentDate,
    contentsTitle: reportWords.contents,
    contentsDepth: entries > SECTIONS_IN_CONTENTS_UP_TO ? 1 : 2,
    lead,
    chapters,
    closing,
    end: reportWords.end,
  };
  return { report, outline: numbering.outline, issues: numbering.issues };
}
