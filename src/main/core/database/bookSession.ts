import type Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { basename } from "node:path";
import { appendAuditEntry } from "../audit/auditChain.ts";
import { installAudit } from "./auditTriggers.ts";
import type { ReadableDb, WritableDb } from "./handles.ts";
import { mapSqliteError } from "./mapSqliteError.ts";
import { installSearchIndex } from "./searchTriggers.ts";

/** Called inside the transaction, before the audit entry is closed, when a command changed one of its tables. */
export type CommitHook = {
  tables: readonly string[];
  run(db: WritableDb, session: BookSession, touched: ReadonlySet<string>): void;
};

export type SessionOptions = {
  path: string;
  /** Who acts: the analyst's name, written to every audit entry. */
  actor: string;
  now(): number;
  newId(): string;
  hooks: readonly CommitHook[];
};

/** An open casebook. All access to the database goes through `read` and `write`. */
export type BookSession = {
  readonly path: string;
  readonly actor: string;
  now(): number;
  newId(): string;
  /** Runs `ask` on one consistent state of the book. */
  read<T>(ask: (db: ReadableDb) => T): T;
  /** Runs one command: one transaction with its audit entry. Throwing leaves the book as it was. */
  write<T>(action: string, change: (db: WritableDb) => T, options?: { undoes?: string }): T;
  /** Audit entries of this session's commands, oldest first, for undo. */
  readonly journal: readonly { entryId: string; action: string; undoes: string | null }[];
  /** A word that is another one once a row of these tables has changed, here or in another process; cheap to ask for. */
  stateOf(tables: readonly string[]): string;
  /** When the last command was stored, or null. */
  savedAt(): number | null;
  /** The connection itself, for backup and verification only. */
  readonly sqlite: Database.Database;
  close(): void;
};

/** Starts a session on a migrated database. */
export function startSession(sqlite: Database.Database, options: SessionOptions): BookSession {
  const recorder = installAudit(sqlite);
  installSearchIndex(sqlite);
  const handle = Object.assign(drizzle({ client: sqlite }), { raw: sqlite, writable: true as const });
  const journal: { entryId: string; action: string; undoes: string | null }[] = [];
  const file = basename(options.path);
  let savedAt: number | null = null;
  /** How often each table was changed in this session. */
  const changes = new Map<string, number>();

  function inTransaction<T>(work: () => T): T {
    try {
      return sqlite.transaction(work).immediate();
    } catch (error) {
      throw mapSqliteError(error, file);
    }
  }

  const session: BookSession = {
    path: options.path,
    actor: options.actor,
    now: options.now,
    newId: options.newId,
    sqlite,
    journal,
    stateOf(tables) {
      // Counts the commits of other connections.
      const others = sqlite.pragma("data_version", { simple: true });
      return [others, ...tables.map((table) => changes.get(table) ?? 0)].join(" ");
    },
    savedAt: () => savedAt,
    read(ask) {
      try {
        return sqlite.transaction(() => ask(handle)).deferred();
      } catch (error) {
        throw mapSqliteError(error, file);
      }
    },
    write(action, change, { undoes } = {}) {
      const entryId = options.newId();
      const at = options.now();
      const { result, changed, tables } = inTransaction(() => {
        recorder.begin(entryId);
        try {
          const outcome = change(handle);
          const touched = recorder.touchedTables();
          for (const hook of options.hooks) {
            if (hook.tables.some((table) => touched.has(table))) hook.run(handle, session, touched);
          }
          const { changedRows, changesHash } = recorder.end();
          if (changedRows > 0) {
            appendAuditEntry(handle, {
              id: entryId,
              at,
              actor: options.actor,
              action,
              undoes: undoes ?? null,
              changesHash,
            });
          }
          return { result: outcome, changed: changedRows > 0, tables: touched };
        } finally {
          recorder.end();
        }
      });
      for (const table of tables) changes.set(table, (changes.get(table) ?? 0) + 1);
      if (changed) {
        savedAt = at;
        journal.push({ entryId, action, undoes: undoes ?? null });
      }
      return result;
    },
    close() {
      sqlite.close();
    },
  };
  return session;
}
