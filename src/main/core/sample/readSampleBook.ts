import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findResourceFolder } from "../findResourceFolder.ts";

/**
 * The sample casebook of 2022Q4: the facts of a published report, told anew with invented organisations. It lies in
 * `book/` as interchange lines (version 1), one file a type, with what reads better elsewhere beside them: the chapters
 * of cases as Markdown in `narratives/CASE.md`, the published figures as the table they are loaded from.
 */
const bookFolder = () => findResourceFolder(join("src", "main", "core", "sample", "book"));
const mailsFolder = () => findResourceFolder(join("src", "main", "core", "sample", "mails"));

/** In the order of reading; a line may name a record further down. */
export const SAMPLE_FILES = [
  "roster.ndjson",
  "references.ndjson",
  "campaigns.ndjson",
  "cases.ndjson",
  "links.ndjson",
  "reports.ndjson",
  "sharings.ndjson",
] as const;

/** Its narrative is as the analysts noted it down, and its write-up still on the desk: no chapter of this quarter. */
export const CASE_ON_THE_DESK = "C-2022-031";

/** A mail as received, for showing and trying the intake; none of them is among the reports of the book. */
export type SampleMail = { fileName: string; bytes: Uint8Array<ArrayBuffer> };

/** Every record of the sample casebook as an interchange object; the header lines of the files are left out. */
export function* readSampleLines(): Generator<object> {
  for (const file of SAMPLE_FILES) {
    for (const line of readLines(file)) {
      const value: unknown = JSON.parse(line);
      if (typeof value !== "object" || value === null) throw new Error(`${file}: a line is no object`);
      if ("type" in value && value.type === "casebook") continue;
      yield withNarrative(value);
    }
  }
  yield* readPublishedFigures();
}

/** The sample mails by file name. The first two are the same attack as two participants received it. */
export function sampleMails(): SampleMail[] {
  const folder = mailsFolder();
  return readdirSync(folder)
    .filter((fileName) => fileName.endsWith(".eml"))
    .sort()
    .map((fileName) => ({ fileName, bytes: Uint8Array.from(readFileSync(join(folder, fileName))) }));
}

function withNarrative(value: object): object {
  if (!("type" in value) || value.type !== "case" || !("id" in value)) return value;
  const narrative = readNarratives().get(String(value.id));
  return narrative === undefined ? value : { ...value, narrative };
}

let narratives: ReadonlyMap<string, string> | undefined;

function readNarratives(): ReadonlyMap<string, string> {
  const folder = join(bookFolder(), "narratives");
  narratives ??= new Map(
    readdirSync(folder)
      .filter((fileName) => fileName.endsWith(".md"))
      .map((fileName) => [fileName.slice(0, -3), readFileSync(join(folder, fileName), "utf8")]),
  );
  return narratives;
}

/** Header `quarter,figure,value,source`; no field is quoted. */
function* readPublishedFigures(): Generator<object> {
  for (const line of readLines("published-figures.csv").slice(1)) {
    const [quarter, figure, value, source] = line.split(",");
    yield { type: "published-figure", quarter, figure, value: Number(value), source };
  }
}

function readLines(file: string): string[] {
  return readFileSync(join(bookFolder(), file), "utf8")
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== "");
}
