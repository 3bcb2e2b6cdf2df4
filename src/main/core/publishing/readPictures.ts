import { AppError } from "#shared/errors.ts";
import { readPicture } from "../cases/pictures.ts";
import type { ReadableDb } from "../database/handles.ts";
import { readPictureSize } from "../printing/pictureSize.ts";
import type { ContentBlock, Picture } from "../printing/content.ts";

/** Reads the pictures that narratives show. One that is missing or no picture is left out; its figure says so. */
export function readPictures(
  db: ReadableDb,
  blocks: readonly ContentBlock[],
): { pictures: Map<string, Picture>; files: Map<string, Uint8Array> } {
  const pictures = new Map<string, Picture>();
  const files = new Map<string, Uint8Array>();
  for (const sha256 of new Set(blocks.flatMap(imagesOf))) {
    const bytes = readOne(db, sha256);
    const size = bytes && readPictureSize(bytes);
    if (!bytes || !size) continue;
    const path = `/artifacts/${sha256}.${size.extension}`;
    pictures.set(sha256, { path, widthPx: size.widthPx, heightPx: size.heightPx });
    files.set(path, bytes);
  }
  return { pictures, files };
}

function readOne(db: ReadableDb, sha256: string): Uint8Array | undefined {
  try {
    return readPicture(db, sha256).bytes;
  } catch (error) {
    if (error instanceof AppError && error.code !== "casebook.damaged") return undefined;
    throw error;
  }
}

function imagesOf(block: ContentBlock): string[] {
  if (block.kind === "figure") return block.figure === "image" ? [block.source] : [];
  if (block.kind === "list") return block.items.flat().flatMap(imagesOf);
  return block.kind === "quote" ? block.blocks.flatMap(imagesOf) : [];
}
