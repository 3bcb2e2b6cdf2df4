import type { SearchHit } from "#shared/contract/search.ts";
import { fold } from "#shared/domain/fold.ts";
import type { ReadableDb } from "../database/handles.ts";
import { matchExpression } from "./matchRecords.ts";
import { parseQuery } from "./parseQuery.ts";
import { findMatches, findSearchText, type Match, type SearchType } from "./searchRepository.ts";
import { cutSnippet } from "./snippet.ts";

function toHit(db: ReadableDb, match: Match, pieces: readonly string[]): SearchHit[] {
  const found = findSearchText(db, match);
  if (!found) return [];
  const { id, externalId, title, at, texts } = found;
  const matching = texts.find((text) => {
    const folded = fold(text);
    return pieces.some((piece) => folded.includes(piece));
  });
  const text = matching ?? texts.find((candidate) => candidate !== "") ?? "";
  return [{ type: match.type, id, externalId, title, at, ...cutSnippet(text, pieces) }];
}

export type SearchRequest = { text: string; types: readonly SearchType[]; limit: number };

/** Finds what a plain scan of the folded texts would find; a blank query finds nothing. */
export function search(db: ReadableDb, { text, types, limit }: SearchRequest): { total: number; hits: SearchHit[] } {
  const expression = matchExpression(text);
  if (expression === null) return { total: 0, hits: [] };
  const pieces = parseQuery(text);
  const { total, matches } = findMatches(db, expression, types, limit);
  return { total, hits: matches.flatMap((match) => toHit(db, match, pieces)) };
}
