import { z } from "zod";
import { Day } from "../domain/moment.ts";
import { query } from "./define.ts";
import { Id, pageOf, RecordName, Window } from "./common.ts";
import { Party } from "./reports.ts";

export const OrganizationRow = z.object({
  id: Id,
  externalId: z.string(),
  name: z.string(),
  reading: z.string().nullable(),
  sigs: z.array(z.string()),
  domains: z.array(z.string()),
  parent: RecordName.nullable(),
});
export type OrganizationRow = z.infer<typeof OrganizationRow>;

export const OrganizationDetail = OrganizationRow.extend({
  nameEn: z.string().nullable(),
  aliases: z.array(z.string()),
  persons: z.array(z.object({ name: z.string(), reading: z.string().nullable(), email: z.string().nullable() })),
  products: z.array(z.string()),
  addresses: z.array(z.string()),
  phones: z.array(z.string()),
  memberships: z.array(z.object({ sig: RecordName, from: Day, to: Day.nullable() })),
  children: z.array(RecordName),
});
export type OrganizationDetail = z.infer<typeof OrganizationDetail>;

export const SigRow = z.object({
  id: Id,
  externalId: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  from: Day,
  to: Day.nullable(),
  organizations: z.number().int(),
});

export const FrameworkRow = z.object({
  id: Id,
  externalId: z.string(),
  name: z.string(),
  /** The size wording in force on the day asked for, as printed; null before the first. */
  label: z.string().nullable(),
});

export const roster = {
  listOrganizations: query({
    input: z.strictObject({
      text: z.string().max(200).default(""),
      sigId: Id.nullable().default(null),
      ...Window,
    }),
    output: pageOf(OrganizationRow),
    reads: ["roster"],
  }),
  getOrganization: query({ input: z.strictObject({ id: Id }), output: OrganizationDetail, reads: ["roster"] }),
  /** The scheme as of the end of a day: active SIGs with their memberships, and the frameworks. */
  structure: query({
    input: z.strictObject({ asOf: Day }),
    output: z.object({ sigs: z.array(SigRow), frameworks: z.array(FrameworkRow) }),
    reads: ["roster"],
  }),
  /** Organisations and frameworks by name, reading, alias or domain, for the provider field. */
  findProviders: query({
    input: z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(10) }),
    output: z.array(Party.extend({ hint: z.string() })),
    reads: ["roster"],
  }),
};
