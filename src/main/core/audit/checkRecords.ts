import { AUDITED_COLUMNS } from "../database/auditedColumns.ts";
import type { ReadableDb } from "../database/handles.ts";

type Pair = { written: string | null; stands: string | null };
type Image = Record<string, unknown>;

/** Columns that a later migration added are in no older image; all others must be as they were written. */
function isAsWritten({ written, stands }: Pair): boolean {
  if (written === null || stands === null) return written === stands;
  const before = JSON.parse(written) as Image;
  const now = JSON.parse(stands) as Image;
  return Object.keys(before).every((column) => !(column in now) || before[column] === now[column]);
}

function findDifferences(db: ReadableDb, table: string, columns: readonly string[]): Pair[] {
  const image = `json_object(${columns.map((column) => `'${column}', ${column}`).join(", ")})`;
  return db.raw
    .prepare<[string], Pair>(
      `with written as (select row_id, after, max(seq) from audit_changes where table_name = ? group by row_id),
            stands as (select id, ${image} as image from ${table})
       select written.after as written, stands.image as stands
       from written full join stands on stands.id = written.row_id
       where written.after is not stands.image`,
    )
    .all(table);
}

/**
 * Compares every record with what the audit last wrote of it: a row that another program changed, added or removed
 * has no entry. @returns one sentence a table
 */
export function checkRecords(db: ReadableDb): string[] {
  return [...AUDITED_COLUMNS].flatMap(([table, columns]) => {
    const count = findDifferences(db, table, columns).filter((pair) => !isAsWritten(pair)).length;
    return count === 0 ? [] : [`${count} rows of ${table} are not as the audit last wrote them`];
  });
}
