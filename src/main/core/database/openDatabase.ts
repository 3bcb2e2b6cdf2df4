import Database from "better-sqlite3";
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { AppError } from "#shared/errors.ts";
import { mapSqliteError } from "./mapSqliteError.ts";

/** "HCB1": tells a casebook from any other encrypted database. */
const APPLICATION_ID = 0x48434231;
const PAGE_BYTES = 4096;
const BUSY_TIMEOUT_MS = 300;

function applyKey(sqlite: Database.Database, passphrase: string): void {
  sqlite.pragma("cipher = 'sqlcipher'");
  sqlite.pragma("legacy = 4");
  sqlite.pragma(`key = '${passphrase.replaceAll("'", "''")}'`);
}

function connect(path: string, passphrase: string, mustExist: boolean): Database.Database {
  const sqlite = new Database(path, { fileMustExist: mustExist, timeout: BUSY_TIMEOUT_MS });
  try {
    applyKey(sqlite, passphrase);
    // One program at a time: the lock is the operating system's, so a crash leaves none behind.
    sqlite.pragma("locking_mode = EXCLUSIVE");
    sqlite.pragma("foreign_keys = ON");
    sqlite.pragma("recursive_triggers = ON");
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma("temp_store = MEMORY");
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function refuseWhatIsNoCasebook(path: string): void {
  const file = basename(path);
  if (!existsSync(path)) throw new AppError("casebook.not-found", { file });
  const stat = statSync(path);
  if (stat.isDirectory()) throw new AppError("storage.is-folder", { file });
  if (stat.size === 0) throw new AppError("casebook.not-a-casebook", { file });
  const head = Buffer.alloc(16);
  const handle = openSync(path, "r");
  try {
    readSync(handle, head, 0, 16, 0);
  } finally {
    closeSync(handle);
  }
  if (head.toString("latin1") === "SQLite format 3\0") throw new AppError("casebook.not-a-casebook", { file });
  if (stat.size % PAGE_BYTES !== 0) throw new AppError("casebook.damaged", { file });
}

/**
 * Opens an existing casebook file exclusively and reads its first pages; nothing is written.
 * @throws AppError casebook.not-found, casebook.not-a-casebook, casebook.wrong-passphrase, casebook.damaged,
 * casebook.in-use, storage.no-permission
 */
export function openDatabase(path: string, passphrase: string): Database.Database {
  const file = basename(path);
  let sqlite: Database.Database | undefined;
  try {
    refuseWhatIsNoCasebook(path);
    sqlite = connect(path, passphrase, true);
    const application = sqlite.pragma("application_id", { simple: true });
    if (application !== APPLICATION_ID) throw new AppError("casebook.not-a-casebook", { file });
    return sqlite;
  } catch (error) {
    sqlite?.close();
    throw mapSqliteError(error, file);
  }
}

/**
 * Makes an empty encrypted database; the caller migrates it.
 * @throws AppError casebook.exists, storage.not-found (the folder), storage.no-permission, storage.full
 */
export function createDatabase(path: string, passphrase: string): Database.Database {
  const file = basename(path);
  if (existsSync(path)) throw new AppError("casebook.exists", { file });
  if (!existsSync(dirname(path))) throw new AppError("storage.not-found", { file: dirname(path) });
  let sqlite: Database.Database | undefined;
  try {
    sqlite = connect(path, passphrase, false);
    sqlite.pragma(`page_size = ${PAGE_BYTES}`);
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma(`application_id = ${APPLICATION_ID}`);
    return sqlite;
  } catch (error) {
    sqlite?.close();
    removeDatabaseFiles(path);
    throw mapSqliteError(error, file);
  }
}

/** Removes a casebook that could not be finished, with what SQLite keeps beside it. */
export function removeDatabaseFiles(path: string): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(`${path}${suffix}`, { force: true });
}
