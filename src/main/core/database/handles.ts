import type Database from "better-sqlite3";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";

type Drizzle = BetterSQLite3Database<Record<string, never>>;

/** Can only ask. `raw` is for what drizzle has no words for (FTS5, window functions); read-only by convention of its callers. */
export type ReadableDb = Pick<Drizzle, "select" | "selectDistinct" | "all" | "get" | "values" | "with"> & {
  readonly raw: Pick<Database.Database, "prepare">;
};

/** Handed out by `Casebook.write` only, so that no change can be made outside a transaction with its audit entry. */
export type WritableDb = ReadableDb &
  Pick<Drizzle, "insert" | "update" | "delete" | "run"> & { readonly writable: true };
