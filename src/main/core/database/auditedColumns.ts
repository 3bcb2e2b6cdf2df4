import { getTableConfig } from "drizzle-orm/sqlite-core";
import { AUDITED_TABLES } from "./auditedTables.ts";

/** Column names of every audited table, in the order of their images. */
export const AUDITED_COLUMNS: ReadonlyMap<string, readonly string[]> = new Map(
  AUDITED_TABLES.map((table) => {
    const { name, columns } = getTableConfig(table);
    return [name, columns.map((column) => column.name)];
  }),
);
