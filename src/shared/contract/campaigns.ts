import { z } from "zod";
import { Quarter } from "../domain/quarter.ts";
import { command, query } from "./define.ts";
import { Id, Nothing, Title } from "./common.ts";
import { CaseRow } from "./cases.ts";

/** `YYYY-MM`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/**
 * One quarter of a campaign's strip. Observed when a case of it was opened, a counted report of such a case was
 * received, or a sharing of it was given out in the quarter.
 */
export const CampaignQuarter = z.object({
  quarter: Quarter,
  observed: z.boolean(),
  items: z.number().int(),
  cases: z.number().int(),
});
export type CampaignQuarter = z.infer<typeof CampaignQuarter>;

export const CampaignRow = z.object({
  id: Id,
  externalId: z.string(),
  name: z.string(),
  since: Month,
  description: z.string(),
  caseCount: z.number().int(),
  /** From the campaign's first quarter to the last that holds a record of the book. */
  strip: z.array(CampaignQuarter),
});
export type CampaignRow = z.infer<typeof CampaignRow>;

const CampaignFields = z.strictObject({ name: Title, since: Month, description: z.string().max(100_000) });

export const campaigns = {
  list: query({ input: Nothing, output: z.array(CampaignRow), reads: ["campaigns", "cases", "reports", "sharings"] }),
  get: query({
    input: z.strictObject({ id: Id }),
    output: CampaignRow.extend({ cases: z.array(CaseRow) }),
    reads: ["campaigns", "cases", "reports", "sharings"],
  }),
  create: command({
    input: CampaignFields.partial({ description: true }),
    output: z.object({ id: Id }),
    changes: ["campaigns", "figures", "audit"],
  }),
  update: command({
    input: z.strictObject({ id: Id, fields: CampaignFields.partial() }),
    output: Nothing,
    changes: ["campaigns", "figures", "audit"],
    errors: ["record.not-found"],
  }),
};
