import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type { ReadableDb, WritableDb } from "../database/handles.ts";

type Driver = string | number | null;

type TableShape = { name: string; keys: string[]; columns: SQLiteColumn[] };

const shapes = new WeakMap<SQLiteTable, TableShape>();

function shapeOf(table: SQLiteTable): TableShape {
  const known = shapes.get(table);
  if (known) return known;
  const { name, columns } = getTableConfig(table);
  const keys = Object.entries(table).flatMap(([key, value]) =>
    columns.some((column) => column === value) ? [key] : [],
  );
  const ordered = keys.map((key) => (table as unknown as Record<string, SQLiteColumn>)[key]);
  const shape = { name, keys, columns: ordered.filter((column) => column !== undefined) };
  shapes.set(table, shape);
  return shape;
}

/**
 * Writes rows of any table by its drizzle description with one prepared statement a table: loading a hundred thousand
 * records through a query builder takes several times as long.
 */
export type RowWriter = {
  /** Inserts the row, or sets the columns it names in the row with this id; columns it does not name are left alone. */
  put<T extends SQLiteTable>(table: T, row: T["$inferInsert"] & { id: string }): void;
  remove(table: SQLiteTable, id: string): void;
};

export function createRowWriter(db: WritableDb): RowWriter {
  const puts = new Map<string, ReturnType<WritableDb["raw"]["prepare"]>>();

  function putStatement(table: SQLiteTable, row: object) {
    const { name, keys, columns } = shapeOf(table);
    const named = columns.filter((_, position) => (keys[position] ?? "") in row);
    const key = [name, ...named.map((column) => column.name)].join(" ");
    const known = puts.get(key);
    if (known) return known;
    const names = columns.map((column) => column.name);
    const updates = named.flatMap((column) =>
      column.name === "id" ? [] : [`${column.name} = excluded.${column.name}`],
    );
    const statement = db.raw.prepare(
      `insert into ${name} (${names.join(", ")}) values (${names.map(() => "?").join(", ")})
       on conflict (id) do update set ${updates.join(", ")}`,
    );
    puts.set(key, statement);
    return statement;
  }

  return {
    put(table, row) {
      const { keys, columns } = shapeOf(table);
      const values = columns.map((column, position): Driver => {
        const value = (row as Record<string, unknown>)[keys[position] ?? ""];
        if (value === undefined || value === null)
          return column.notNull ? (column.mapToDriverValue(column.default) as Driver) : null;
        return column.mapToDriverValue(value) as Driver;
      });
      putStatement(table, row).run(...values);
    },
    remove(table, id) {
      db.raw.prepare(`delete from ${shapeOf(table).name} where id = ?`).run(id);
    },
  };
}

/** External id → id of every row of a table. */
export function readIds(db: ReadableDb, table: SQLiteTable): Map<string, string> {
  const rows = db.raw
    .prepare<[], { externalId: string; id: string }>(`select external_id as externalId, id from ${shapeOf(table).name}`)
    .iterate();
  const ids = new Map<string, string>();
  for (const { externalId, id } of rows) ids.set(externalId, id);
  return ids;
}
