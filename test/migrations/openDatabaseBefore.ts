import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { onTestFinished } from "vitest";
import { migrate, readMigrations } from "#core/database/migrate.ts";
import { createDatabase } from "#core/database/openDatabase.ts";
import { TEST_KEY, TEST_NOW } from "#core/testing/openTestBook.ts";

export const MIGRATIONS_FOLDER = join(import.meta.dirname, "../../migrations");

/** A book as it was just before a migration, and what applies that one. */
export function openDatabaseBefore(number: number): { sqlite: Database.Database; migrateOne: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "migration-"));
  const path = join(folder, "old.casebook");
  const migrations = readMigrations(MIGRATIONS_FOLDER);
  const sqlite = createDatabase(path, TEST_KEY);
  onTestFinished(() => {
    sqlite.close();
    rmSync(folder, { recursive: true, force: true });
  });
  migrate(sqlite, path, migrations.slice(0, number), TEST_NOW);
  return { sqlite, migrateOne: () => migrate(sqlite, path, migrations.slice(0, number + 1), TEST_NOW) };
}

/** Names of the tables that migrations made. */
export function tablesOf(sqlite: Database.Database): unknown[] {
  return sqlite
    .prepare("select name from sqlite_master where type = 'table' and name not in ('applied_migrations') and name not like 'sqlite_%'")
    .pluck()
    .all();
}
