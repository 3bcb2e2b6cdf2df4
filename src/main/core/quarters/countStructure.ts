import type { MembershipChange, QuarterFigures } from "#shared/contract/quarters.ts";
import { DAY_MS, dayOf, startOfDay } from "#shared/domain/moment.ts";
import { addQuarters, lastDayOf, type Quarter } from "#shared/domain/quarter.ts";
import type { ReadableDb } from "../database/handles.ts";
import {
  findFrameworksAsOf,
  findMembershipsAsOf,
  findOrganizationNames,
  findSigNames,
  findSigsAsOf,
  type ActiveMembership,
  type NameOf,
} from "../roster/rosterRepository.ts";

type Structure = QuarterFigures["structure"];

function keyOf({ organizationId, sigId }: ActiveMembership): string {
  return `${organizationId} ${sigId}`;
}

/** One membership an organisation and SIG: two rows that overlap are one. */
function byKey(memberships: readonly ActiveMembership[]): Map<string, ActiveMembership> {
  return new Map(memberships.map((membership) => [keyOf(membership), membership]));
}

function dayAfter(day: string): string {
  return dayOf(startOfDay(day) + DAY_MS);
}

type Names = { organizations: Map<string, NameOf>; sigs: Map<string, NameOf> };

function toChange({ organizationId, sigId }: ActiveMembership, day: string, names: Names): MembershipChange {
  const organization = names.organizations.get(organizationId);
  const sig = names.sigs.get(sigId);
  return {
    organization: organization?.externalId ?? organizationId,
    organizationName: organization?.name ?? "",
    sig: sig?.externalId ?? sigId,
    sigName: sig?.name ?? "",
    day,
  };
}

function byDayThenName(a: MembershipChange, b: MembershipChange): number {
  return a.day.localeCompare(b.day) || a.sig.localeCompare(b.sig) || a.organization.localeCompare(b.organization);
}

/**
 * The scheme as of the quarter's last day (product.md, rule 5): active SIGs, memberships (延べ), who joined and left
 * since the end of the quarter before, and the frameworks with their own wording, in neither number.
 */
export function countStructure(db: ReadableDb, quarter: Quarter): Structure {
  const lastDay = lastDayOf(quarter);
  const dayBefore = lastDayOf(addQuarters(quarter, -1));
  const now = byKey(findMembershipsAsOf(db, lastDay));
  const before = byKey(findMembershipsAsOf(db, dayBefore));
  const names = { organizations: findOrganizationNames(db), sigs: findSigNames(db) };
  const members = new Map<string, number>();
  for (const { sigId } of now.values()) members.set(sigId, (members.get(sigId) ?? 0) + 1);
  const activeSigs = findSigsAsOf(db, lastDay);
  const leftOn = ({ toDay, sigId }: ActiveMembership) => {
    const end = [toDay, names.sigs.get(sigId)?.toDay].filter((day) => typeof day === "string").sort()[0];
    return end === undefined ? lastDay : dayAfter(end);
  };
  return {
    sigs: activeSigs.length,
    organizations: now.size,
    distinctOrganizations: new Set([...now.values()].map(({ organizationId }) => organizationId)).size,
    bySig: activeSigs.map(({ id, externalId, name }) => ({
      id: externalId,
      name,
      organizations: members.get(id) ?? 0,
    })),
    joined: [...now.entries()]
      .filter(([key]) => !before.has(key))
      .map(([, membership]) => toChange(membership, membership.fromDay, names))
      .sort(byDayThenName),
    left: [...before.entries()]
      .filter(([key]) => !now.has(key))
      .map(([, membership]) => toChange(membership, leftOn(membership), names))
      .sort(byDayThenName),
    frameworks: findFrameworksAsOf(db, lastDay).flatMap(({ externalId, name, label }) =>
      label === null ? [] : [{ id: externalId, name, label }],
    ),
  };
}
