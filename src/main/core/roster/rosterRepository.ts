import { and, asc, eq, gte, inArray, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { RecordName } from "#shared/contract/common.ts";
import { fullName } from "../database/fullName.ts";
import type { ReadableDb } from "../database/handles.ts";
import { frameworks, frameworkSizes, memberships, organizations, sigs } from "../database/schema.ts";

export type OrganizationRecord = typeof organizations.$inferSelect;
export type SigRecord = typeof sigs.$inferSelect;

export function findOrganization(db: ReadableDb, id: string): OrganizationRecord | undefined {
  return db.select().from(organizations).where(eq(organizations.id, id)).get();
}

export function findFramework(db: ReadableDb, id: string): RecordName | undefined {
  return db.select({ id: frameworks.id, title: frameworks.name }).from(frameworks).where(eq(frameworks.id, id)).get();
}

/** The whole roster; it has hundreds of rows, thousands at the most. */
export function findAllOrganizations(db: ReadableDb): OrganizationRecord[] {
  return db
    .select()
    .from(organizations)
    .orderBy(sql`coalesce(${organizations.reading}, ${organizations.name})`, asc(organizations.id))
    .all();
}

export function findChildren(db: ReadableDb, parentId: string): RecordName[] {
  return db
    .select({ id: organizations.id, title: organizations.name })
    .from(organizations)
    .where(eq(organizations.parentId, parentId))
    .orderBy(asc(organizations.name))
    .all();
}

function inForce(from: AnySQLiteColumn, to: AnySQLiteColumn, day: string): SQL | undefined {
  return and(lte(from, day), or(isNull(to), gte(to, day)));
}

export type ActiveMembership = { organizationId: string; sigId: string; fromDay: string; toDay: string | null };

/**
 * Memberships as of the end of a day. One in a SIG that has ended does not count, even if nobody closed it
 * (product.md, rule 5).
 */
export function findMembershipsAsOf(db: ReadableDb, day: string): ActiveMembership[] {
  return db
    .select({
      organizationId: memberships.organizationId,
      sigId: memberships.sigId,
      fromDay: memberships.fromDay,
      toDay: memberships.toDay,
    })
    .from(memberships)
    .innerJoin(sigs, eq(sigs.id, memberships.sigId))
    .where(and(inForce(memberships.fromDay, memberships.toDay, day), inForce(sigs.fromDay, sigs.toDay, day)))
    .all();
}

export function findSigsAsOf(db: ReadableDb, day: string): SigRecord[] {
  return db
    .select()
    .from(sigs)
    .where(inForce(sigs.fromDay, sigs.toDay, day))
    .orderBy(asc(sigs.fromDay), asc(sigs.externalId))
    .all();
}

export function findSigsByIds(db: ReadableDb, ids: readonly string[]): SigRecord[] {
  return db
    .select()
    .from(sigs)
    .where(inArray(sigs.id, [...ids]))
    .all();
}

export type FrameworkAsOf = { id: string; externalId: string; name: string; label: string | null };

/** Every framework with the size wording in force on a day; null before its first. */
export function findFrameworksAsOf(db: ReadableDb, day: string): FrameworkAsOf[] {
  const label = sql<string | null>`(
    select ${frameworkSizes.label} from ${frameworkSizes}
    where ${fullName(frameworkSizes.frameworkId)} = ${fullName(frameworks.id)} and ${frameworkSizes.fromDay} <= ${day}
    order by ${frameworkSizes.fromDay} desc limit 1)`;
  return db
    .select({ id: frameworks.id, externalId: frameworks.externalId, name: frameworks.name, label })
    .from(frameworks)
    .orderBy(asc(frameworks.externalId))
    .all();
}

export function findMembershipsOf(
  db: ReadableDb,
  organizationId: string,
): { sig: RecordName; from: string; to: string | null }[] {
  return db
    .select({ id: sigs.id, title: sigs.name, from: memberships.fromDay, to: memberships.toDay })
    .from(memberships)
    .innerJoin(sigs, eq(sigs.id, memberships.sigId))
    .where(eq(memberships.organizationId, organizationId))
    .orderBy(asc(memberships.fromDay))
    .all()
    .map(({ id, title, from, to }) => ({ sig: { id, title }, from, to }));
}

/** Names of the SIGs that each organisation has ever been in. */
export function findSigNamesByOrganization(db: ReadableDb): Map<string, { id: string; name: string }[]> {
  const byOrganization = new Map<string, { id: string; name: string }[]>();
  const rows = db
    .selectDistinct({ organizationId: memberships.organizationId, id: sigs.id, name: sigs.name })
    .from(memberships)
    .innerJoin(sigs, eq(sigs.id, memberships.sigId))
    .orderBy(asc(sigs.externalId))
    .all();
  for (const { organizationId, id, name } of rows) {
    byOrganization.set(organizationId, [...(byOrganization.get(organizationId) ?? []), { id, name }]);
  }
  return byOrganization;
}

export type NameOf = { externalId: string; name: string; toDay?: string | null };

export function findOrganizationNames(db: ReadableDb): Map<string, NameOf> {
  const rows = db
    .select({ id: organizations.id, externalId: organizations.externalId, name: organizations.name })
    .from(organizations)
    .all();
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}

export function findSigNames(db: ReadableDb): Map<string, NameOf> {
  const rows = db
    .select({ id: sigs.id, externalId: sigs.externalId, name: sigs.name, toDay: sigs.toDay })
    .from(sigs)
    .all();
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}
