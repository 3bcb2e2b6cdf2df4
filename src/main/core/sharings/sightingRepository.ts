import { asc, eq, inArray } from "drizzle-orm";
import type { SightingDetail } from "#shared/contract/sharings.ts";
import { ApprovalDecision } from "#shared/domain/vocabulary.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { organizations, reports, sightings } from "../database/schema.ts";

export type SightingRecord = typeof sightings.$inferSelect;

/** What came back after a sharing, oldest first. */
export function findSightingsOf(db: ReadableDb, sharingId: string): SightingDetail[] {
  return db
    .select({
      sighting: sightings,
      organization: { id: organizations.id, title: organizations.name },
      report: { id: reports.id, title: reports.title },
    })
    .from(sightings)
    .innerJoin(organizations, eq(organizations.id, sightings.organizationId))
    .leftJoin(reports, eq(reports.id, sightings.reportId))
    .where(eq(sightings.sharingId, sharingId))
    .orderBy(asc(sightings.at), asc(sightings.id))
    .all()
    .map(({ sighting: { id, at, note, consent, consentAskedAt }, organization, report }) => ({
      id,
      organization,
      at,
      note,
      report,
      consent: ApprovalDecision.nullable().parse(consent),
      consentAskedAt,
    }));
}

export function findSighting(db: ReadableDb, id: string): SightingRecord | undefined {
  return db.select().from(sightings).where(eq(sightings.id, id)).get();
}

/** Who saw what of these sharings, and when. */
export function findSightingsOfSharings(
  db: ReadableDb,
  sharingIds: readonly string[],
): Pick<SightingRecord, "sharingId" | "organizationId" | "at">[] {
  return db
    .select({ sharingId: sightings.sharingId, organizationId: sightings.organizationId, at: sightings.at })
    .from(sightings)
    .where(inArray(sightings.sharingId, [...sharingIds]))
    .all();
}

export function insertSighting(db: WritableDb, record: typeof sightings.$inferInsert): void {
  db.insert(sightings).values(record).run();
}

export function updateSightingRecord(db: WritableDb, id: string, fields: Partial<typeof sightings.$inferInsert>): void {
  if (Object.keys(fields).length === 0) return;
  db.update(sightings).set(fields).where(eq(sightings.id, id)).run();
}

export function deleteSighting(db: WritableDb, id: string): void {
  db.delete(sightings).where(eq(sightings.id, id)).run();
}
