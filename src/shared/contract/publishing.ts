import { z } from "zod";
import { Day } from "../domain/moment.ts";
import { Quarter } from "../domain/quarter.ts";
import { command, query } from "./define.ts";
import { Id, LongText, Nothing, RecordName } from "./common.ts";
import { Decision, DeskFinding } from "./sanitising.ts";

/** What the analysts decide about one quarter's report; everything else comes from the records. */
export const ReportDraft = z.object({
  quarter: Quarter,
  publishedOn: Day.nullable(),
  /** Replaces the lead that is written from the figures; empty: that one. */
  lead: z.string(),
  /** Every case that can stand in the report, in its order. */
  entries: z.array(
    z.object({
      caseId: Id,
      title: z.string(),
      /** chapter: own chapter and digest paragraph; digest: paragraph only; left-out: neither. */
      place: z.enum(["chapter", "digest", "left-out"]),
      section: z.enum(["provided", "hub"]),
      hasNarrative: z.boolean(),
      hasSummary: z.boolean(),
      writeupId: Id.nullable(),
    }),
  ),
});
export type ReportDraft = z.infer<typeof ReportDraft>;

export const OutlineItem = z.object({
  level: z.number().int(),
  number: z.string(),
  title: z.string(),
  page: z.number().int(),
  caseId: Id.nullable(),
});
export type OutlineItem = z.infer<typeof OutlineItem>;

/** What keeps the report from being published, each with where to mend it. */
export const PublishingIssue = z.object({
  code: z.enum([
    "undetermined-open",
    "not-frozen",
    "conflict",
    "chapter-without-narrative",
    "chapter-without-writeup",
    "figure-source",
    "citation-unknown",
    "character-unprintable",
    /** Of a chapter: the words are changed on its own desk. */
    "provider-named",
    /** Of the report's own words, which are decided in the report's place; one issue for all. */
    "words-telling",
    "words-to-check",
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  caseId: Id.nullable(),
});
export type PublishingIssue = z.infer<typeof PublishingIssue>;

/**
 * Words that the report prints and no write-up holds: the lead, a case's paragraph or title, the name of a campaign, and as
 * their records have them a cited publication, an industry, a framework's label, a category of the analysts' own.
 */
export const ReportPart = z.object({
  /** Where findings say they stand. */
  key: z.string(),
  kind: z.enum(["lead", "title", "summary", "campaign", "reference", "sig", "framework", "category"]),
  /** The case or the campaign; null for the others. */
  record: RecordName.nullable(),
  /** Said in many places: allowed here, but changed only in its own record. */
  fixed: z.boolean(),
  text: z.string(),
});
export type ReportPart = z.infer<typeof ReportPart>;

/** The report's own words under the rules of the desk 匿名化. */
export const ReportWordsDesk = z.object({
  parts: z.array(ReportPart),
  /** By part, in order of their place; `where` is the key of a part, offsets are those of its text. */
  findings: z.array(DeskFinding),
  open: z.object({ must: z.number().int(), review: z.number().int() }),
  /** More was found than is listed here. */
  capped: z.boolean(),
  sha256: z.string(),
});
export type ReportWordsDesk = z.infer<typeof ReportWordsDesk>;

const changesWords = { changes: ["drafts", "cases", "campaigns", "texts", "audit"] } as const;

export const publishing = {
  /** What narratives can cite with `[^id]`: the hub's own earlier publications, and others' pages. */
  references: query({
    input: Nothing,
    output: z.array(z.object({ id: z.string(), title: z.string(), url: z.string(), publishedOn: Day.nullable() })),
    reads: ["casebook", "cases"],
  }),
  draft: query({
    input: z.strictObject({ quarter: Quarter }),
    output: ReportDraft,
    reads: ["drafts", "cases", "reports", "sharings", "texts"],
  }),
  updateDraft: command({
    input: z.strictObject({
      quarter: Quarter,
      fields: z.strictObject({
        publishedOn: Day.nullable().optional(),
        lead: LongText.optional(),
        entries: z.array(z.strictObject({ caseId: Id, place: z.enum(["chapter", "digest", "left-out"]) })).optional(),
      }),
    }),
    output: Nothing,
    changes: ["drafts", "audit"],
  }),
  /** What in the report's own words could tell who provided, and what was decided about it. */
  words: query({
    input: z.strictObject({ quarter: Quarter }),
    output: ReportWordsDesk,
    reads: ["drafts", "cases", "reports", "sharings", "roster", "figures", "campaigns", "texts"],
  }),
  /** Applies decisions to the report's own words as they were shown (`sha256`), all or none. */
  decide: command({
    input: z.strictObject({ quarter: Quarter, sha256: z.string(), decisions: z.array(Decision).min(1).max(10_000) }),
    output: z.object({ changed: z.number().int() }),
    ...changesWords,
    errors: [
      "record.changed-meanwhile",
      "sanitising.must-stays",
      "sanitising.reason-missing",
      "sanitising.words-missing",
      "sanitising.words-fixed",
    ],
  }),
  /** Takes back that something was allowed. */
  reconsider: command({
    input: z.strictObject({ quarter: Quarter, keys: z.array(z.string()).min(1) }),
    output: Nothing,
    ...changesWords,
  }),
  /** The report typeset as it would be saved now; `key` is equal while the pages are equal. */
  preview: query({
    input: z.strictObject({ quarter: Quarter }),
    output: z.object({
      key: z.string(),
      pageCount: z.number().int(),
      widthPt: z.number(),
      heightPt: z.number(),
      outline: z.array(OutlineItem),
      issues: z.array(PublishingIssue),
    }),
    reads: ["drafts", "cases", "reports", "sharings", "roster", "figures", "campaigns", "texts"],
  }),
  /** One page of a preview as self-contained SVG. */
  previewPage: query({
    input: z.strictObject({ key: z.string(), page: z.number().int().min(1) }),
    output: z.object({ svg: z.string() }),
    reads: [],
  }),
  exportReport: command({
    input: z.strictObject({ quarter: Quarter }),
    output: z.object({
      artifactId: z.string(),
      fileName: z.string(),
      pages: z.number().int(),
      sha256: z.string(),
      /** It may not be published yet, so every page is stamped. */
      draft: z.boolean(),
    }),
    changes: ["texts", "audit"],
    errors: [
      "publishing.nothing-to-report",
      "publishing.typesetting-failed",
      "gate.leak",
      "gate.unreadable",
      "record.changed-meanwhile",
    ],
  }),
};
