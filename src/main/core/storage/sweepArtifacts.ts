import { and, eq, notExists, sql } from "drizzle-orm";
import type { BookSession } from "../database/bookSession.ts";
import { artifactChunks, artifacts, cases, publications, reportEvidence } from "../database/schema.ts";
import { fullName } from "../database/fullName.ts";
import type { ReadableDb } from "../database/handles.ts";

/** Artifacts that no evidence, narrative or publication refers to: what undo and deleted figures leave behind. */
export function findUnreferencedArtifacts(db: ReadableDb): string[] {
  const evidence = db
    .select({ one: sql`1` })
    .from(reportEvidence)
    .where(eq(reportEvidence.artifactId, fullName(artifacts.id)));
  const published = db
    .select({ one: sql`1` })
    .from(publications)
    .where(eq(publications.artifactId, fullName(artifacts.id)));
  const pictured = db
    .select({ one: sql`1` })
    .from(cases)
    .where(sql`instr(${cases.narrative}, 'artifact:' || ${fullName(artifacts.id)}) > 0`);
  return db
    .select({ id: artifacts.id })
    .from(artifacts)
    .where(and(notExists(evidence), notExists(published), notExists(pictured)))
    .all()
    .map(({ id }) => id);
}

/** Removes what nothing refers to any more; done when a book is closed, after which nothing can be undone. */
export function sweepArtifacts(session: BookSession): void {
  const unreferenced = session.read(findUnreferencedArtifacts);
  if (unreferenced.length === 0) return;
  session.write("casebook.sweep", (db) => {
    for (const id of unreferenced) {
      db.delete(artifactChunks).where(eq(artifactChunks.artifactId, id)).run();
      db.delete(artifacts).where(eq(artifacts.id, id)).run();
    }
  });
}
