import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import { mapFileError } from "../storage/atomicWrite.ts";
import { loadLines, type LoadCounts } from "./loadLines.ts";
import { readInterchange, readPublishedFiguresCsv, type Line } from "./readLines.ts";

function readText(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
      throw new AppError("exchange.invalid-line", {
        file: basename(path),
        line: 1,
        field: "line",
        reason: "is not UTF-8",
      });
    }
    throw mapFileError(error, path);
  }
}

function readFile(path: string): Line[] {
  const file = basename(path);
  if (/\.(ndjson|jsonl)$/i.test(path)) return readInterchange(readText(path), file);
  if (/\.csv$/i.test(path)) return readPublishedFiguresCsv(readText(path), file);
  throw new AppError("exchange.unknown-format", { file });
}

/**
 * Loads interchange files (.ndjson) and lists of published figures (.csv) together: they may refer to one another, and
 * if one line is wrong nothing of any is loaded.
 */
export function loadFiles(session: BookSession, paths: readonly string[]): LoadCounts {
  const lines = paths.flatMap(readFile);
  return session.write("exchange.load", (db) => loadLines(db, lines, session.newId));
}
