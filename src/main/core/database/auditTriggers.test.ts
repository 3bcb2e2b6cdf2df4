import { describe, expect, test } from "vitest";
import { openTestBook, type TestBook } from "../testing/openTestBook.ts";
import { AUDITED_COLUMNS } from "./auditedColumns.ts";

type Change = { table_name: string; row_id: string; before: string | null; after: string | null };

function changesOf({ session }: TestBook): Change[] {
  return session.sqlite
    .prepare<[], Change>("select table_name, row_id, before, after from audit_changes order by seq")
    .all();
}

type ColumnInfo = { name: string; type: string };

/** A row with a value in every column, its kind by the column's type. */
function rowOf(columns: readonly ColumnInfo[], variant: string): (string | number)[] {
  return columns.map(({ name, type }) => {
    if (name === "id") return "row";
    return type === "INTEGER" ? variant.length : `${variant} ${name} "引用" \u2028`;
  });
}

function columnsOf({ session }: TestBook, table: string): ColumnInfo[] {
  return session.sqlite
    .prepare<[], ColumnInfo & { hidden: number }>(`pragma table_info(${table})`)
    .all()
    .map(({ name, type }) => ({ name, type: type.toUpperCase() }));
}

describe("every audited table", () => {
  test("is each table of the book but the derived and the immutable", () => {
    const { session } = openTestBook();
    const tables = session.sqlite
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_terms%'",
      )
      .pluck()
      .all();
    const apart = ["applied_migrations", "artifact_chunks", "audit_changes", "audit_entries", "search_entries"];
    expect([...AUDITED_COLUMNS.keys(), ...apart].sort()).toEqual([...tables].sort());
  });

  test.each([...AUDITED_COLUMNS.keys()])("%s: each change is written down before and after, whole", (table) => {
    const book = openTestBook();
    const { session } = book;
    // The trigger is what is looked at here, on one table alone.
    session.sqlite.pragma("foreign_keys = off");
    const columns = columnsOf(book, table);
    const names = columns.map(({ name }) => name);
    const image = (values: readonly (string | number)[]) =>
      Object.fromEntries(names.map((name, position) => [name, values[position]]));
    const first = rowOf(columns, "前");
    const second = rowOf(columns, "変更後");
    session.write("test", (db) => {
      db.raw
        .prepare(`insert into ${table} (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`)
        .run(...first);
    });
    session.write("test", (db) => {
      const sets = names.filter((name) => name !== "id");
      const values = second.filter((_, position) => names[position] !== "id");
      db.raw
        .prepare(`update ${table} set ${sets.map((name) => `${name} = ?`).join(", ")} where id = 'row'`)
        .run(...values);
    });
    session.write("test", (db) => db.raw.prepare(`delete from ${table} where id = 'row'`).run());
    const images = changesOf(book)
      .filter(({ table_name: name }) => name === table)
      .map(({ row_id: id, before, after }) => [
        id,
        before === null ? null : (JSON.parse(before) as unknown),
        after === null ? null : (JSON.parse(after) as unknown),
      ]);
    expect(images).toEqual([
      ["row", null, image(first)],
      ["row", image(first), image(second)],
      ["row", image(second), null],
    ]);
  });
});

const ORGANIZATION = { type: "organization", id: "o", name: "甲" };

test("no row can be changed outside a command", () => {
  const { session } = openTestBook([ORGANIZATION]);
  for (const statement of ["update organizations set name = 'x'", "delete from organizations"]) {
    expect(() => session.sqlite.prepare(statement).run()).toThrow("organizations was changed outside a command");
  }
  expect(() => session.read((db) => db.raw.prepare("update organizations set name = 'x'").run())).toThrow(
    "outside a command",
  );
});

test("a command that changes nothing leaves no entry", () => {
  const book = openTestBook([ORGANIZATION]);
  const { session } = book;
  const before = changesOf(book).length;
  session.write("test", (db) => db.raw.prepare("update organizations set name = name").run());
  session.write("test", () => undefined);
  expect(changesOf(book)).toHaveLength(before);
  expect(session.journal).toHaveLength(1);
  expect(session.sqlite.prepare("select count(*) from audit_entries").pluck().get()).toBe(1);
});

test("a command that fails leaves nothing: no row, no entry, no search text, and the next one succeeds", () => {
  const book = openTestBook([ORGANIZATION]);
  const { session } = book;
  const state = () =>
    session.sqlite
      .prepare(
        `select (select count(*) from audit_entries) as entries, (select count(*) from audit_changes) as changes,
           (select count(*) from search_entries) as found, (select group_concat(name) from organizations) as names`,
      )
      .get();
  const before = state();
  expect(() => {
    session.write("test", (db) => {
      db.raw.prepare("update organizations set name = '乙'").run();
      db.raw.prepare("insert into observables (id, kind, value) values ('x', 'url', 'http://a.example')").run();
      throw new Error("no further");
    });
  }).toThrow("no further");
  expect(state()).toEqual(before);
  expect(() => session.sqlite.prepare("update organizations set name = 'x'").run()).toThrow("outside a command");
  session.write("test", (db) => db.raw.prepare("update organizations set name = '丙'").run());
  expect(state()).toMatchObject({ names: "丙", entries: 2 });
});

test("an entry says who, when and which command, and what follows from a command belongs to it", () => {
  const book = openTestBook([
    ORGANIZATION,
    {
      type: "report",
      id: "r",
      receivedAt: "2022-10-01T00:00:00Z",
      provider: { organization: "o" },
      channel: "mail",
      category: "bec",
      assessment: "benign",
      title: "t",
      observables: [{ kind: "url", value: "http://a.example" }],
    },
  ]);
  const { session, clock } = book;
  clock.nowMs += 1000;
  session.write("reports.remove", (db) => db.raw.prepare("delete from reports").run());
  expect(session.sqlite.prepare("select actor, action, at from audit_entries order by seq desc limit 1").get()).toEqual(
    { actor: "佐伯", action: "reports.remove", at: clock.nowMs },
  );
  // The observable's place in the report went with it, by a cascade.
  expect(
    changesOf(book)
      .slice(-2)
      .map(({ table_name: table, after }) => [table, after])
      .sort(),
  ).toEqual([
    ["report_observables", null],
    ["reports", null],
  ]);
});
