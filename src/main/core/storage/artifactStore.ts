import { asc, eq } from "drizzle-orm";
import { createHash } from "node:crypto";
import { AppError } from "#shared/errors.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { artifactChunks, artifacts } from "../database/schema.ts";

/** Small enough that a big file is never one big blob, large enough that a mail is one row. */
const CHUNK_BYTES = 256 * 1024;

export type NewArtifact = { bytes: Uint8Array; fileName: string; mediaType: string; addedAt: number };

/** @returns lower-case hex SHA-256: the id of an artifact */
export function artifactIdOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Keeps bytes untouched inside the book, named by their content; the same bytes are kept once.
 * @returns the artifact's id
 */
export function putArtifact(db: WritableDb, { bytes, fileName, mediaType, addedAt }: NewArtifact): string {
  const id = artifactIdOf(bytes);
  const added = db
    .insert(artifacts)
    .values({ id, sizeBytes: bytes.byteLength, mediaType, fileName, addedAt })
    .onConflictDoNothing()
    .run();
  if (added.changes === 0) return id;
  for (let start = 0, position = 0; start < bytes.byteLength; start += CHUNK_BYTES, position += 1) {
    const chunk = Buffer.from(bytes.subarray(start, start + CHUNK_BYTES));
    db.insert(artifactChunks).values({ artifactId: id, position, bytes: chunk }).run();
  }
  return id;
}

export type Artifact = { id: string; fileName: string; mediaType: string; bytes: Buffer };

/** @throws AppError record.not-found; casebook.damaged when the bytes are no longer what they were */
export function readArtifact(db: ReadableDb, id: string): Artifact {
  const artifact = db.select().from(artifacts).where(eq(artifacts.id, id)).get();
  if (!artifact) throw new AppError("record.not-found", { record: id });
  const chunks = db
    .select({ bytes: artifactChunks.bytes })
    .from(artifactChunks)
    .where(eq(artifactChunks.artifactId, id))
    .orderBy(asc(artifactChunks.position))
    .all();
  const bytes = Buffer.concat(chunks.map((chunk) => chunk.bytes));
  if (artifactIdOf(bytes) !== id) throw new AppError("casebook.damaged", { file: artifact.fileName });
  return { id, fileName: artifact.fileName, mediaType: artifact.mediaType, bytes };
}
