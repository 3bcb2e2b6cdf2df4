import type { WriteupRow } from "#shared/contract/writeups.ts";
import { fold } from "#shared/domain/fold.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import type { ReadableDb } from "../database/handles.ts";
import { textSha256 } from "../sanitising/textSha256.ts";
import { findReleases, findWriteups } from "./writeupRepository.ts";

export type WriteupListing = { filter: { quarter: Quarter | null; text: string }; offset: number; limit: number };

/** Write-ups, the one changed last first; words are looked for in their titles and their cases'. */
export function listWriteups(
  db: ReadableDb,
  { filter, offset, limit }: WriteupListing,
): { total: number; rows: WriteupRow[] } {
  const words = fold(filter.text)
    .split(/\s+/u)
    .filter((word) => word !== "");
  const all = findWriteups(db, filter.quarter).filter(({ title, caseTitle }) => {
    const said = fold(`${title}\n${caseTitle}`);
    return words.every((word) => said.includes(word));
  });
  const window = all.slice(offset, offset + limit);
  const released = findReleased(
    db,
    window.map(({ id }) => id),
  );
  const rows = window.map(({ id, caseId, caseTitle, title, author, updatedAt }) => ({
    id,
    case: { id: caseId, title: caseTitle },
    title,
    author,
    updatedAt,
    released: released.has(id),
  }));
  return { total: all.length, rows };
}

/** Those released for publication whose words are still the ones that were released. */
function findReleased(db: ReadableDb, ids: readonly string[]): ReadonlySet<string> {
  const { texts, releases } = findReleases(db, ids);
  const current = new Map(texts.map(({ id, title, body }) => [id, textSha256({ title, body })]));
  return new Set(releases.flatMap(({ textId, sha256 }) => (current.get(textId) === sha256 ? [textId] : [])));
}
