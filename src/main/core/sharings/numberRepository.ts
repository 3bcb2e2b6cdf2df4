import { eq, like, sql } from "drizzle-orm";
import type { ReadableDb } from "../database/handles.ts";
import { sharings } from "../database/schema.ts";

/** Numbers of a year have three digits at least. */
const DIGITS = 3;

/** The number that the next sharing of a day's year gets, `2022-012`: one above the highest that was given. */
export function nextNumber(db: ReadableDb, day: string): string {
  const year = day.slice(0, 4);
  const highest = db
    .select({ number: sql<number | null>`max(cast(substr(${sharings.number}, 6) as integer))` })
    .from(sharings)
    .where(like(sharings.number, `${year}-%`))
    .get();
  return `${year}-${String((highest?.number ?? 0) + 1).padStart(DIGITS, "0")}`;
}

/** Whether some sharing bears it already. */
export function numberExists(db: ReadableDb, number: string): boolean {
  return db.select({ id: sharings.id }).from(sharings).where(eq(sharings.number, number)).get() !== undefined;
}
