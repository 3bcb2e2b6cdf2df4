import { z } from "zod";
import { Category } from "../domain/category.ts";
import { MomentMs } from "../domain/moment.ts";
import { Quarter } from "../domain/quarter.ts";
import { Tlp } from "../domain/tlp.ts";
import { Assessment, Channel, NotSharedReason, ObservableRole } from "../domain/vocabulary.ts";
import { command, query } from "./define.ts";
import { Id, Ids, LongText, Nothing, pageOf, RecordName, Title, Window } from "./common.ts";

/** Who handed a report in; `outside` is nobody in the scheme (非参加). */
export const ProviderRef = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("organization"), id: Id }),
  z.strictObject({ kind: z.literal("framework"), id: Id }),
  z.strictObject({ kind: z.literal("outside"), name: z.string().trim().min(1).max(300) }),
]);
export type ProviderRef = z.infer<typeof ProviderRef>;

export const Party = z.object({
  kind: z.enum(["organization", "framework", "outside"]),
  id: Id.nullable(),
  name: z.string(),
});
export type Party = z.infer<typeof Party>;

export const VictimRef = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("organization"), id: Id }),
  z.strictObject({ kind: z.literal("outside"), name: z.string().trim().min(1).max(300) }),
]);

export const ReportRow = z.object({
  id: Id,
  externalId: z.string(),
  receivedAt: MomentMs,
  provider: Party,
  title: z.string(),
  category: z.string(),
  assessment: Assessment,
  channel: Channel,
  items: z.number().int(),
  caseCount: z.number().int(),
  voided: z.boolean(),
  notShared: NotSharedReason.nullable(),
  hasMail: z.boolean(),
});
export type ReportRow = z.infer<typeof ReportRow>;

export const Observable = z.object({
  kind: z.string().min(1).max(60),
  value: z.string().min(1).max(10_000),
  role: ObservableRole.nullable(),
});
export type Observable = z.infer<typeof Observable>;

/** A file kept untouched with a report: the mail as received, or an attachment of it. */
export const Evidence = z.object({
  artifactId: z.string(),
  role: z.enum(["source", "attachment"]),
  fileName: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  declaredType: z.string(),
  trueType: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

export const ReportDetail = ReportRow.extend({
  occurredAt: MomentMs.nullable(),
  victim: Party.nullable(),
  body: z.string(),
  tlp: Tlp.nullable(),
  handling: z.string().nullable(),
  void: z.object({ at: MomentMs, reason: z.string() }).nullable(),
  observables: z.array(Observable),
  cases: z.array(RecordName),
  sharings: z.array(RecordName),
  evidence: z.array(Evidence),
});
export type ReportDetail = z.infer<typeof ReportDetail>;

export const ReportFilter = z.strictObject({
  quarter: Quarter.nullable().default(null),
  assessments: z.array(Assessment).default([]),
  categories: z.array(z.string()).default([]),
  /** counted: in the number of table 1; outside: 非参加; void: made void. */
  standing: z.enum(["all", "counted", "outside", "void"]).default("all"),
  withoutCase: z.boolean().default(false),
  /** The organisation or framework that handed it in. */
  providerId: Id.nullable().default(null),
  text: z.string().max(200).default(""),
});
export type ReportFilter = z.infer<typeof ReportFilter>;

/** The filter that lets every report through, to narrow from. */
export const EVERY_REPORT: ReportFilter = ReportFilter.parse({});

export const REPORT_SORTS = ["receivedAt", "provider", "title", "category", "assessment", "items"] as const;

export const ReportFields = z.strictObject({
  receivedAt: MomentMs,
  occurredAt: MomentMs.nullable(),
  provider: ProviderRef,
  victim: VictimRef.nullable(),
  channel: Channel,
  items: z.number().int().min(1).max(1_000_000),
  category: Category,
  assessment: Assessment,
  title: Title,
  body: LongText,
  tlp: Tlp.nullable(),
  handling: z.string().max(2000).nullable(),
  notShared: NotSharedReason.nullable(),
  observables: z.array(Observable).max(20_000),
});
export type ReportFields = z.infer<typeof ReportFields>;

export const reports = {
  list: query({
    input: z.strictObject({
      filter: ReportFilter,
      sort: z.strictObject({ by: z.enum(REPORT_SORTS), descending: z.boolean() }),
      ...Window,
    }),
    output: pageOf(ReportRow),
    reads: ["reports", "roster", "cases"],
  }),
  get: query({
    input: z.strictObject({ id: Id }),
    output: ReportDetail,
    reads: ["reports", "roster", "cases", "sharings"],
  }),
  /** Quick entry, for a report by phone. */
  create: command({
    input: ReportFields.partial({
      occurredAt: true,
      victim: true,
      body: true,
      tlp: true,
      handling: true,
      notShared: true,
      observables: true,
    }),
    output: z.object({ id: Id }),
    changes: ["reports", "figures", "audit"],
    errors: ["record.not-found"],
  }),
  update: command({
    input: z.strictObject({ id: Id, fields: ReportFields.partial() }),
    output: Nothing,
    changes: ["reports", "figures", "audit"],
    errors: ["record.not-found"],
  }),
  assess: command({
    input: z.strictObject({ ids: Ids, assessment: Assessment }),
    output: Nothing,
    changes: ["reports", "figures", "audit"],
    errors: ["record.not-found"],
  }),
  makeVoid: command({
    input: z.strictObject({ id: Id, reason: z.string().trim().min(1).max(500) }),
    output: Nothing,
    changes: ["reports", "figures", "audit"],
    errors: ["record.not-found"],
  }),
  makeValid: command({
    input: z.strictObject({ id: Id }),
    output: Nothing,
    changes: ["reports", "figures", "audit"],
    errors: ["record.not-found"],
  }),
};
