import type { SearchHit } from "#shared/contract/search.ts";
import type { ReadableDb } from "../database/handles.ts";

export type SearchType = SearchHit["type"];
export type Match = { type: SearchType; recordId: string };

/** Matches newest first; `total` counts them all. */
export function findMatches(
  db: ReadableDb,
  expression: string,
  types: readonly SearchType[],
  limit: number,
): { total: number; matches: Match[] } {
  const ofType = types.length === 0 ? "" : `and type in (${types.map(() => "?").join(", ")})`;
  const matches = db.raw
    .prepare<(string | number)[], Match>(
      `select type, record_id as recordId from search_terms join search_entries on seq = search_terms.rowid
       where search_terms match ? ${ofType} order by search_terms.rowid desc limit ?`,
    )
    .all(expression, ...types, limit);
  const total = db.raw
    .prepare<string[], { total: number }>(
      types.length === 0
        ? "select count(*) as total from search_terms where search_terms match ?"
        : `select count(*) as total from search_terms join search_entries on seq = search_terms.rowid
           where search_terms match ? ${ofType}`,
    )
    .get(expression, ...types);
  return { total: total?.total ?? 0, matches };
}

export type SearchText = { id: string; externalId: string; title: string; texts: string[]; at: number | null };

type TextRow = { id: string; externalId: string; title: string; summary: string; body: string; at: number | null };

const TEXTS: Record<SearchType, string> = {
  report:
    "select id, external_id as externalId, title, '' as summary, body, received_at as at from reports where id = ?",
  case: `select id, external_id as externalId, title, summary, narrative as body,
         (unixepoch(opened_at) - 32400) * 1000 as at from cases where id = ?`,
  sharing:
    "select id, external_id as externalId, title, '' as summary, body, shared_at as at from sharings where id = ?",
  observable:
    "select id, id as externalId, value as title, kind as summary, '' as body, null as at from observables where id = ?",
};

/** The texts of a match as they stand, for its title and snippet. */
export function findSearchText(db: ReadableDb, { type, recordId }: Match): SearchText | undefined {
  const row = db.raw.prepare<[string], TextRow>(TEXTS[type]).get(recordId);
  if (!row) return undefined;
  const { summary, body, ...named } = row;
  return { ...named, texts: type === "observable" ? [row.title] : [summary, body] };
}

export type ObservableReports = {
  id: string;
  kind: string;
  value: string;
  reports: { id: string; title: string; receivedAt: number }[];
};

export function findObservable(db: ReadableDb, id: string): ObservableReports | undefined {
  const observable = db.raw
    .prepare<[string], { id: string; kind: string; value: string }>(
      "select id, kind, value from observables where id = ?",
    )
    .get(id);
  if (!observable) return undefined;
  const reports = db.raw
    .prepare<[string], { id: string; title: string; receivedAt: number }>(
      `select distinct reports.id, reports.title, reports.received_at as receivedAt
       from report_observables join reports on reports.id = report_observables.report_id
       where report_observables.observable_id = ? order by reports.received_at desc limit 1000`,
    )
    .all(id);
  return { ...observable, reports };
}
