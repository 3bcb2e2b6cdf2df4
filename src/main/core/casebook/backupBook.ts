import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { AppError } from "#shared/errors.ts";
import { copyDatabase } from "../database/copyDatabase.ts";
import { openDatabase } from "../database/openDatabase.ts";
import { mapFileError } from "../storage/atomicWrite.ts";
import { openBook, type BookOptions } from "./openBook.ts";
import { verifyBook } from "./verifyBook.ts";

function partBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.part`);
}

/** @returns what is wrong with a book, one sentence a fault */
function inspect(path: string, options: BookOptions): string[] {
  const copy = openBook(path, options);
  try {
    return verifyBook(copy);
  } finally {
    copy.close();
  }
}

/** A copy that is no sound book was made of none; whatever else fails, fails where it is written to. */
function mapCopyError(error: unknown, from: string, to: string): unknown {
  const told = mapFileError(error, to);
  if (!(told instanceof AppError) || !/^(?:casebook|database)\./.test(told.code)) return told;
  return new AppError(told.code, { ...told.params, file: basename(from) }, { cause: error });
}

/** Copies, checks the copy by opening it, and only then gives it its name. */
function copyVerified(from: string, to: string, options: BookOptions, copyTo: (part: string) => void): void {
  const part = partBeside(to);
  try {
    copyTo(part);
    const [problem] = inspect(part, options);
    if (problem !== undefined) throw new AppError("casebook.damaged", { file: basename(from), reason: problem });
    renameSync(part, to);
  } catch (error) {
    for (const suffix of ["", "-wal"]) rmSync(part + suffix, { force: true });
    throw mapCopyError(error, from, to);
  }
}

/**
 * Writes a whole, checked copy of a casebook; it has the same passphrase.
 * @throws AppError casebook.exists when there is a file already
 */
export function backupBook(path: string, target: string, options: BookOptions): void {
  if (existsSync(target)) throw new AppError("casebook.exists", { file: basename(target) });
  const session = openBook(path, options);
  try {
    copyVerified(path, target, options, (part) => copyDatabase(session.sqlite, part));
  } finally {
    session.close();
  }
}

/** A book that another program has open must not be moved from under it; a damaged one may. */
function refuseBookInUse(path: string, passphrase: string): void {
  try {
    openDatabase(path, passphrase).close();
  } catch (error) {
    if (error instanceof AppError && error.code === "casebook.in-use") throw error;
  }
}

/**
 * Brings a backup back as a casebook. A book that is there is kept beside it.
 * @returns the file name under which the replaced book is kept, or null when there was none
 */
export function restoreBook(backup: string, path: string, options: BookOptions): string | null {
  if (!existsSync(backup)) throw new AppError("casebook.not-found", { file: basename(backup) });
  let kept: string | null = null;
  if (existsSync(path)) {
    refuseBookInUse(path, options.passphrase);
    kept = `${path}.before-restore-${new Date((options.now ?? Date.now)()).toISOString().replace(/[:.]/g, "-")}`;
  }
  const staged = `${path}.restored`;
  copyVerified(backup, staged, options, (part) => copyFileSync(backup, part));
  if (kept !== null) {
    for (const suffix of ["", "-wal"]) if (existsSync(path + suffix)) renameSync(path + suffix, kept + suffix);
  }
  renameSync(staged, path);
  return kept === null ? null : basename(kept);
}
