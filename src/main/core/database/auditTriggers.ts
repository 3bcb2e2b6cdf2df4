import type Database from "better-sqlite3";
import { createHash, type Hash } from "node:crypto";
import { AUDITED_COLUMNS } from "./auditedColumns.ts";

/**
 * Audit by triggers: every row that a command inserts, updates or deletes is written down before and after by the
 * database itself, so that no service can forget to. The triggers are temporary: they belong to the connection that
 * has the functions they call.
 */
export type AuditRecorder = {
  /** Changes from here on belong to this entry. */
  begin(entryId: string): void;
  /** Tables that the entry has changed so far. */
  touchedTables(): ReadonlySet<string>;
  /** @returns the number of changed rows and the hash over all of them; changes are refused again from here on. */
  end(): { changedRows: number; changesHash: string };
};

function imageOf(row: "old" | "new", columns: readonly string[]): string {
  return `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(", ")})`;
}

/** Columns that name the record a row is a part of; of a row that ties two records, the first is its owner. */
const OWNER_COLUMNS = ["sharing_id", "report_id"];

function triggersOf(table: string, columns: readonly string[]): string {
  const ownerColumn = OWNER_COLUMNS.find((column) => columns.includes(column));
  const ownerOf = (row: string) => (ownerColumn === undefined ? "null" : `${row}.${ownerColumn}`);
  const record = (event: string, key: string, before: string, after: string) => `
    create temp trigger audit_${table}_${event} after ${event} on main.${table} begin
      insert into audit_changes (entry_id, table_name, row_id, owner_id, before, after)
      select audit_entry(), '${table}', ${key}.id, ${ownerOf(key)}, image.before, image.after
      from (select ${before} as before, ${after} as after) as image
      where audit_note('${table}', ${key}.id, image.before, image.after);
    end;`;
  return [
    record("insert", "new", "null", imageOf("new", columns)),
    record("update", "new", imageOf("old", columns), imageOf("new", columns)),
    record("delete", "old", imageOf("old", columns), "null"),
  ].join("\n");
}

/** One change's share in the hash of its entry; lengths are hashed too, so that no two splits give the same. */
export function addChangeToHash(hash: Hash, parts: readonly (string | null)[]): void {
  for (const part of parts) hash.update(part === null ? "-;" : `${part.length}:${part};`);
}

/** Installs functions and triggers on a connection. */
export function installAudit(sqlite: Database.Database): AuditRecorder {
  let entryId: string | undefined;
  let hash = createHash("sha256");
  let changedRows = 0;
  let tables = new Set<string>();

  sqlite.function("audit_entry", () => entryId ?? null);
  sqlite.function("audit_note", (table: string, rowId: string, before: string | null, after: string | null) => {
    if (entryId === undefined) throw new Error(`${table} was changed outside a command`);
    if (before === after) return 0;
    addChangeToHash(hash, [table, rowId, before, after]);
    changedRows += 1;
    tables.add(table);
    return 1;
  });
  for (const [table, columns] of AUDITED_COLUMNS) sqlite.exec(triggersOf(table, columns));
  return {
    begin(id) {
      entryId = id;
      hash = createHash("sha256");
      changedRows = 0;
      tables = new Set();
    },
    touchedTables: () => tables,
    end() {
      entryId = undefined;
      return { changedRows, changesHash: hash.copy().digest("hex") };
    },
  };
}
