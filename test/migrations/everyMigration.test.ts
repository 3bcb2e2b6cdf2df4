import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { readMigrations } from "#core/database/migrate.ts";
import { AUDITED_TABLES } from "#core/database/auditedTables.ts";
import { MIGRATIONS_FOLDER, openDatabaseBefore } from "./openDatabaseBefore.ts";

const names = readMigrations(MIGRATIONS_FOLDER).map(({ name }) => name.replace(/\.sql$/, ""));

test("every migration has a test of its own, and every test a migration", () => {
  const tests = readdirSync(import.meta.dirname)
    .filter((file) => /^\d{4}_.*\.test\.ts$/.test(file))
    .map((file) => file.replace(/\.test\.ts$/, ""));
  expect(tests.sort()).toEqual(names);
});

test("all migrations together make the columns that the program knows", () => {
  const { sqlite, migrateOne } = openDatabaseBefore(names.length - 1);
  migrateOne();
  for (const table of AUDITED_TABLES) {
    const { name, columns } = getTableConfig(table);
    const made = sqlite
      .prepare<[], { name: string; notnull: 0 | 1 }>(`pragma table_info(${name})`)
      .all()
      .map((column) => [column.name, column.notnull === 1]);
    expect({ name, columns: made }).toEqual({
      name,
      columns: columns.map((column) => [column.name, column.notNull]),
    });
  }
});
