import { and, eq, notExists, sql } from "drizzle-orm";
import type { BookSession } from "../database/bookSession.ts";
import {
  approvalRequests,
  approvals,
  artifactChunks,
  artifacts,
  cases,
  exits,
  publications,
  reportEvidence,
  sharingIssues,
  sharings,
  writeups,
} from "../database/schema.ts";
import { fullName } from "../database/fullName.ts";
import type { ReadableDb } from "../database/handles.ts";

/** Every column that holds an artifact's id. */
const HOLDERS = [
  reportEvidence.artifactId,
  publications.artifactId,
  exits.artifactId,
  approvals.evidenceId,
  approvalRequests.packetId,
  approvalRequests.mailId,
  sharingIssues.bulletinId,
  sharingIssues.indicatorsId,
  sharingIssues.noticeId,
] as const;

/** Every column of Markdown that may show a picture (`artifact:ID`). */
const ILLUSTRATED = [cases.narrative, writeups.body, sharings.body, approvalRequests.body] as const;

/** Artifacts that nothing refers to: what undo and deleted figures leave behind. */
export function findUnreferencedArtifacts(db: ReadableDb): string[] {
  const held = HOLDERS.map((column) =>
    notExists(
      db
        .select({ one: sql`1` })
        .from(column.table)
        .where(eq(column, fullName(artifacts.id))),
    ),
  );
  const shown = ILLUSTRATED.map((column) =>
    notExists(
      db
        .select({ one: sql`1` })
        .from(column.table)
        .where(sql`instr(${column}, 'artifact:' || ${fullName(artifacts.id)}) > 0`),
    ),
  );
  return db
    .select({ id: artifacts.id })
    .from(artifacts)
    .where(and(...held, ...shown))
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
