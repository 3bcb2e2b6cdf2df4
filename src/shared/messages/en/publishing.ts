import type { publishing as japanese } from "../ja/publishing.ts";
import { isQuarter } from "../../domain/quarter.ts";
import { FIGURES } from "../../domain/vocabulary.ts";
import { NO_BREAK } from "../numerals.ts";
import { format } from "./format.ts";
import { vocabulary } from "./vocabulary.ts";

function quarterOf(params: Record<string, string | number>): string {
  const quarter = String(params["quarter"] ?? "");
  return isQuarter(quarter) ? `, ${format.quarter(quarter)}` : "";
}

function figureOf(params: Record<string, string | number>): string {
  const figure = FIGURES.find((name) => name === params["figure"]);
  return figure === undefined ? "" : vocabulary.figure[figure];
}

const counted = (count: number, one: string, many: string) => `${count}${NO_BREAK}${count === 1 ? one : many}`;

function othersOf(params: Record<string, string | number>): string {
  const count = params["count"];
  return typeof count === "number" && count > 1 ? ` (and ${count - 1} more)` : "";
}

export const publishing: typeof japanese = {
  outline: "Outline",
  outlineEmpty: "The outline shows here once the report is typeset.",
  text: "Contents",
  pages: "Pages",
  page: (page, total) => `Page ${page} of ${total}`,
  pageLabel: (page) => `Page ${page}`,
  zoom: { label: "Size of the page", fit: "Fit", actual: "Actual size", larger: "Larger", smaller: "Smaller" },
  exportDraft: "Write a draft",
  release: "Release for publication",
  releaseReading: "release publication",
  releaseHint: "Given by an analyst other than the one who last changed the report.",
  released: "This report is released for publication.",
  draftWritten: "Not everything needed for publication holds, so every page is stamped as a draft.",
  typesetting: "Typesetting",
  typesettingFirst: "Setting the pages",
  upToDate: "Up to date",
  previewFailed: "The pages could not be made.",
  issues: {
    text: {
      "undetermined-open": (params) => `${params["count"] ?? ""} reports are not assessed`,
      "not-frozen": () => "the figures are not frozen",
      conflict: (params) => `published figure and records differ (${figureOf(params)}${quarterOf(params)})`,
      "chapter-without-narrative": (params) => `“${params["title"] ?? ""}” has no narrative`,
      "chapter-without-writeup": (params) => `“${params["title"] ?? ""}” has no write-up yet`,
      "figure-source": (params) =>
        `figure “${params["caption"] ?? ""}” cannot be read at line ${params["line"] ?? 1}: ${params["text"] ?? ""}`,
      "citation-unknown": (params) => `cited publication not found: ${params["label"] ?? ""}`,
      "character-unprintable": (params) =>
        `characters the fonts lack: ${params["text"] ?? ""}${params["title"] === undefined ? "" : ` (${params["title"]})`}`,
      "provider-named": (params) =>
        `“${params["text"] ?? ""}” would tell who provided${params["title"] === undefined ? "" : ` (${params["title"]})`}`,
      "words-telling": (params) =>
        `in the report’s own words “${params["text"] ?? ""}” would tell who provided${othersOf(params)}`,
      "words-to-check": (params) =>
        `in the report’s own words nobody has decided on “${params["text"] ?? ""}”${othersOf(params)}`,
    },
    next: "Next",
    all: (count: number) => `All ${count}`,
  },
  /** What no write-up holds: decided here as on the desk. */
  own: {
    title: "The report’s own words",
    hint: "Lead, summaries, names of campaigns: words outside the write-ups. They are decided here.",
    show: "Check the report’s own words",
    hide: "Fold the report’s own words",
    reading: "words lead summary sanitise check",
    parts: {
      lead: "Lead",
      title: "Title of the case",
      summary: "Summary",
      campaign: "Name of the campaign",
      reference: "Cited publication",
      sig: "Name of a SIG",
      framework: "Label of a framework",
      category: "Name of a category",
    },
    allowed: (count) => `${count} left as they are`,
    waiting: (count) => (count === 1 ? "1 word to check" : `${count} words to check`),
    clear: "Nothing in the report’s own words is left to decide. When a text changes it is looked at again.",
  },
  parts: {
    front: "Title and lead",
    publishedOn: "Date of publication",
    publishedOnHint: "As 2023-01-26; left out when empty.",
    lead: "Lead",
    leadHint: "Left empty, the lead is written from the figures.",
    entries: "Cases in the report",
    provided: "What participants provided (section 2.2)",
    hub: "What IPA collected (section 2.3)",
    noEntries: "This quarter has no cases yet. Open a case, and it is listed here.",
    noneInSection: "No case stands in this section.",
  },
  place: { label: "Place", chapter: "Chapter", digest: "Digest only", "left-out": "Left out" },
  placeHint: "Chapter (1), digest only (2), left out (3), up (Alt+↑), down (Alt+↓), open (Enter)",
  chapterOf: (number) => `Chapter ${number}`,
  noNarrative: "no narrative",
  noSummary: "no summary",
  moveUp: (title) => `Move “${title}” up`,
  moveDown: (title) => `Move “${title}” down`,
  drag: (title) => `Drag “${title}”`,
  editTitle: "Text of the report",
  summary: "Summary (paragraph of chapter 2)",
  summaryHint: "The paragraph of chapter 2, in sanitised words.",
  narrative: "Narrative (chapter)",
  narrativeHint: "What is written here becomes a chapter.",
  openCase: "Open the case",
  choose: "Choose a case to edit its summary and narrative here.",
  backToParts: "To the cases in the report",
  export: "Export the report as PDF",
  exportReading: "export pdf report save",
  exporting: "Exporting",
  exported: (fileName, pages) => `“${fileName}” (${counted(pages, "page", "pages")}) was exported`,
  savedAs: (name) => `Saved as ${name}`,
  notSaved: "No place was chosen, so no file was written; the report is kept in the casebook.",
  saveAgain: "Save again",
  reveal: "Show in folder",
  sha256: "SHA-256",
  dismiss: "Close",
  goToPage: (title, page) => `${title}, to page ${page}`,
  frozenNote: "The figures are frozen",
};
