import type { WritableDb } from "../database/handles.ts";
import { createRowWriter } from "./exchangeRepository.ts";
import type { LineContext } from "./lineContext.ts";
import type { LineType } from "./lineSchemas.ts";
import type { Line } from "./readLines.ts";
import { assignIds } from "./recordIds.ts";
import { LINE_WRITERS } from "./writeLine.ts";

export type LoadCounts = Partial<Record<LineType, number>>;

function writeLine<T extends LineType>(line: Extract<Line, { type: T }>, context: LineContext): void {
  LINE_WRITERS[line.type](line, context);
}

/**
 * Writes interchange lines into the book: all of them or, if one refers to what is not there, none. The same id again
 * updates its record; records without an id are known by their references and first date.
 * @returns how many lines of each type were read
 * @throws AppError exchange.invalid-line
 */
export function loadLines(db: WritableDb, lines: readonly Line[], newId: () => string): LoadCounts {
  const context: LineContext = { db, writer: createRowWriter(db), ids: assignIds(db, lines, newId), newId };
  const counts: LoadCounts = {};
  for (const type of Object.keys(LINE_WRITERS) as LineType[]) {
    for (const line of lines) {
      if (line.type !== type) continue;
      writeLine(line, context);
      counts[type] = (counts[type] ?? 0) + 1;
    }
  }
  return counts;
}
