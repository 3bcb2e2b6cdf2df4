import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { SECOND_BITS } from "../database/searchTriggers.ts";
import { parseQuery } from "./parseQuery.ts";
import { matchPiece } from "./terms.ts";

/** The FTS5 expression of a query: every piece must occur; null for a blank query. */
export function matchExpression(text: string): string | null {
  const pieces = parseQuery(text);
  return pieces.length === 0 ? null : pieces.map(matchPiece).join(" AND ");
}

/** Half-open, epoch milliseconds. */
export type Span = { fromMs: number; untilMs: number };

/** Entries stand in the index by their record's time: only those of the span's seconds need be looked at. */
function seqWithin({ fromMs, untilMs }: Span): SQL {
  const [from, until] = [Math.max(0, Math.floor(fromMs / 1000)), Math.max(0, Math.ceil(untilMs / 1000))];
  return sql`and rowid >= (${from} << ${SECOND_BITS}) and rowid < (${until + 1} << ${SECOND_BITS})`;
}

/**
 * A condition "this record's texts match", for the lists' filters; undefined for a blank query.
 * @param within a span that all wanted records lie in, when the list has one
 */
export function recordMatches(recordId: AnySQLiteColumn, text: string, within?: Span): SQL | undefined {
  const expression = matchExpression(text);
  if (expression === null) return undefined;
  return sql`${recordId} in (
    select record_id from search_entries
    where seq in (
      select rowid from search_terms where search_terms match ${expression} ${within ? seqWithin(within) : sql``}))`;
}
