import { basename } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { startSession, type BookSession } from "../database/bookSession.ts";
import { migrate, readMigrations } from "../database/migrate.ts";
import { mapSqliteError } from "../database/mapSqliteError.ts";
import { createDatabase, openDatabase, removeDatabaseFiles } from "../database/openDatabase.ts";
import { findResourceFolder } from "../findResourceFolder.ts";
import { reviseFrozenQuarters } from "../quarters/freezeQuarter.ts";

export type BookOptions = {
  passphrase: string;
  /** Who acts, for the audit. */
  actor: string;
  now?: () => number;
  newId?: () => string;
};

function start(sqlite: ReturnType<typeof openDatabase>, path: string, { actor, now, newId }: BookOptions): BookSession {
  // A backup is not in WAL mode; a book that is stays as it is.
  sqlite.pragma("journal_mode = WAL");
  return startSession(sqlite, {
    path,
    actor,
    now: now ?? Date.now,
    newId: newId ?? uuidv7,
    hooks: [reviseFrozenQuarters],
  });
}

/**
 * Opens a casebook file and brings it to this application's schema.
 * @throws AppError casebook.*, database.*, storage.*; the file is unchanged then
 */
export function openBook(path: string, options: BookOptions): BookSession {
  const sqlite = openDatabase(path, options.passphrase);
  try {
    migrate(sqlite, path, readMigrations(findResourceFolder("migrations")), (options.now ?? Date.now)());
    return start(sqlite, path, options);
  } catch (error) {
    sqlite.close();
    throw mapSqliteError(error, basename(path));
  }
}

/**
 * Makes an empty casebook file.
 * @throws AppError casebook.exists, storage.*; no file is left then
 */
export function createBook(path: string, options: BookOptions): BookSession {
  const sqlite = createDatabase(path, options.passphrase);
  try {
    migrate(sqlite, path, readMigrations(findResourceFolder("migrations")), (options.now ?? Date.now)());
    return start(sqlite, path, options);
  } catch (error) {
    sqlite.close();
    removeDatabaseFiles(path);
    throw mapSqliteError(error, basename(path));
  }
}
