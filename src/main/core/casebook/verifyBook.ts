import { asc } from "drizzle-orm";
import { basename } from "node:path";
import { checkAuditChain } from "../audit/auditChain.ts";
import { checkRecords } from "../audit/checkRecords.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { mapSqliteError } from "../database/mapSqliteError.ts";
import { artifacts } from "../database/schema.ts";
import { AppError } from "#shared/errors.ts";
import { readArtifact } from "../storage/artifactStore.ts";

const MAX_PAGE_FAULTS = 20;

/** One answer of SQLite can hold many lines, below a line that names the database. */
function checkPages(session: BookSession): string[] {
  const answers = session.sqlite.prepare<[], { integrity_check: string }>("pragma integrity_check").all();
  const faults = answers
    .flatMap((row) => row.integrity_check.split("\n"))
    .filter((line) => line !== "ok" && line.trim() !== "" && !line.startsWith("***"));
  const more = faults.length - MAX_PAGE_FAULTS;
  return more > 0 ? [...faults.slice(0, MAX_PAGE_FAULTS), `${more} more faults of this kind`] : faults;
}

function checkReferences(session: BookSession): string[] {
  const broken = session.sqlite.prepare<[], { table: string; parent: string }>("pragma foreign_key_check").all();
  return broken.map(({ table, parent }) => `a row of ${table} refers to a row of ${parent} that is not there`);
}

function checkArtifacts(db: ReadableDb): string[] {
  const ids = db
    .select({ id: artifacts.id, name: artifacts.fileName })
    .from(artifacts)
    .orderBy(asc(artifacts.id))
    .all();
  return ids.flatMap(({ id, name }) => {
    try {
      readArtifact(db, id);
      return [];
    } catch (error) {
      if (error instanceof AppError) return [`the file ${name} (${id.slice(0, 8)}) is not what was stored`];
      throw error;
    }
  });
}

/** The index cannot tell the words it was given, but it must know every record, and no other. */
function checkSearchIndex(session: BookSession): string[] {
  const faults = session.sqlite
    .prepare<[], { count: number }>(
      `with records as (select id from reports union all select id from cases union all select id from sharings
                        union all select id from observables)
       select (select count(*) from records full join search_entries on record_id = records.id
               where records.id is null or seq is null)
            + (select count(*) from search_entries where seq not in (select rowid from search_terms))
            + (select count(*) from search_terms where rowid not in (select seq from search_entries)) as count`,
    )
    .get();
  return faults?.count === 0 ? [] : ["the search index does not match the records"];
}

/** Checks pages, references, the audit chain, every record against it, every kept file and the search index. @returns one sentence a fault */
export function verifyBook(session: BookSession): string[] {
  try {
    return findFaults(session);
  } catch (error) {
    const told = mapSqliteError(error, basename(session.path));
    if (!(told instanceof AppError) || told.code !== "casebook.damaged") throw error;
    return [`a page cannot be read: ${error instanceof Error ? error.message : told.code}`];
  }
}

function findFaults(session: BookSession): string[] {
  const pages = checkPages(session);
  // With broken pages the other checks would only fail on them again.
  if (pages.length > 0) return pages;
  return [
    ...checkReferences(session),
    ...session.read(checkAuditChain),
    ...session.read(checkRecords),
    ...session.read(checkArtifacts),
    ...checkSearchIndex(session),
  ];
}
