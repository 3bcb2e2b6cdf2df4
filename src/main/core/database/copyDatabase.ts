import type Database from "better-sqlite3";

/**
 * Writes an open book as a new file, encrypted with the same passphrase. It goes through the book's own connection: on
 * POSIX systems, opening the book's file a second time and closing it again would drop the lock that keeps every other
 * program out of it.
 * @param target a path at which there is no file
 */
export function copyDatabase(sqlite: Database.Database, target: string): void {
  sqlite.prepare("vacuum into ?").run(target);
}
