import type { ConsentPurpose, ConsentTerm } from "#shared/domain/consent.ts";

/** To whom something is about to go, as of the day it goes. */
export type ReachedAudience = {
  /** SIGs that are addressed as a whole. */
  sigIds: readonly string[];
  frameworkIds: readonly string[];
  /** Organisations addressed one by one, with the SIGs they are in that day. */
  organizations: readonly { id: string; sigIds: readonly string[] }[];
};

/** What is about to happen to a text. */
export type Situation = {
  purpose: ConsentPurpose;
  /** The day in Asia/Tokyo. */
  day: string;
  /** Null: nobody can say who will read it, as with a public report. */
  audience: ReachedAudience | null;
  /** A list of attackers' indicators goes with it. */
  hasIndicatorList: boolean;
};

/** Terms that do not hold in a situation, in the order they were given. */
export function unmetTerms(terms: readonly ConsentTerm[], situation: Situation): ConsentTerm[] {
  return terms.filter((term) => !isMet(term, situation));
}

function isMet(term: ConsentTerm, { purpose, day, audience, hasIndicatorList }: Situation): boolean {
  switch (term.kind) {
    case "sigs-only":
      return audience !== null && isWithin(audience, new Set(term.sigIds));
    case "not-in-public-report":
      return purpose !== "publish";
    case "not-before":
      return day >= term.day;
    case "no-indicator-list":
      return !hasIndicatorList;
    case "other":
      return term.confirmed;
  }
}

/** Frameworks are no SIGs: whoever consented for a SIG did not speak of them. */
function isWithin({ sigIds, frameworkIds, organizations }: ReachedAudience, allowed: ReadonlySet<string>): boolean {
  return (
    frameworkIds.length === 0 &&
    sigIds.every((id) => allowed.has(id)) &&
    organizations.every((organization) => organization.sigIds.some((id) => allowed.has(id)))
  );
}
