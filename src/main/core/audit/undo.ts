import { eq } from "drizzle-orm";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { auditChanges } from "../database/schema.ts";
import { AUDITED_COLUMNS } from "../database/auditedColumns.ts";

/** What only writes into the ledger of what left: there is nothing in it to take back, and it stops no undo of what was before. */
const LEDGER_ACTIONS = new Set(["gate.takeOut", "gate.clear", "gate.copyUnsanitised"]);
/** What is final by its nature: a published number is revised, what has left the book is corrected, never taken back. */
const FINAL_ACTIONS = new Set([
  "quarters.freeze",
  "publishing.exportReport",
  "gate.takeOut",
  "gate.clear",
  "gate.copyUnsanitised",
  "sharings.issue",
  "sharings.withdraw",
  "sharings.giveNotice",
]);

type JournalEntry = BookSession["journal"][number];
export type UndoState = { undo: JournalEntry | null; redo: JournalEntry | null };

/**
 * Reads from the journal what undo and redo would do: an undo takes back the latest entry still standing, a redo takes
 * back the latest undo, and a new command ends what could be redone.
 */
export function undoState(journal: readonly JournalEntry[]): UndoState {
  const standing: JournalEntry[] = [];
  const undone: JournalEntry[] = [];
  for (const entry of journal) {
    if (LEDGER_ACTIONS.has(entry.action)) continue;
    if (entry.action === "audit.undo") {
      standing.pop();
      undone.push(entry);
    } else if (entry.action === "audit.redo") {
      undone.pop();
      standing.push(entry);
    } else {
      standing.push(entry);
      undone.length = 0;
    }
  }
  const last = standing.at(-1);
  return { undo: last && !FINAL_ACTIONS.has(originOf(last, journal)) ? last : null, redo: undone.at(-1) ?? null };
}

/** The command behind an entry, seen through undo and redo. */
export function originOf(entry: JournalEntry, journal: readonly JournalEntry[]): string {
  let current: JournalEntry | undefined = entry;
  while (current?.undoes) {
    const undoes: string = current.undoes;
    current = journal.find(({ entryId }) => entryId === undoes);
  }
  return current?.action ?? entry.action;
}

type Change = typeof auditChanges.$inferSelect;
type Image = Record<string, string | number | null>;

function imageOf(json: string | null): Image | null {
  return json === null ? null : (JSON.parse(json) as Image);
}

function columnsOf(table: string): readonly string[] {
  const columns = AUDITED_COLUMNS.get(table);
  if (!columns) throw new Error(`${table} is not audited`);
  return columns;
}

function currentRow(db: ReadableDb, table: string, rowId: string): string | null {
  const pairs = columnsOf(table).map((column) => `'${column}', ${column}`);
  const row = db.raw
    .prepare<[string], { image: string }>(`select json_object(${pairs.join(", ")}) as image from ${table} where id = ?`)
    .get(rowId);
  return row?.image ?? null;
}

function restoreRow(db: WritableDb, table: string, rowId: string, image: Image | null): void {
  if (image === null) {
    db.raw.prepare(`delete from ${table} where id = ?`).run(rowId);
    return;
  }
  const columns = columnsOf(table).filter((column) => column in image);
  const values = columns.map((column) => image[column] ?? null);
  const updates = columns.map((column) => `${column} = excluded.${column}`);
  db.raw
    .prepare(
      `insert into ${table} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})
       on conflict (id) do update set ${updates.join(", ")}`,
    )
    .run(...values);
}

function takeBack(db: WritableDb, change: Change): void {
  // Bytes stay until the book is closed, so that an undone import can be done again.
  if (change.tableName === "artifacts") return;
  // What left has left, whatever becomes of the records around it.
  if (change.tableName === "exits") return;
  if (currentRow(db, change.tableName, change.rowId) !== change.after) {
    throw new AppError("undo.conflict");
  }
  restoreRow(db, change.tableName, change.rowId, imageOf(change.before));
}

/**
 * Takes an entry's changes back, newest first, as a command of its own.
 * @throws AppError undo.conflict when something it changed was changed again since
 */
export function takeBackEntry(session: BookSession, entry: JournalEntry, action: "audit.undo" | "audit.redo"): void {
  session.write(
    action,
    (db) => {
      db.raw.prepare("pragma defer_foreign_keys = on").run();
      const changes = db.select().from(auditChanges).where(eq(auditChanges.entryId, entry.entryId)).all();
      for (const change of changes.sort((a, b) => b.seq - a.seq)) takeBack(db, change);
    },
    { undoes: entry.entryId },
  );
}
