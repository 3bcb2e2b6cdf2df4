import { AppError } from "#shared/errors.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { putArtifact, readArtifact } from "../storage/artifactStore.ts";

const MAX_PICTURE_BYTES = 20 * 1024 * 1024;

const SIGNATURES = [
  { mediaType: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: "image/jpeg", bytes: [0xff, 0xd8, 0xff] },
] as const;

/** What a picture really is, by its first bytes; undefined for anything but PNG and JPEG. */
function pictureTypeOf(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find((signature) => signature.bytes.every((byte, position) => bytes[position] === byte))?.mediaType;
}

/** @throws AppError cases.not-a-picture, intake.too-large */
export function addPicture(
  db: WritableDb,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
  nowMs: number,
): string {
  if (bytes.byteLength > MAX_PICTURE_BYTES) {
    throw new AppError("intake.too-large", { file: fileName, sizeMb: Math.ceil(bytes.byteLength / 1e6), limitMb: 20 });
  }
  const mediaType = pictureTypeOf(bytes);
  if (mediaType === undefined) throw new AppError("cases.not-a-picture", { file: fileName });
  return putArtifact(db, { bytes, fileName, mediaType, addedAt: nowMs });
}

/** @throws AppError record.not-found, cases.not-a-picture */
export function readPicture(db: ReadableDb, artifactId: string): { mediaType: string; bytes: Uint8Array } {
  const { bytes, fileName } = readArtifact(db, artifactId);
  const mediaType = pictureTypeOf(bytes);
  if (mediaType === undefined) throw new AppError("cases.not-a-picture", { file: fileName });
  return { mediaType, bytes: new Uint8Array(bytes) };
}
