import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { parseQuery } from "./parseQuery.ts";
import { matchPiece } from "./terms.ts";

/** The FTS5 expression of a query: every piece must occur; null for a blank query. */
export function matchExpression(text: string): string | null {
  const pieces = parseQuery(text);
  return pieces.length === 0 ? null : pieces.map(matchPiece).join(" AND ");
}

/** A condition "this record's texts match", for the lists' filters; undefined for a blank query. */
export function recordMatches(recordId: AnySQLiteColumn, text: string): SQL | undefined {
  const expression = matchExpression(text);
  if (expression === null) return undefined;
  return sql`${recordId} in (
    select record_id from search_entries
    where seq in (select rowid from search_terms where search_terms match ${expression}))`;
}
