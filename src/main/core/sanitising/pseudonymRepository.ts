import { and, asc, eq, inArray } from "drizzle-orm";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { organizations, pseudonyms } from "../database/schema.ts";

/** A row of the secret ledger. `externalId`: the organisation as the engine has it. */
export type PseudonymRecord = {
  id: string;
  label: string;
  organizationId: string | null;
  externalId: string | null;
  name: string | null;
  outside: string | null;
};

export function findPseudonyms(db: ReadableDb, textId: string): PseudonymRecord[] {
  return db
    .select({
      id: pseudonyms.id,
      label: pseudonyms.label,
      organizationId: pseudonyms.organizationId,
      externalId: organizations.externalId,
      name: organizations.name,
      outside: pseudonyms.outside,
    })
    .from(pseudonyms)
    .leftJoin(organizations, eq(organizations.id, pseudonyms.organizationId))
    .where(eq(pseudonyms.textId, textId))
    .orderBy(asc(pseudonyms.id))
    .all();
}

/** An organisation as findings point to it, by its interchange id. */
export type NamedEntity = { id: string; externalId: string; title: string };

/** Those of the entities that are organisations of the roster. */
export function findEntities(db: ReadableDb, entities: Iterable<string | undefined>): ReadonlyMap<string, NamedEntity> {
  const wanted = [...new Set(entities)].filter((entity) => entity !== undefined);
  const rows = db
    .select({ id: organizations.id, externalId: organizations.externalId, title: organizations.name })
    .from(organizations)
    .where(inArray(organizations.externalId, wanted))
    .all();
  return new Map(rows.map((row) => [row.externalId, row]));
}

export function insertPseudonym(db: WritableDb, record: typeof pseudonyms.$inferInsert): void {
  db.insert(pseudonyms).values(record).run();
}

export function updatePseudonymLabel(db: WritableDb, textId: string, from: string, to: string): void {
  db.update(pseudonyms)
    .set({ label: to })
    .where(and(eq(pseudonyms.textId, textId), eq(pseudonyms.label, from)))
    .run();
}
