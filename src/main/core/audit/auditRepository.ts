import { asc, desc, eq, inArray, or } from "drizzle-orm";
import type { AuditEntry } from "#shared/contract/audit.ts";
import type { ReadableDb } from "../database/handles.ts";
import { auditChanges, auditEntries } from "../database/schema.ts";

type Image = Record<string, string | number | null>;
type Change = Pick<typeof auditChanges.$inferSelect, "tableName" | "rowId" | "before" | "after">;
type FieldChange = AuditEntry["changes"][number];

const MOST_CHANGES = 500;

/** Rows that are parts of a record: what its history calls them, and the column that says what they hold. */
const PARTS: ReadonlyMap<string, { field: string; holds: string }> = new Map([
  ["report_observables", { field: "observables", holds: "observable_id" }],
  ["report_cases", { field: "cases", holds: "case_id" }],
  ["report_evidence", { field: "evidence", holds: "file_name" }],
  ["sharing_reports", { field: "reports", holds: "report_id" }],
  ["sharing_cases", { field: "cases", holds: "case_id" }],
]);

function parseImage(json: string | null): Image {
  return json === null ? {} : (JSON.parse(json) as Image);
}

function textOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function differences(before: Image, after: Image): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => before[field] !== after[field] && field !== "id" && field !== "external_id")
    .map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }));
}

/** What a record was called when it was last written; the audit knows it even when the record is gone. */
function lastNameOf(db: ReadableDb, recordId: string): string {
  const row = db
    .select({ before: auditChanges.before, after: auditChanges.after })
    .from(auditChanges)
    .where(eq(auditChanges.rowId, recordId))
    .orderBy(desc(auditChanges.seq))
    .limit(1)
    .get();
  const { title, name, value } = parseImage(row?.after ?? row?.before ?? null);
  return String(title ?? name ?? value ?? recordId);
}

function partChanges(db: ReadableDb, change: Change): FieldChange[] {
  const part = PARTS.get(change.tableName);
  if (!part) return [];
  const nameIn = (json: string | null): string | null => {
    const held = textOf(parseImage(json)[part.holds]);
    return held !== null && part.holds.endsWith("_id") ? lastNameOf(db, held) : held;
  };
  const [before, after] = [nameIn(change.before), nameIn(change.after)];
  if (before !== after) return [{ field: part.field, before, after }];
  const [{ role: oldRole }, { role }] = [parseImage(change.before), parseImage(change.after)];
  return oldRole === role ? [] : [{ field: "role", before: textOf(oldRole), after: textOf(role) }];
}

/** A part that a command took away and put back again was not changed. */
function withoutReplaced(changes: readonly FieldChange[]): FieldChange[] {
  const isOpposite = (a: FieldChange, b: FieldChange) =>
    a.field === b.field && a.before === b.after && a.after === b.before;
  return changes.filter((change) => !changes.some((other) => other !== change && isOpposite(change, other)));
}

/** What commands did to one record and its parts, newest first. */
export function findHistory(db: ReadableDb, recordId: string): AuditEntry[] {
  const rows = db
    .select({ entry: auditEntries, change: auditChanges })
    .from(auditChanges)
    .innerJoin(auditEntries, eq(auditEntries.id, auditChanges.entryId))
    .where(or(eq(auditChanges.rowId, recordId), eq(auditChanges.ownerId, recordId)))
    .orderBy(desc(auditChanges.seq))
    .limit(MOST_CHANGES)
    .all();
  const entries = new Map<string, AuditEntry>();
  for (const { entry, change } of rows) {
    const { id, at, actor, action } = entry;
    const told = entries.get(id) ?? { id, at, actor, action, changes: [] };
    const own = change.rowId === recordId;
    const changes = own ? differences(parseImage(change.before), parseImage(change.after)) : partChanges(db, change);
    entries.set(id, { ...told, changes: [...changes, ...told.changes] });
  }
  return [...entries.values()].map((entry) => ({ ...entry, changes: withoutReplaced(entry.changes) }));
}

/** Columns of records by the id of the record. */
export type Columns = ReadonlyMap<string, readonly string[]>;

/** Who last changed any of these columns, making the record included; undefined where nobody ever did. */
export function findLastEditor(db: ReadableDb, columns: Columns): { actor: string; at: number } | undefined {
  const changes = db
    .select({ seq: auditChanges.seq })
    .from(auditChanges)
    .where(inArray(auditChanges.rowId, [...columns.keys()]))
    .all();
  // One after another, since images of long texts are large and the last few changes tell.
  for (const { seq } of changes.toSorted((a, b) => b.seq - a.seq)) {
    const found = db
      .select({ entry: auditEntries, change: auditChanges })
      .from(auditChanges)
      .innerJoin(auditEntries, eq(auditEntries.id, auditChanges.entryId))
      .where(eq(auditChanges.seq, seq))
      .get();
    if (!found) continue;
    const [before, after] = [parseImage(found.change.before), parseImage(found.change.after)];
    const named = columns.get(found.change.rowId) ?? [];
    if (named.some((column) => (before[column] ?? "") !== (after[column] ?? ""))) return found.entry;
  }
  return undefined;
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
    const title = image.title ?? image.name ?? image["surface"] ?? image["label"];
    if (typeof title === "string") return title;
  }
  return "";
}
