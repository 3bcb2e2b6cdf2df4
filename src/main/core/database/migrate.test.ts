import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { TEST_KEY, TEST_NOW } from "../testing/openTestBook.ts";
import { migrate, readMigrations, type Migration } from "./migrate.ts";
import { createDatabase, openDatabase } from "./openDatabase.ts";

function sha256(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex");
}

function migration(number: number, sql: string): Migration {
  return { number, name: `${String(number).padStart(4, "0")}_step.sql`, sql, hash: sha256(sql) };
}

const FIRST = migration(
  0,
  "create table a (id text primary key);--> statement-breakpoint\ninsert into a values ('x');",
);
const SECOND = migration(1, "create table b (id text primary key references a (id));");
const THIRD = migration(2, "insert into b values ('x');");

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "migrate-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function makeDatabase(migrations: readonly Migration[]): string {
  const path = join(folder(), "a.casebook");
  const sqlite = createDatabase(path, TEST_KEY);
  migrate(sqlite, path, migrations, TEST_NOW);
  sqlite.close();
  return path;
}

function open(path: string): Database.Database {
  const sqlite = openDatabase(path, TEST_KEY);
  onTestFinished(() => void sqlite.close());
  return sqlite;
}

const applied = (sqlite: Database.Database) => sqlite.prepare("select number from applied_migrations").pluck().all();

test("what is pending is applied, once", () => {
  const path = makeDatabase([FIRST]);
  const sqlite = open(path);
  migrate(sqlite, path, [FIRST, SECOND, THIRD], TEST_NOW);
  migrate(sqlite, path, [FIRST, SECOND, THIRD], TEST_NOW);
  expect(applied(sqlite)).toEqual([0, 1, 2]);
  expect(sqlite.prepare("select id from b").pluck().all()).toEqual(["x"]);
  expect(sqlite.pragma("foreign_keys", { simple: true })).toBe(1);
});

test("a book that held something is copied beside itself first, and the copy opens", () => {
  const path = makeDatabase([FIRST]);
  const sqlite = open(path);
  sqlite.exec("insert into a values ('kept')");
  migrate(sqlite, path, [FIRST, SECOND], TEST_NOW);
  const copy = open(`${path}.before-0001`);
  expect(copy.prepare("select id from a").pluck().all()).toEqual(["x", "kept"]);
  expect(applied(copy)).toEqual([0]);
});

test("a new book needs no copy, nor does one that is up to date", () => {
  const path = makeDatabase([FIRST, SECOND]);
  migrate(open(path), path, [FIRST, SECOND], TEST_NOW);
  expect(existsSync(`${path}.before-0000`) || existsSync(`${path}.before-0002`)).toBe(false);
});

test.each([
  ["from a newer application", [FIRST], "database.from-newer-app"],
  [
    "whose applied migration was edited since",
    [FIRST, migration(1, "create table c (id text);")],
    "database.migration-mismatch",
  ],
  ["of another line of development", [migration(0, "select 1;"), SECOND, THIRD], "database.migration-mismatch"],
])("a book %s is refused and not a byte of it changes", (_, known, code) => {
  const path = makeDatabase([FIRST, SECOND]);
  const before = sha256(readFileSync(path));
  const sqlite = openDatabase(path, TEST_KEY);
  expect(() => migrate(sqlite, path, known, TEST_NOW)).toThrow(
    expect.objectContaining({ code, params: expect.objectContaining({ file: "a.casebook" }) }),
  );
  sqlite.close();
  expect(sha256(readFileSync(path))).toBe(before);
});

test("when one migration fails none is applied, and the book goes on as it was", () => {
  const path = makeDatabase([FIRST]);
  const sqlite = open(path);
  expect(() =>
    migrate(sqlite, path, [FIRST, SECOND, migration(2, "insert into nowhere values (1);")], TEST_NOW),
  ).toThrow("nowhere");
  expect(applied(sqlite)).toEqual([0]);
  expect(sqlite.prepare("select count(*) from sqlite_master where name = 'b'").pluck().get()).toBe(0);
  expect(sqlite.pragma("foreign_keys", { simple: true })).toBe(1);
});

test("a migration that leaves broken references is taken back", () => {
  const path = makeDatabase([FIRST, SECOND]);
  const sqlite = open(path);
  expect(() =>
    migrate(sqlite, path, [FIRST, SECOND, migration(2, "insert into b values ('gone');")], TEST_NOW),
  ).toThrow("broken references");
  expect(sqlite.prepare("select count(*) from b").pluck().get()).toBe(0);
});

test("migrations are read in order, whatever their line ends; a gap or a double number is an error", () => {
  const path = folder();
  writeFileSync(join(path, "0001_b.sql"), "select 2;\r\nselect 3;");
  writeFileSync(join(path, "0000_a.sql"), "select 1;");
  writeFileSync(join(path, "README.md"), "");
  expect(readMigrations(path).map(({ name, hash }) => [name, hash])).toEqual([
    ["0000_a.sql", sha256("select 1;")],
    ["0001_b.sql", sha256("select 2;\nselect 3;")],
  ]);
  writeFileSync(join(path, "0001_c.sql"), "select 1;");
  expect(() => readMigrations(path)).toThrow("0001_c.sql should have number 2");
});
