import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** One command. `hash` chains over the entry before and all its changes, so that none can be altered unseen. */
export const auditEntries = sqliteTable("audit_entries", {
  seq: integer("seq").primaryKey({ autoIncrement: true }),
  id: text("id").notNull().unique(),
  at: integer("at").notNull(),
  actor: text("actor").notNull(),
  action: text("action").notNull(),
  /** The entry that this one took back or did again. */
  undoes: text("undoes"),
  changesHash: text("changes_hash").notNull(),
  hash: text("hash").notNull(),
});

/** One row that a command inserted, updated or deleted, as JSON before and after; written by triggers. */
export const auditChanges = sqliteTable(
  "audit_changes",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    entryId: text("entry_id").notNull(),
    tableName: text("table_name").notNull(),
    rowId: text("row_id").notNull(),
    /** The record that the row is a part of: a report's observable, a sharing's case. */
    ownerId: text("owner_id"),
    before: text("before"),
    after: text("after"),
  },
  (table) => [
    index("audit_changes_entry").on(table.entryId),
    index("audit_changes_row").on(table.rowId),
    index("audit_changes_owner").on(table.ownerId),
  ],
);

/**
 * What stands in the search index: `search_terms.rowid` = `seq`, which rises with the record's time, so that the
 * newest matches come first without a sort. Kept by triggers.
 */
export const searchEntries = sqliteTable(
  "search_entries",
  {
    seq: integer("seq").primaryKey(),
    type: text("type").notNull(),
    recordId: text("record_id").notNull(),
  },
  (table) => [uniqueIndex("search_entries_record").on(table.recordId)],
);
