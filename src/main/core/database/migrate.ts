import type Database from "better-sqlite3";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError } from "#shared/errors.ts";
import { copyDatabase } from "./copyDatabase.ts";

/** One file of `migrations/`: `0003_add_x.sql`. `hash` is the SHA-256 of its text with LF line ends. */
export type Migration = { number: number; name: string; sql: string; hash: string };

const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/;
const STATEMENT_BREAK = "--> statement-breakpoint";

/**
 * Reads the migrations of this application in order.
 * @throws Error when the numbers are not 0, 1, 2, …: a merge gone wrong, caught before any book is touched
 */
export function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .map((file) => ({ file, match: FILE_NAME.exec(file) }))
    .flatMap(({ file, match }) => (match ? [{ file, number: Number(match[1]) }] : []))
    .sort((a, b) => a.number - b.number)
    .map(({ file, number }) => {
      const sql = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n");
      return { number, name: file, sql, hash: createHash("sha256").update(sql).digest("hex") };
    });
  migrations.forEach(({ number, name }, position) => {
    if (number !== position) throw new Error(`migration ${name} should have number ${position}`);
  });
  return migrations;
}

type Applied = { number: number; hash: string };

function readApplied(sqlite: Database.Database): Applied[] {
  const table = sqlite.prepare("select 1 from sqlite_master where name = 'applied_migrations'").get();
  if (!table) return [];
  return sqlite.prepare<[], Applied>("select number, hash from applied_migrations order by number").all();
}

/** What is still to be applied; refuses a book that this application does not know in full. */
export function pendingMigrations(
  sqlite: Database.Database,
  migrations: readonly Migration[],
  file: string,
): Migration[] {
  const applied = readApplied(sqlite);
  if (applied.length > migrations.length) throw new AppError("database.from-newer-app", { file });
  for (const [position, { hash, number }] of applied.entries()) {
    if (number !== position || hash !== migrations[position]?.hash) {
      throw new AppError("database.migration-mismatch", {
        file,
        migration: migrations[position]?.name ?? String(number),
      });
    }
  }
  return migrations.slice(applied.length);
}

function applyAll(sqlite: Database.Database, pending: readonly Migration[], nowMs: number): void {
  sqlite.exec(
    "create table if not exists applied_migrations (number integer primary key, name text not null, hash text not null, applied_at integer not null)",
  );
  const record = sqlite.prepare("insert into applied_migrations (number, name, hash, applied_at) values (?, ?, ?, ?)");
  for (const migration of pending) {
    for (const statement of migration.sql.split(STATEMENT_BREAK)) sqlite.exec(statement);
    record.run(migration.number, migration.name, migration.hash, nowMs);
  }
  const violations = sqlite.pragma("foreign_key_check");
  if (Array.isArray(violations) && violations.length > 0) {
    throw new Error(`migration leaves ${violations.length} broken references`);
  }
}

/**
 * Brings a book to this application's schema, all pending migrations in one transaction; a book that already held
 * something is copied beside itself first (`NAME.before-0003`).
 * @throws AppError database.from-newer-app, database.migration-mismatch; the book is unchanged then
 */
export function migrate(
  sqlite: Database.Database,
  path: string,
  migrations: readonly Migration[],
  nowMs: number,
): void {
  const pending = pendingMigrations(sqlite, migrations, basename(path));
  const first = pending[0];
  if (!first) return;
  if (first.number > 0) {
    const copy = `${path}.before-${String(first.number).padStart(4, "0")}`;
    // One that is there is of a migration that failed then; the book has gone on since.
    rmSync(copy, { force: true });
    copyDatabase(sqlite, copy);
  }
  // Rebuilding a table drops it for a moment; references are checked before the commit instead.
  sqlite.pragma("foreign_keys = OFF");
  try {
    sqlite.transaction(() => applyAll(sqlite, pending, nowMs)).exclusive();
  } finally {
    sqlite.pragma("foreign_keys = ON");
  }
}
