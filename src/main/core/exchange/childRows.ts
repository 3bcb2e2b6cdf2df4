import { eq } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { WritableDb } from "../database/handles.ts";
import type { RowWriter } from "./exchangeRepository.ts";

type Row = Record<string, unknown>;

function contentOf({ id: _, ...content }: Row): string {
  return JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export type Children<T extends SQLiteTable> = {
  table: T;
  parent: SQLiteColumn;
  parentId: string;
  /** A new parent has none yet, which spares looking. */
  parentIsNew: boolean;
  wanted: readonly Omit<T["$inferSelect"], "id">[];
};

/** Makes the rows under a parent those wanted; rows that are there already stay, so that loading twice changes nothing. */
export function putChildren<T extends SQLiteTable>(
  db: WritableDb,
  writer: RowWriter,
  { table, parent, parentId, parentIsNew, wanted }: Children<T>,
  newId: () => string,
): void {
  const existing: Row[] = parentIsNew ? [] : db.select().from(table).where(eq(parent, parentId)).all();
  const unmatched = new Map<string, string[]>();
  for (const row of existing) {
    const content = contentOf(row);
    unmatched.set(content, [...(unmatched.get(content) ?? []), String(row.id)]);
  }
  const missing = wanted.filter((row) => unmatched.get(contentOf(row))?.pop() === undefined);
  for (const id of [...unmatched.values()].flat()) writer.remove(table, id);
  for (const row of missing) writer.put(table, { ...row, id: newId() });
}
