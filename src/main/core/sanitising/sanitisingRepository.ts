import { asc, eq } from "drizzle-orm";
import type { ReadableDb } from "../database/handles.ts";
import { memberships, organizations, sigs } from "../database/schema.ts";
import type { RosterOrganization } from "./roster.ts";

/** What findScannedRoster reads. */
export const SCANNED_TABLES: readonly string[] = ["organizations", "memberships", "sigs"];

/** The roster as the engine takes it, under interchange ids. Past industries count: readers remember them. */
export function findScannedRoster(db: ReadableDb): RosterOrganization[] {
  const rows = db.select().from(organizations).orderBy(asc(organizations.externalId)).all();
  const externalIds = new Map(rows.map(({ id, externalId }) => [id, externalId]));
  const industries = findIndustries(db);
  return rows.map(({ id, externalId, parentId, name, reading, nameEn, aliases, domains, persons, ...rest }) => ({
    id: externalId,
    name,
    reading,
    nameEn,
    aliases,
    domains,
    persons,
    products: rest.products,
    addresses: rest.addresses,
    phones: rest.phones,
    parent: parentId === null ? null : (externalIds.get(parentId) ?? null),
    industries: industries.get(id) ?? [],
  }));
}

function findIndustries(db: ReadableDb): ReadonlyMap<string, string[]> {
  const rows = db
    .selectDistinct({ organizationId: memberships.organizationId, name: sigs.name })
    .from(memberships)
    .innerJoin(sigs, eq(sigs.id, memberships.sigId))
    .all();
  const industries = new Map<string, string[]>();
  for (const { organizationId, name } of rows) {
    const names = industries.get(organizationId);
    if (names) names.push(name);
    else industries.set(organizationId, [name]);
  }
  return industries;
}
