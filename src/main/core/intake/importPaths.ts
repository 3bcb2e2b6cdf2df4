import { type Dirent, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Receipt } from "#shared/contract/intake.ts";
import { MAX_MAIL_BYTES } from "#shared/domain/mail.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import { mapFileError } from "../storage/atomicWrite.ts";
import { failed, importFile } from "./importFile.ts";
import { readRosterIndex } from "./importMail.ts";
import type { RosterIndex } from "./rosterIndex.ts";

/** What operating systems put into folders for themselves. */
const SYSTEM_FILES = /^(?:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini)$/i;
const MAX_FOLDER_DEPTH = 100;

/**
 * Imports files and folders of the file system; folders with all that lies under them, in the order of names. Each
 * receipt's `path` is the path as given, with the way inside a folder or archive behind it.
 */
export function* importPaths(session: BookSession, paths: readonly string[]): Generator<Receipt> {
  const roster = readRosterIndex(session);
  for (const path of paths) yield* importPath(session, roster, path, 0);
}

function* importPath(session: BookSession, roster: RosterIndex, path: string, depth: number): Generator<Receipt> {
  try {
    const found = statSync(path);
    if (found.isDirectory()) yield* importFolder(session, roster, path, depth);
    else if (!found.isFile()) throw new AppError("intake.not-a-mail", { file: path });
    else yield* importFile(session, roster, { fileName: basename(path), bytes: readWithin(path, found.size), path });
  } catch (error) {
    const told = toAppError(error, path);
    if (!told) throw error;
    yield failed(path, told);
  }
}

/** A file over the limit is told by its size, before any of it is read. */
function readWithin(path: string, sizeBytes: number): Uint8Array {
  if (sizeBytes > MAX_MAIL_BYTES) {
    throw new AppError("intake.too-large", { file: path, sizeBytes, limitBytes: MAX_MAIL_BYTES });
  }
  return readFileSync(path);
}

function* importFolder(session: BookSession, roster: RosterIndex, folder: string, depth: number): Generator<Receipt> {
  if (depth > MAX_FOLDER_DEPTH) throw new AppError("intake.nested-too-deep", { file: folder, limit: MAX_FOLDER_DEPTH });
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !SYSTEM_FILES.test(name));
  for (const entry of entries.sort(byName)) {
    const path = join(folder, entry.name);
    if (!isLinkToFolder(path)) yield* importPath(session, roster, path, depth + 1);
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** Links to folders are not followed: they may lead round in a circle. */
function isLinkToFolder(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink() && statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function toAppError(error: unknown, path: string): AppError | null {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EACCES" || code === "EPERM") {
    return new AppError("intake.no-permission", { file: path }, { cause: error });
  }
  const told = mapFileError(error, path);
  if (told instanceof AppError) return told;
  return typeof code === "string" ? new AppError("storage.unreadable", { file: path, reason: code }) : null;
}
