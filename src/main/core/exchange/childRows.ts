import { and, eq, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { WritableDb } from "../database/handles.ts";
import type { RowWriter } from "./exchangeRepository.ts";

type Row = Record<string, unknown>;

/** What two rows are compared by: the columns that interchange knows. What the application added beside them stays. */
function contentOf(row: Row, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => row[column] ?? null));
}

export type Children<T extends SQLiteTable> = {
  table: T;
  parent: SQLiteColumn;
  parentId: string;
  /** A new parent has none yet, which spares looking. */
  parentIsNew: boolean;
  /** Rows by the columns that interchange knows, the same in each. */
  wanted: readonly Partial<Omit<T["$inferSelect"], "id">>[];
  /** Which rows interchange speaks of; others under the parent are left alone. */
  spokenOf?: SQL | undefined;
  /** Columns of a new row that interchange does not know. */
  added?: Partial<T["$inferSelect"]>;
};

/** Makes the rows under a parent those wanted; rows that are there already stay, so that loading twice changes nothing. */
export function putChildren<T extends SQLiteTable>(
  db: WritableDb,
  writer: RowWriter,
  { table, parent, parentId, parentIsNew, wanted, spokenOf, added }: Children<T>,
  newId: () => string,
): void {
  const existing: Row[] = parentIsNew
    ? []
    : db
        .select()
        .from(table)
        .where(and(eq(parent, parentId), spokenOf))
        .all();
  const columns = Object.keys(wanted[0] ?? {}).sort();
  const unmatched = new Map<string, string[]>();
  for (const row of existing) {
    const content = contentOf(row, columns);
    unmatched.set(content, [...(unmatched.get(content) ?? []), String(row.id)]);
  }
  const missing = wanted.filter((row) => unmatched.get(contentOf(row, columns))?.pop() === undefined);
  for (const id of [...unmatched.values()].flat()) writer.remove(table, id);
  for (const row of missing) writer.put(table, { ...row, ...added, id: newId() });
}
