import { basename } from "node:path";
import { Option } from "commander";
import type { Quarter } from "#shared/domain/quarter.ts";
import { AppError } from "#shared/errors.ts";
import { messages } from "#shared/messages/messages.ts";
import type { ExportScope } from "#core/exporting/collectExport.ts";
import { exportBook, type Exported } from "#core/exporting/exportBook.ts";
import { EXPORT_FORMATS, type ExportFormat } from "#core/exporting/writeExport.ts";
import { createSanitiser } from "#core/sanitising/sanitiser.ts";
import { atomicWrite } from "#core/storage/atomicWrite.ts";
import { withBook, type CliIo, type CommonOptions } from "../cliIo.ts";
import type { CliCommand } from "../command.ts";
import { commonOptions, parseQuarter } from "../commonOptions.ts";
import { cliLanguage } from "../sentenceOf.ts";

type ExportOptions = CommonOptions & { format: ExportFormat; out: string; quarter?: Quarter; case?: string };

/** @throws AppError usage when both are named */
function scopeOf({ quarter, case: externalId }: ExportOptions): ExportScope {
  if (quarter !== undefined && externalId !== undefined) throw new AppError("usage", { reason: "--quarter, --case" });
  if (quarter !== undefined) return { kind: "quarter", quarter };
  return externalId === undefined ? { kind: "book" } : { kind: "case", externalId };
}

/** What is not in the file, and why: nobody should think it complete. */
function sayLeftOut({ leftOut, withoutRole, inexpressible }: Exported, io: CliIo): void {
  const words = messages[cliLanguage()].exporting;
  if (leftOut > 0) io.say(words.leftOut(leftOut));
  if (withoutRole > 0) io.say(words.withoutRole(withoutRole));
  if (inexpressible > 0) io.say(words.inexpressible(inexpressible));
}

export const exportCommand: CliCommand = (program, io) => {
  commonOptions(
    program
      .command("export")
      .description(
        "attackers' indicators of a case, of what was shared in a quarter (with its figures), or of the book",
      )
      .argument("<book>"),
  )
    .addOption(new Option("--format <format>", "what to write").choices(EXPORT_FORMATS).makeOptionMandatory())
    .requiredOption("--out <file>", "the file to write")
    .option("--quarter <quarter>", "like 2022Q4", parseQuarter)
    .option("--case <id>", "one case, by its id")
    .action((book: string, options: ExportOptions) => {
      const scope = scopeOf(options);
      return withBook(book, options, async (session) => {
        const sanitiser = createSanitiser(session);
        try {
          const { format, out } = options;
          const exported = await exportBook(session, sanitiser, { scope, format, fileName: basename(out) });
          atomicWrite(out, exported.bytes);
          sayLeftOut(exported, io);
          const { sha256, indicators, leftOut } = exported;
          const written = { path: out, sha256, indicators, leftOut };
          io.print(options.json ? JSON.stringify(written) : Object.values(written).join("\t"));
        } finally {
          sanitiser.close();
        }
      });
    });
};
