import type { PictureReading } from "#shared/contract/pictures.ts";
import type { TextRef } from "#shared/contract/sanitising.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { allowWords } from "../gate/allowedWords.ts";
import { leakOptionsOf } from "../gate/lookedAt.ts";
import { changeText } from "../sanitising/changeText.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { readText } from "../sanitising/textRepository.ts";
import { artifactIdOf, putArtifact, readArtifact } from "../storage/artifactStore.ts";
import type { MaskStyle } from "./burnBoxes.ts";
import { asArtifact } from "./drawnArtifact.ts";
import { drawPicture } from "./drawPicture.ts";
import { placeFindings } from "./pictureFindings.ts";
import { findPictureIds, replacePictures } from "./pictureIds.ts";
import { readWords } from "./readWords.ts";
import type { Box } from "./raster.ts";
import { scanWords } from "./scanWords.ts";

/** A picture of a text: both have to be named, so that nothing but what the text shows can be looked at or replaced. */
export type TextPicture = { text: TextRef; artifactId: string };

/**
 * Keeps a picture for a text that is to leave: drawn anew, without anything else that its file held.
 * @throws AppError cases.not-a-picture, pictures.too-large, pictures.damaged
 */
export async function addPicture(session: BookSession, file: { fileName: string; bytes: Uint8Array }) {
  const drawn = await drawPicture(file);
  const artifact = asArtifact(drawn, file.fileName, session.now());
  return { artifactId: session.write("pictures.add", (db) => putArtifact(db, artifact)), metadata: drawn.metadata };
}

/**
 * Burns boxes into a picture and shows the new one in the text in its place, wherever the text shows it.
 * @throws AppError record.not-found when the text does not show it (any more); pictures.damaged and the like
 */
export async function maskPicture(
  session: BookSession,
  { text, artifactId, boxes, style }: TextPicture & { boxes: readonly Box[]; style: MaskStyle },
) {
  const file = session.read((db) => readShownPicture(db, { text, artifactId }));
  const drawn = await drawPicture(file, { boxes, style });
  const artifact = asArtifact(drawn, file.fileName, session.now());
  const newId = artifactIdOf(artifact.bytes);
  session.write("pictures.mask", (db) => {
    const { body } = readText(db, text);
    if (!findPictureIds(body).includes(artifactId)) throw new AppError("record.not-found", { record: artifactId });
    putArtifact(db, artifact);
    changeText(db, session, text, { body: replacePictures(body, new Map([[artifactId, newId]])) });
  });
  return { artifactId: newId };
}

/**
 * Reads a picture by OCR and looks in what it says for whatever could tell who provided it.
 * @throws AppError record.not-found, cases.not-a-picture, pictures.too-large, pictures.damaged, thread.stopped, call.cancelled
 */
export async function readPicture(
  session: BookSession,
  sanitiser: Sanitiser,
  { text, artifactId }: TextPicture,
  signal: AbortSignal,
): Promise<PictureReading> {
  const { file, looked } = session.read((db) => ({
    file: readShownPicture(db, { text, artifactId }),
    looked: leakOptionsOf(db, text),
  }));
  // Drawn to know what the file holds; the drawing itself is not kept.
  const { widthPx, heightPx, metadata } = await drawPicture(file);
  const read = await readWords(file.bytes, signal);
  const { parties, outsiders, allowed } = looked;
  const findings = await scanWords(session, sanitiser, read.text, { parties, outsiders }, signal);
  const isAllowed = allowWords(allowed);
  return {
    widthPx,
    heightPx,
    metadata,
    words: read.words,
    findings: placeFindings(findings, read, { width: widthPx, height: heightPx }).map((finding) => ({
      ...finding,
      isLookedAt: finding.severity === "review" && isAllowed(finding.text),
    })),
  };
}

function readShownPicture(db: ReadableDb, { text, artifactId }: TextPicture): { fileName: string; bytes: Uint8Array } {
  if (!findPictureIds(readText(db, text).body).includes(artifactId)) {
    throw new AppError("record.not-found", { record: artifactId });
  }
  return readArtifact(db, artifactId);
}
