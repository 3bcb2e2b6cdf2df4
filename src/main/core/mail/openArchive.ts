import { crc32, inflateRawSync } from "node:zlib";
import { AppError } from "#shared/errors.ts";
import { MAX_MAIL_BYTES } from "#shared/domain/mail.ts";
import { sniffType } from "./trueType.ts";
import { isZip, packedBytesOf, readZipDirectory, type ZipEntry, ZipError } from "./zipDirectory.ts";

/** A file of an archive, or why it cannot be had. `path` is the archive's name and the way inside it. */
export type ArchiveEntry = { path: string; bytes: Uint8Array } | { path: string; error: AppError };

/** All that an archive with the archives inside it may unpack to. */
export const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;
export const MAX_ARCHIVE_ENTRIES = 10_000;
export const MAX_ARCHIVE_DEPTH = 3;
/** Text packs to a tenth, seldom to a fiftieth; what packs to less than a two-hundredth was made to burst. */
const MAX_RATIO = 200;
const RATIO_FROM_BYTES = 4 * 1024 * 1024;

const STORED = 0;
const DEFLATED = 8;
/** What operating systems put into archives for themselves. */
const SYSTEM_FILES = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i;

/** True for a plain ZIP; an Office document is one, too, by its first bytes, but nothing to look for mails in. */
export function isArchive(bytes: Uint8Array): boolean {
  return isZip(bytes) && sniffType(bytes) === "application/zip";
}

type Allowance = { bytesLeft: number; entriesLeft: number };

/**
 * Unpacks an archive one file at a time, also archives inside it. What is wrong with one file is told for that file,
 * and the others go on; nothing is thrown.
 */
export function* openArchive(bytes: Uint8Array, fileName: string): Generator<ArchiveEntry> {
  if (bytes.length > MAX_MAIL_BYTES) {
    const params = { file: fileName, sizeBytes: bytes.length, limitBytes: MAX_MAIL_BYTES };
    yield { path: fileName, error: new AppError("intake.too-large", params) };
    return;
  }
  yield* openLevel(bytes, fileName, 1, { bytesLeft: MAX_UNPACKED_BYTES, entriesLeft: MAX_ARCHIVE_ENTRIES });
}

function* openLevel(bytes: Uint8Array, path: string, depth: number, allowance: Allowance): Generator<ArchiveEntry> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (depth > MAX_ARCHIVE_DEPTH) {
    yield { path, error: new AppError("intake.archive-bomb", { file: path }) };
    return;
  }
  let entries: ZipEntry[];
  try {
    entries = readZipDirectory(archive);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    yield { path, error: new AppError("intake.archive-damaged", { file: path }, { cause: error }) };
    return;
  }
  for (const entry of entries) {
    if (entry.isFolder || SYSTEM_FILES.test(entry.name)) continue;
    allowance.entriesLeft -= 1;
    if (allowance.entriesLeft < 0 || allowance.bytesLeft <= 0) {
      yield { path, error: new AppError("intake.archive-bomb", { file: path }) };
      return;
    }
    yield* openEntry(archive, entry, `${path}/${entry.name}`, depth, allowance);
  }
}

function* openEntry(
  archive: Buffer,
  entry: ZipEntry,
  path: string,
  depth: number,
  allowance: Allowance,
): Generator<ArchiveEntry> {
  let content: Buffer;
  try {
    content = unpack(archive, entry, path, allowance);
  } catch (error) {
    yield { path, error: toAppError(error, path) };
    return;
  }
  if (isArchive(content)) yield* openLevel(content, path, depth + 1, allowance);
  else yield { path, bytes: content };
}

function toAppError(error: unknown, path: string): AppError {
  return error instanceof AppError ? error : new AppError("intake.archive-damaged", { file: path }, { cause: error });
}

function unpack(archive: Buffer, entry: ZipEntry, path: string, allowance: Allowance): Buffer {
  if (entry.encrypted) throw new AppError("intake.archive-encrypted", { file: path });
  const packed = packedBytesOf(archive, entry);
  if (entry.method === STORED) {
    allowance.bytesLeft -= packed.length;
    return checked(packed, entry);
  }
  if (entry.method !== DEFLATED) throw new ZipError("method");
  const limit = Math.min(MAX_MAIL_BYTES, Math.max(0, allowance.bytesLeft), burstLimit(packed.length));
  const content = inflateWithin(packed, limit, path);
  allowance.bytesLeft -= content.length;
  return checked(content, entry);
}

function burstLimit(packedBytes: number): number {
  return Math.max(RATIO_FROM_BYTES, packedBytes * MAX_RATIO);
}

/** Stops unpacking as soon as the limit is passed, whatever size the archive claims. */
function inflateWithin(packed: Buffer, limit: number, path: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ERR_BUFFER_TOO_LARGE") throw new AppError("intake.archive-bomb", { file: path }, { cause: error });
    throw error;
  }
}

function checked(content: Buffer, entry: ZipEntry): Buffer {
  if (crc32(content) !== entry.crc32) throw new ZipError("checksum");
  return content;
}
