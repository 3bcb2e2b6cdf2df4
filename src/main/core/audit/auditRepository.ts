import { asc, desc, eq } from "drizzle-orm";
import type { AuditEntry } from "#shared/contract/audit.ts";
import type { ReadableDb } from "../database/handles.ts";
import { auditChanges, auditEntries } from "../database/schema.ts";

type Image = Record<string, string | number | null>;

function parseImage(json: string | null): Image {
  return json === null ? {} : (JSON.parse(json) as Image);
}

function textOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function differences(before: Image, after: Image): AuditEntry["changes"] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => before[field] !== after[field] && field !== "id" && field !== "external_id")
    .map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }));
}

/** What commands did to one record, newest first. */
export function findHistory(db: ReadableDb, recordId: string): AuditEntry[] {
  return db
    .select({ entry: auditEntries, before: auditChanges.before, after: auditChanges.after })
    .from(auditChanges)
    .innerJoin(auditEntries, eq(auditEntries.id, auditChanges.entryId))
    .where(eq(auditChanges.rowId, recordId))
    .orderBy(desc(auditChanges.seq))
    .limit(500)
    .all()
    .map(({ entry: { id, at, actor, action }, before, after }) => ({
      id,
      at,
      actor,
      action,
      changes: differences(parseImage(before), parseImage(after)),
    }));
}

/** A name for what an entry touched first: the title or name of the record, as far as it had one. */
export function findEntryTitle(db: ReadableDb, entryId: string): string {
  const rows = db
    .select({ before: auditChanges.before, after: auditChanges.after })
    .from(auditChanges)
    .where(eq(auditChanges.entryId, entryId))
    .orderBy(asc(auditChanges.seq))
    .limit(20)
    .all();
  for (const { before, after } of rows) {
    const image = { ...parseImage(before), ...parseImage(after) };
    const title = image.title ?? image.name;
    if (typeof title === "string") return title;
  }
  return "";
}
