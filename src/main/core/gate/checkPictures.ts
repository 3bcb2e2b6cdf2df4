import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { Inspection } from "../sanitising/inspectText.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { isBarePicture } from "../pictures/isBarePicture.ts";
import { findPictureIds } from "../pictures/pictureIds.ts";
import { readWords } from "../pictures/readWords.ts";
import { scanWords } from "../pictures/scanWords.ts";
import { readArtifact } from "../storage/artifactStore.ts";
import { allowWords } from "./allowedWords.ts";
import { leakOptionsFor } from "./lookedAt.ts";

/**
 * Pictures that a text shows and that may not leave yet: those that hold anything besides their pixels (they were not
 * taken in by pictures.add), and those in which OCR reads something that tells.
 */
export async function countUncheckedPictures(
  session: BookSession,
  sanitiser: Sanitiser,
  inspection: Inspection,
  signal?: AbortSignal,
): Promise<{ count: number; total: number }> {
  const ids = findPictureIds(inspection.text.body);
  let count = 0;
  for (const id of ids) {
    const bytes = readOne(session, id);
    const isClean = bytes !== undefined && (await isCleanPicture(session, bytes, sanitiser, inspection, signal));
    if (!isClean) count += 1;
  }
  return { count, total: ids.length };
}

function readOne(session: BookSession, id: string): Uint8Array | undefined {
  try {
    return session.read((db) => readArtifact(db, id)).bytes;
  } catch (error) {
    if (error instanceof AppError && error.code === "record.not-found") return undefined;
    throw error;
  }
}

async function isCleanPicture(
  session: BookSession,
  bytes: Uint8Array,
  sanitiser: Sanitiser,
  inspection: Inspection,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (!isBarePicture(bytes)) return false;
  const { parties, outsiders, allowed } = leakOptionsFor(inspection);
  const { text } = await readWords(bytes, signal);
  const findings = await scanWords(session, sanitiser, text, { parties, outsiders }, signal);
  const isAllowed = allowWords(allowed);
  return findings.every((finding) => finding.severity === "review" && isAllowed(finding.text));
}
