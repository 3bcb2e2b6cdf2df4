import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { WritableDb } from "../database/handles.ts";
import { artifactIdOf, putArtifact, readArtifact, type NewArtifact } from "../storage/artifactStore.ts";
import { drawPicture } from "./drawPicture.ts";
import { asArtifact } from "./drawnArtifact.ts";
import { isBarePicture } from "./isBarePicture.ts";
import { findPictureIds, replacePictures } from "./pictureIds.ts";

export type RedrawnText = {
  /** The text, naming the pictures drawn anew. */
  body: string;
  /** Stores them: to be called in the `write` that stores the text. */
  keepPictures(db: WritableDb): void;
  /** Pictures that could not be drawn anew, by artifact id; the text names them as before, and the gate refuses them. */
  undrawn: string[];
};

/**
 * Takes over the pictures of a text that stays inside (a case's narrative) into one that is to leave: each is drawn anew from
 * its pixels, so that nothing else that its file holds goes along (see `isBarePicture`). Those that are bare already stay.
 */
export async function redrawPictures(session: BookSession, body: string): Promise<RedrawnText> {
  const drawn = new Map<string, NewArtifact>();
  const undrawn: string[] = [];
  const newIds = new Map<string, string>();
  for (const artifactId of findPictureIds(body)) {
    try {
      const picture = await redrawOne(session, artifactId);
      if (picture) drawn.set(artifactId, picture);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      undrawn.push(artifactId);
    }
  }
  for (const [oldId, picture] of drawn) newIds.set(oldId, artifactIdOf(picture.bytes));
  return {
    body: replacePictures(body, newIds),
    keepPictures: (db) => drawn.forEach((picture) => putArtifact(db, picture)),
    undrawn,
  };
}

async function redrawOne(session: BookSession, artifactId: string): Promise<NewArtifact | undefined> {
  const { bytes, fileName } = session.read((db) => readArtifact(db, artifactId));
  if (isBarePicture(bytes)) return undefined;
  return asArtifact(await drawPicture({ fileName, bytes }), fileName, session.now());
}
