import { and, eq } from "drizzle-orm";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { links } from "../database/schema.ts";

type LinkKey = { fromId: string; toId: string; relation: string };

export function linkExists(db: ReadableDb, { fromId, toId, relation }: LinkKey): boolean {
  const sameKey = and(eq(links.fromId, fromId), eq(links.toId, toId), eq(links.relation, relation));
  return db.select({ id: links.id }).from(links).where(sameKey).get() !== undefined;
}

export function insertLink(db: WritableDb, link: typeof links.$inferInsert): void {
  db.insert(links).values(link).run();
}

export function deleteLink(db: WritableDb, id: string): boolean {
  return db.delete(links).where(eq(links.id, id)).run().changes > 0;
}
