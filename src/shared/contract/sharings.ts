import { z } from "zod";
import { MomentMs } from "../domain/moment.ts";
import { Quarter } from "../domain/quarter.ts";
import { ApprovalDecision, Origin, SharingState } from "../domain/vocabulary.ts";
import { query } from "./define.ts";
import { Id, pageOf, RecordName, Window } from "./common.ts";
import { ReportRow } from "./reports.ts";

export const SharingRow = z.object({
  id: Id,
  externalId: z.string(),
  title: z.string(),
  origin: Origin,
  tlp: z.string(),
  state: SharingState,
  sharedAt: MomentMs.nullable(),
  reportCount: z.number().int(),
  sightingCount: z.number().int(),
});
export type SharingRow = z.infer<typeof SharingRow>;

export const SharingDetail = SharingRow.extend({
  body: z.string(),
  reports: z.array(ReportRow),
  cases: z.array(RecordName),
  recipients: z.array(RecordName),
  approvals: z.array(
    z.object({
      organization: RecordName,
      at: MomentMs,
      how: z.string(),
      decision: ApprovalDecision,
      conditions: z.string().nullable(),
    }),
  ),
  sightings: z.array(z.object({ id: Id, organization: RecordName, at: MomentMs, note: z.string().nullable() })),
});
export type SharingDetail = z.infer<typeof SharingDetail>;

export const sharings = {
  list: query({
    input: z.strictObject({
      filter: z.strictObject({
        quarter: Quarter.nullable().default(null),
        origin: Origin.nullable().default(null),
        states: z.array(SharingState).default([]),
      }),
      ...Window,
    }),
    output: pageOf(SharingRow),
    reads: ["sharings", "reports"],
  }),
  get: query({
    input: z.strictObject({ id: Id }),
    output: SharingDetail,
    reads: ["sharings", "reports", "cases", "roster"],
  }),
};
