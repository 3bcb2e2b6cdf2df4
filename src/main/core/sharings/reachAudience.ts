import type { ReadableDb } from "../database/handles.ts";
import { findMembershipsAsOf } from "../roster/rosterRepository.ts";
import { findAudience } from "./audienceRepository.ts";

/** Who an audience comes to on one day. */
export type Reached = {
  sigIds: string[];
  frameworkIds: string[];
  /** Organisations addressed one by one, without the exceptions. */
  singleIds: string[];
  /** Every organisation that is reached, once: members of the SIGs that day and single ones, without the exceptions. */
  organizationIds: string[];
  /** The SIGs that each organisation of the scheme is in that day. */
  sigsOf(organizationId: string): readonly string[];
};

/**
 * Resolves a sharing's audience by the memberships in force on a day (Asia/Tokyo). An exception takes an organisation
 * out however it is addressed.
 */
export function reachAudience(db: ReadableDb, sharingId: string, day: string): Reached {
  const audience = findAudience(db, sharingId);
  const memberships = findMembershipsAsOf(db, day);
  const sigsByOrganization = new Map<string, string[]>();
  for (const { organizationId, sigId } of memberships) {
    sigsByOrganization.set(organizationId, [...(sigsByOrganization.get(organizationId) ?? []), sigId]);
  }
  const excepted = new Set(audience.except.map(({ id }) => id));
  const sigIds = audience.sigs.map(({ id }) => id);
  const addressed = new Set(sigIds);
  const members = memberships.flatMap(({ organizationId, sigId }) => (addressed.has(sigId) ? [organizationId] : []));
  const singleIds = audience.organizations.map(({ id }) => id).filter((id) => !excepted.has(id));
  return {
    sigIds,
    frameworkIds: audience.frameworks.map(({ id }) => id),
    singleIds,
    organizationIds: [...new Set([...members, ...singleIds])].filter((id) => !excepted.has(id)),
    sigsOf: (organizationId) => sigsByOrganization.get(organizationId) ?? [],
  };
}
