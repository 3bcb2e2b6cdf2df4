import type { Party } from "#shared/domain/consent.ts";

/** One party told from another, in lists and choices. */
export function partyKeyOf(party: Party): string {
  if ("organizationId" in party) return party.organizationId;
  if ("frameworkId" in party) return party.frameworkId;
  return `outside:${party.outside}`;
}
