import { and, count, desc, eq, gte, lt, ne, sql } from "drizzle-orm";
import type { ExitRecord } from "#shared/contract/gate.ts";
import { ExitFormat } from "#shared/contract/gate.ts";
import { Destination, type ConsentPurpose } from "#shared/domain/consent.ts";
import { DAY_MS, startOfDay } from "#shared/domain/moment.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { cases, exits, reports, sharings, textReleases, writeups } from "../database/schema.ts";

export type NewExit = typeof exits.$inferInsert;

export function insertExit(db: WritableDb, exit: NewExit): void {
  db.insert(exits).values(exit).run();
}

export type Release = { releaser: string; author: string; at: number };

/** The second person's word for exactly this (fingerprint), the newest. */
export function findRelease(
  db: ReadableDb,
  text: { id: string; sha256: string; purpose: ConsentPurpose },
): Release | undefined {
  return db
    .select({ releaser: textReleases.releaser, author: textReleases.author, at: textReleases.at })
    .from(textReleases)
    .where(
      and(
        eq(textReleases.textId, text.id),
        eq(textReleases.textSha256, text.sha256),
        eq(textReleases.purpose, text.purpose),
      ),
    )
    .orderBy(desc(textReleases.at), desc(textReleases.id))
    .get();
}

/** The newest release of a text for a purpose, whatever it was given to. */
export function findLastRelease(
  db: ReadableDb,
  text: { id: string; purpose: ConsentPurpose },
): { releaser: string; sha256: string } | undefined {
  return db
    .select({ releaser: textReleases.releaser, sha256: textReleases.textSha256 })
    .from(textReleases)
    .where(and(eq(textReleases.textId, text.id), eq(textReleases.purpose, text.purpose)))
    .orderBy(desc(textReleases.at), desc(textReleases.id))
    .limit(1)
    .get();
}

export function insertRelease(db: WritableDb, release: typeof textReleases.$inferInsert): void {
  db.insert(textReleases).values(release).run();
}

/** How many files and passages left on a day (Asia/Tokyo). */
export function countExits(db: ReadableDb, day: string): number {
  const startMs = startOfDay(day);
  const condition = and(gte(exits.at, startMs), lt(exits.at, startMs + DAY_MS));
  return db.select({ total: count() }).from(exits).where(condition).get()?.total ?? 0;
}

/** Whether a file left through the gate. */
export function exitExists(db: ReadableDb, artifactId: string): boolean {
  const condition = and(eq(exits.artifactId, artifactId), ne(exits.format, "unsanitised"));
  return db.select({ id: exits.id }).from(exits).where(condition).get() !== undefined;
}

/** What left, newest first. */
export function findExits(
  db: ReadableDb,
  { textId, offset, limit }: { textId: string | null; offset: number; limit: number },
): { total: number; rows: ExitRecord[] } {
  const condition = textId === null ? undefined : eq(exits.textId, textId);
  // A quarter is its own name; of other records only the id may be left.
  const quarter = sql`case when length(${exits.textId}) = 6 then ${exits.textId} end`;
  const title = sql<
    string | null
  >`coalesce(${writeups.title}, ${sharings.title}, ${cases.title}, ${reports.title}, ${quarter})`;
  const rows = db
    .select({ exit: exits, title })
    .from(exits)
    .leftJoin(writeups, eq(writeups.id, exits.textId))
    .leftJoin(sharings, eq(sharings.id, exits.textId))
    .leftJoin(cases, eq(cases.id, exits.textId))
    .leftJoin(reports, eq(reports.id, exits.textId))
    .where(condition)
    .orderBy(desc(exits.at), desc(exits.id))
    .limit(limit)
    .offset(offset)
    .all();
  const total = db.select({ total: count() }).from(exits).where(condition).get()?.total ?? 0;
  return { total, rows: rows.map((row) => toRecord(row.exit, row.title ?? "")) };
}

function toRecord(exit: typeof exits.$inferSelect, title: string): ExitRecord {
  const { id, at, by, destination, format, fileName, sha256, artifactId } = exit;
  return {
    id,
    at,
    by,
    title,
    destination: Destination.parse(destination),
    format: ExitFormat.parse(format),
    fileName,
    sha256,
    artifactId,
  };
}
