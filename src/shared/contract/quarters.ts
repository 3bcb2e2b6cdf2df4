import { z } from "zod";
import { Day, MomentMs } from "../domain/moment.ts";
import { Quarter } from "../domain/quarter.ts";
import { FigureName } from "../domain/vocabulary.ts";
import { command, query } from "./define.ts";
import { Id, Nothing, RecordType } from "./common.ts";
import { Month } from "./campaigns.ts";

/** Where the numbers of a column come from: a list of published figures (or a freeze), or records. */
export const Basis = z.enum(["published", "records"]);
export type Basis = z.infer<typeof Basis>;

/** A figure for which a published value and the records differ (rule 7). */
export const FigureConflict = z.object({
  quarter: Quarter,
  figure: FigureName,
  published: z.number().int(),
  records: z.number().int(),
  source: z.string(),
});
export type FigureConflict = z.infer<typeof FigureConflict>;

export const MembershipChange = z.object({
  organization: z.string(),
  organizationName: z.string(),
  sig: z.string(),
  sigName: z.string(),
  day: Day,
});
export type MembershipChange = z.infer<typeof MembershipChange>;

export const FigureRevision = z.object({
  figure: z.string(),
  old: z.number().int(),
  new: z.number().int(),
  reason: z.string(),
  at: MomentMs,
});
export type FigureRevision = z.infer<typeof FigureRevision>;

/** All that table 1 and its surroundings need; ids are interchange ids. Counting rules: product.md. */
export const QuarterFigures = z.object({
  quarter: Quarter,
  asOf: Day,
  columns: z.array(Quarter),
  provided: z.array(z.number().int()),
  shared: z.array(z.number().int()),
  basis: z.array(Basis),
  /** False for a column before the casebook's first record that no published figure covers: nothing is known. */
  known: z.array(z.boolean()),
  hubOrigin: z.number().int(),
  targeted: z.number().int(),
  undetermined: z.number().int(),
  outside: z.number().int(),
  notShared: z.number().int(),
  notSharedByReason: z.record(z.string(), z.number().int()),
  byCategory: z.record(z.string(), z.number().int()),
  structure: z.object({
    sigs: z.number().int(),
    organizations: z.number().int(),
    /** 実数: an organisation in two SIGs once. */
    distinctOrganizations: z.number().int(),
    bySig: z.array(z.object({ id: z.string(), name: z.string(), organizations: z.number().int() })),
    joined: z.array(MembershipChange),
    left: z.array(MembershipChange),
    frameworks: z.array(z.object({ id: z.string(), name: z.string(), label: z.string() })),
  }),
  campaigns: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      since: Month,
      observed: z.boolean(),
      items: z.number().int(),
    }),
  ),
  frozen: z.object({ at: MomentMs, by: z.string() }).nullable(),
  revisions: z.array(FigureRevision),
  conflicts: z.array(FigureConflict),
});
export type QuarterFigures = z.infer<typeof QuarterFigures>;

/** Which number of the quarter is opened to its records. */
export const FigureKey = z.enum([
  "provided",
  "shared",
  "hubOrigin",
  "targeted",
  "undetermined",
  "outside",
  "notShared",
  "void",
  "sigs",
  "organizations",
  "category",
  "campaign",
]);
export type FigureKey = z.infer<typeof FigureKey>;

export const FigureRecord = z.object({
  type: RecordType,
  id: Id,
  at: MomentMs.nullable(),
  title: z.string(),
  /** Who, or which SIG: the second column. */
  note: z.string(),
  /** What this record adds to the number. */
  items: z.number().int(),
});
export type FigureRecord = z.infer<typeof FigureRecord>;

export const quarters = {
  /** Every quarter that holds a record or a published figure, latest first. */
  list: query({
    input: Nothing,
    output: z.array(z.object({ quarter: Quarter, basis: Basis, frozen: z.boolean() })),
    reads: ["figures", "reports", "sharings"],
  }),
  figures: query({
    input: z.strictObject({ quarter: Quarter }),
    output: QuarterFigures,
    reads: ["figures", "reports", "sharings", "roster", "campaigns", "cases"],
  }),
  records: query({
    input: z.strictObject({
      quarter: Quarter,
      figure: FigureKey,
      /** The category's or campaign's id where the figure has one. */
      key: z.string().nullable().default(null),
    }),
    output: z.array(FigureRecord),
    reads: ["figures", "reports", "sharings", "roster", "campaigns", "cases"],
  }),
  /** Provided, shared and targeted of the last quarters, oldest first, for the trend. */
  trend: query({
    input: z.strictObject({ quarter: Quarter, count: z.number().int().min(1).max(60).default(12) }),
    output: z.array(
      z.object({
        quarter: Quarter,
        known: z.boolean(),
        basis: Basis,
        provided: z.number().int(),
        shared: z.number().int(),
        targeted: z.number().int().nullable(),
      }),
    ),
    reads: ["figures", "reports", "sharings"],
  }),
  freeze: command({
    input: z.strictObject({ quarter: Quarter, acceptUndetermined: z.boolean().default(false) }),
    output: Nothing,
    changes: ["figures", "audit"],
    errors: ["quarter.already-frozen", "quarter.undetermined-open", "quarter.not-over"],
  }),
};
