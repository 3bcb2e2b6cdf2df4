import type { BookSession } from "#core/database/bookSession.ts";
import { loadLines } from "#core/exchange/loadLines.ts";
import { toLine } from "#core/exchange/readLines.ts";

/** Loads interchange lines that are objects already. */
export function loadObjects(session: BookSession, objects: readonly object[]): void {
  const lines = objects.map((object, position) => toLine({ ...object }, "bench", position + 2));
  session.write("exchange.load", (db) => loadLines(db, lines, session.newId));
}
