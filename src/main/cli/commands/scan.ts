import { readFileSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { AppError } from "#shared/errors.ts";
import { compileRoster, type CompiledRoster } from "#core/sanitising/compileRoster.ts";
import type { Finding } from "#core/sanitising/finding.ts";
import type { Sighting } from "#core/sanitising/matchView.ts";
import { openThread, type Thread } from "#core/threads/openThread.ts";
import { sanitise } from "#core/sanitising/sanitise.ts";
import { findScannedRoster } from "#core/sanitising/sanitisingRepository.ts";
import { beginScan, type ScanOptions } from "#core/sanitising/scan.ts";
import { mapFileError } from "#core/storage/atomicWrite.ts";
import { withBook, type CliIo, type CommonOptions } from "../cliIo.ts";
import type { CliCommand } from "../command.ts";
import { commonOptions } from "../commonOptions.ts";

type Options = CommonOptions & { parties?: string; ndjson?: boolean; novelty: boolean };

const STANDARD_INPUT = "-";
const TextLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  parties: z.array(z.string()).default([]),
});

/** What interchange.md gives; what a finding decodes to is for the window only. */
function printFinding({ start, end, text, kind, entity, via, severity }: Finding) {
  return { start, end, text, kind, ...(entity === undefined ? {} : { entity }), via, severity };
}

function readText(file: string): string {
  try {
    return readFileSync(file === STANDARD_INPUT ? 0 : file, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    throw mapFileError(error, file);
  }
}

/** @throws AppError record.not-found for an id that the roster does not have: a typing error must not hide a name */
function checkParties(ids: readonly string[], roster: CompiledRoster): readonly string[] {
  const unknown = ids.find((id) => !roster.indexOf.has(id));
  if (unknown !== undefined) throw new AppError("record.not-found", { id: unknown });
  return ids;
}

function parseLine(line: string, file: string, number: number): z.output<typeof TextLine> {
  try {
    return TextLine.parse(JSON.parse(line));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const field = issue?.path.map(String).join(".") || "line";
    throw new AppError("exchange.invalid-line", {
      file,
      line: number,
      field,
      reason: "must be as in {id, text, parties}",
    });
  }
}

type Line = z.output<typeof TextLine> & { novel: Promise<readonly Sighting[]> };

function readLines(content: string, file: string, askNovelty: AskNovelty): Line[] {
  return content.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const parsed = parseLine(line, file, index + 1);
    return [{ ...parsed, novel: askNovelty(parsed.text) }];
  });
}

async function scanLines(lines: readonly Line[], roster: CompiledRoster, options: ScanOptions, io: CliIo) {
  for (const { id, text, parties, novel } of lines) {
    for (const party of parties) if (!roster.indexOf.has(party)) io.say(`${id}: ${party}?`);
    const own = { ...options, parties: [...(options.parties ?? []), ...parties] };
    const begun = beginScan(text, roster, own);
    const findings = begun.finish(await novel);
    const sanitised = sanitise(text, findings, roster, own).text;
    io.print(JSON.stringify({ id, findings: findings.map(printFinding), sanitised }));
  }
}

type AskNovelty = (text: string) => Promise<readonly Sighting[]>;

/** Words are looked at in another thread, from before the book is opened. */
async function withNovelty(isAsked: boolean, work: (ask: AskNovelty) => Promise<void>): Promise<void> {
  if (!isAsked) return work(() => Promise.resolve([]));
  const thread: Thread<string, Sighting[]> = openThread({
    url: new URL(import.meta.resolve("#core/sanitising/noveltyThread.ts")),
    work: "sanitising",
    longestMs: LONGEST_MS,
  });
  try {
    await work((text) => {
      const novel = thread.run(text);
      // It is awaited later; what fails before that must not end the process.
      novel.catch(() => undefined);
      return novel;
    });
  } finally {
    await thread.close();
  }
}

/** A million characters take some ten seconds. */
const LONGEST_MS = 300_000;

export const scanCommand: CliCommand = (program, io) => {
  commonOptions(
    program
      .command("scan")
      .description("what in a text would tell who provided; standard input when no file is named")
      .argument("<book>")
      .argument("[file]", "text, UTF-8", STANDARD_INPUT),
  )
    .option("--parties <ids>", "organisations the text is about, by their ids, with commas between")
    .option("--ndjson", "lines {id, text, parties} in, {id, findings, sanitised} out")
    .option("--no-novelty", "leave out words never published before")
    .action((book: string, file: string, options: Options) =>
      withNovelty(options.novelty, async (askNovelty) => {
        const content = readText(file);
        const lines = options.ndjson ? readLines(content, file, askNovelty) : [];
        const novel = options.ndjson ? undefined : askNovelty(content);
        // The thread begins with the next turn, and from here on there is none until the whole scan is done.
        await nextTurn();
        await withBook(book, options, async (session) => {
          const roster = compileRoster(session.read(findScannedRoster));
          const parties = checkParties(
            (options.parties ?? "").split(",").filter((id) => id !== ""),
            roster,
          );
          if (novel === undefined) await scanLines(lines, roster, { parties }, io);
          else {
            const begun = beginScan(content, roster, { parties });
            printFindings(begun.finish(await novel), options, io);
          }
        });
      }),
    );
};

function printFindings(findings: readonly Finding[], { json }: Options, io: CliIo): void {
  const printed = findings.map(printFinding);
  const lines = printed.map(({ severity, kind, start, end, text, entity, via }) =>
    [severity, kind, `${start}-${end}`, JSON.stringify(text), entity ?? "", via.join(">")].join("\t").trimEnd(),
  );
  io.print(json ? JSON.stringify({ findings: printed }) : lines.join("\n"));
}
