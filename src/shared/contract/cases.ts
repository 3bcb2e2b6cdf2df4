import { z } from "zod";
import { Day } from "../domain/moment.ts";
import { Quarter } from "../domain/quarter.ts";
import { Confidence, LinkRelation, Origin } from "../domain/vocabulary.ts";
import { command, query } from "./define.ts";
import { Bytes, Id, Ids, LongText, Nothing, pageOf, RecordName, Title, Window } from "./common.ts";
import { ReportRow } from "./reports.ts";

export const CaseRow = z.object({
  id: Id,
  externalId: z.string(),
  title: z.string(),
  kind: z.string(),
  openedAt: Day,
  origin: Origin,
  campaign: RecordName.nullable(),
  reportCount: z.number().int(),
  sharingCount: z.number().int(),
  linkCount: z.number().int(),
  hasNarrative: z.boolean(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** A link as seen from one case; `outgoing` when this case is the one that e.g. follows up the other. */
export const CaseLink = z.object({
  id: Id,
  other: RecordName.extend({ openedAt: Day }),
  outgoing: z.boolean(),
  relation: LinkRelation,
  rationale: z.string(),
  confidence: Confidence.nullable(),
});
export type CaseLink = z.infer<typeof CaseLink>;

/** Something that two cases have in common. Addresses are shown harmless. */
export const LinkEvidence = z.discriminatedUnion("kind", [
  /** `cases`: how many other cases hold it. */
  z.object({ kind: z.literal("observable"), observable: z.string(), value: z.string(), cases: z.number().int() }),
  /** Different addresses under one registered domain; `sender`: of those who wrote. */
  z.object({ kind: z.literal("domain"), value: z.string(), sender: z.boolean() }),
  /** Subjects that differ in their numbers only. */
  z.object({ kind: z.literal("subject"), value: z.string() }),
  z.object({ kind: z.literal("campaign"), name: z.string() }),
  z.object({ kind: z.literal("techniques"), ids: z.array(z.string()) }),
  z.object({ kind: z.literal("text"), percent: z.number().int() }),
]);
export type LinkEvidence = z.infer<typeof LinkEvidence>;

/** A case that may belong together with another; `score` 0…1, `relation` what a link would say. Strongest evidence first. */
export const LinkSuggestion = z.object({
  other: RecordName.extend({ openedAt: Day }),
  externalId: z.string(),
  score: z.number(),
  relation: LinkRelation,
  evidence: z.array(LinkEvidence).min(1),
});
export type LinkSuggestion = z.infer<typeof LinkSuggestion>;

export const CaseDetail = CaseRow.extend({
  summary: z.string(),
  narrative: z.string(),
  techniques: z.array(z.string()),
  reports: z.array(ReportRow),
  sharings: z.array(RecordName),
  links: z.array(CaseLink),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

export const CaseFields = z.strictObject({
  title: Title,
  kind: z.string().trim().min(1).max(60),
  openedAt: Day,
  origin: Origin,
  campaignId: Id.nullable(),
  summary: LongText,
  /** Markdown, see shared/narrative. */
  narrative: LongText,
  techniques: z.array(z.string().max(40)).max(200),
});
export type CaseFields = z.infer<typeof CaseFields>;

export const CASE_SORTS = ["openedAt", "title", "kind", "reportCount"] as const;

const changesCases = { changes: ["cases", "reports", "campaigns", "figures", "audit"] } as const;

export const cases = {
  list: query({
    input: z.strictObject({
      filter: z.strictObject({
        quarter: Quarter.nullable().default(null),
        origin: Origin.nullable().default(null),
        campaignId: Id.nullable().default(null),
        text: z.string().max(200).default(""),
      }),
      sort: z.strictObject({ by: z.enum(CASE_SORTS), descending: z.boolean() }),
      ...Window,
    }),
    output: pageOf(CaseRow),
    reads: ["cases", "reports", "campaigns", "sharings"],
  }),
  get: query({
    input: z.strictObject({ id: Id }),
    output: CaseDetail,
    reads: ["cases", "reports", "campaigns", "sharings", "roster"],
  }),
  create: command({
    input: CaseFields.partial().required({ title: true, kind: true, origin: true, openedAt: true }),
    output: z.object({ id: Id }),
    ...changesCases,
    errors: ["record.not-found"],
  }),
  /** Title, kind and day are taken from the earliest of the reports. */
  createFromReports: command({
    input: z.strictObject({ reportIds: Ids, title: Title.optional() }),
    output: z.object({ id: Id }),
    ...changesCases,
    errors: ["record.not-found"],
  }),
  update: command({
    input: z.strictObject({ id: Id, fields: CaseFields.partial() }),
    output: Nothing,
    ...changesCases,
    errors: ["record.not-found"],
  }),
  addReports: command({
    input: z.strictObject({ id: Id, reportIds: Ids }),
    output: Nothing,
    ...changesCases,
    errors: ["record.not-found"],
  }),
  removeReports: command({
    input: z.strictObject({ id: Id, reportIds: Ids }),
    output: Nothing,
    ...changesCases,
    errors: ["record.not-found"],
  }),
  /** Keeps a picture (PNG or JPEG) for a figure of the narrative: `![caption](artifact:ID)`. */
  addImage: command({
    input: z.strictObject({ fileName: z.string().max(300), bytes: Bytes }),
    output: z.object({ artifactId: z.string() }),
    changes: ["audit"],
  }),
  readImage: query({
    input: z.strictObject({ artifactId: z.string() }),
    output: z.object({ mediaType: z.string(), bytes: Bytes }),
    reads: [],
  }),
};

export const links = {
  /** Cases that are not linked with this one and have something in common with it, best first. */
  suggest: query({
    input: z.strictObject({ caseId: Id }),
    output: z.array(LinkSuggestion),
    reads: ["cases", "reports", "campaigns"],
  }),
  create: command({
    input: z.strictObject({
      fromId: Id,
      toId: Id,
      relation: LinkRelation,
      rationale: z.string().trim().min(1).max(5000),
      confidence: Confidence.nullable(),
    }),
    output: z.object({ id: Id }),
    changes: ["cases", "audit"],
    errors: ["record.not-found", "links.exists", "links.to-itself"],
  }),
  remove: command({
    input: z.strictObject({ id: Id }),
    output: Nothing,
    changes: ["cases", "audit"],
    errors: ["record.not-found"],
  }),
};
