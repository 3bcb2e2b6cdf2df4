import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { AppError } from "#shared/errors.ts";
import { mapSqliteError } from "../database/mapSqliteError.ts";

/**
 * Writes a file so that its name never shows half of it: a temporary file beside it, forced to disk, then renamed.
 * @throws AppError storage.no-permission, storage.full, storage.not-found (the folder)
 */
export function atomicWrite(path: string, bytes: Uint8Array | string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const handle = openSync(temporary, "w");
    try {
      const data = typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes;
      for (let written = 0; written < data.byteLength;) written += writeSync(handle, data, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw mapFileError(error, path);
  }
}

/** The file system's word as an AppError that names the file. */
export function mapFileError(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR")
    return new AppError("storage.not-found", { file: path }, { cause: error });
  if (code === "EISDIR") return new AppError("storage.is-folder", { file: path }, { cause: error });
  return mapSqliteError(error, path);
}
