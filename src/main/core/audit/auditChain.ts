import { asc, desc } from "drizzle-orm";
import { createHash } from "node:crypto";
import { addChangeToHash } from "../database/auditTriggers.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { auditEntries } from "../database/schema.ts";

/** The hash before the first entry. */
const CHAIN_START = "0".repeat(64);

export type NewAuditEntry = {
  id: string;
  at: number;
  actor: string;
  action: string;
  undoes: string | null;
  /** SHA-256 over the entry's changes, see `addChangeToHash`. */
  changesHash: string;
};

function chainHash(previous: string, entry: NewAuditEntry): string {
  const parts = [previous, entry.id, String(entry.at), entry.actor, entry.action, entry.undoes, entry.changesHash];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** Adds an entry whose hash covers the one before it. */
export function appendAuditEntry(db: WritableDb, entry: NewAuditEntry): void {
  const last = db.select({ hash: auditEntries.hash }).from(auditEntries).orderBy(desc(auditEntries.seq)).limit(1).get();
  db.insert(auditEntries)
    .values({ ...entry, hash: chainHash(last?.hash ?? CHAIN_START, entry) })
    .run();
}

type ChangeRow = { table_name: string; row_id: string; before: string | null; after: string | null };

/** @returns what is wrong with the chain, one sentence a fault; empty when every entry and change is as written */
export function checkAuditChain(db: ReadableDb): string[] {
  const problems: string[] = [];
  const changesOf = db.raw.prepare<[string], ChangeRow>(
    "select table_name, row_id, before, after from audit_changes where entry_id = ? order by seq",
  );
  let previous = CHAIN_START;
  for (const entry of db.select().from(auditEntries).orderBy(asc(auditEntries.seq)).all()) {
    const hash = createHash("sha256");
    for (const change of changesOf.iterate(entry.id)) {
      addChangeToHash(hash, [change.table_name, change.row_id, change.before, change.after]);
    }
    if (hash.digest("hex") !== entry.changesHash) problems.push(`audit entry ${entry.seq}: its changes were altered`);
    if (chainHash(previous, entry) !== entry.hash) problems.push(`audit entry ${entry.seq}: the chain is broken`);
    previous = entry.hash;
  }
  const strays = db.raw
    .prepare<[], { count: number }>(
      "select count(*) as count from audit_changes where entry_id not in (select id from audit_entries)",
    )
    .get();
  if (strays && strays.count > 0) problems.push(`${strays.count} audit changes belong to no entry`);
  return problems;
}
