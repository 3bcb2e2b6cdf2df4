import type { BookSession } from "../database/bookSession.ts";
import { readArtifact } from "../storage/artifactStore.ts";
import { exitExists, insertExit } from "./gateRepository.ts";

/**
 * The bytes of an artifact for somebody who saves it outside of the book. What went through the gate is in the ledger
 * already; a received file that is saved as it came is written down as what left unsanitised.
 * @throws AppError record.not-found; casebook.damaged
 */
export function readForSaving(session: BookSession, artifactId: string): Uint8Array {
  const { bytes, fileName } = session.read((db) => readArtifact(db, artifactId));
  if (session.read((db) => exitExists(db, artifactId))) return bytes;
  session.write("gate.copyUnsanitised", (db) =>
    insertExit(db, {
      id: session.newId(),
      at: session.now(),
      by: session.actor,
      textId: null,
      textSha256: null,
      destination: "copy",
      format: "unsanitised",
      fileName,
      sha256: artifactId,
      artifactId,
    }),
  );
  return bytes;
}
