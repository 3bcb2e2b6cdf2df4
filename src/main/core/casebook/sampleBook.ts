import type { BookSession } from "../database/bookSession.ts";
import { loadLines, type LoadCounts } from "../exchange/loadLines.ts";
import { toLine } from "../exchange/readLines.ts";
import { readSampleLines } from "../sample/readSampleBook.ts";

/** Fills an empty book with the sample of 2022Q4, by the same way as any interchange file. */
export function fillWithSample(session: BookSession): LoadCounts {
  const lines = [...readSampleLines()].map((value, position) => toLine({ ...value }, "sample", position + 1));
  return session.write("casebook.createSample", (db) => loadLines(db, lines, session.newId));
}
