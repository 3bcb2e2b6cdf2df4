import type { Receipt } from "#shared/contract/intake.ts";
import { AppError } from "#shared/errors.ts";
import { importPaths } from "#core/intake/importPaths.ts";
import { withBook, type CommonOptions } from "../cliIo.ts";
import type { CliCommand } from "../command.ts";
import { commonOptions } from "../commonOptions.ts";
import { ImportRefused } from "../exitCodes.ts";
import { sentenceOf } from "../sentenceOf.ts";

type PrintedReceipt = { path: string; status: Receipt["status"]; report?: string; error?: string };

function printed({ path, status, report, error }: Receipt): PrintedReceipt {
  return {
    path,
    status,
    ...(report === null ? {} : { report }),
    ...(error === null ? {} : { error: sentenceOf(new AppError(error.code, error.params)) }),
  };
}

export const importCommand: CliCommand = (program, io) => {
  commonOptions(
    program
      .command("import")
      .description("import mails (.eml, .msg), folders and archives (.zip) of them; each mail becomes a report")
      .argument("<book>")
      .argument("<paths...>"),
  ).action((book: string, paths: string[], options: CommonOptions) =>
    withBook(book, options, (session) => {
      const receipts: PrintedReceipt[] = [];
      for (const receipt of importPaths(session, paths)) {
        const line = printed(receipt);
        receipts.push(line);
        if (line.error !== undefined) io.say(line.error);
        if (!options.json) io.print([line.status, line.path, line.report ?? ""].join("\t").trimEnd());
      }
      if (options.json) io.print(JSON.stringify(receipts));
      if (receipts.length > 0 && receipts.every(({ status }) => status === "failed")) throw new ImportRefused();
    }),
  );
};
