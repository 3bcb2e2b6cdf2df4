import type { Quarter } from "#shared/domain/quarter.ts";
import { printQuarterlyReport } from "#core/publishing/typesetReport.ts";
import { atomicWrite } from "#core/storage/atomicWrite.ts";
import { withBook, type CommonOptions } from "../cliIo.ts";
import type { CliCommand } from "../command.ts";
import { commonOptions, parseQuarter } from "../commonOptions.ts";

type ReportOptions = CommonOptions & { quarter: Quarter; out: string };

export const reportCommand: CliCommand = (program, io) => {
  commonOptions(program.command("report").description("the quarterly report as PDF").argument("<book>"))
    .requiredOption("--quarter <quarter>", "like 2022Q4", parseQuarter)
    .requiredOption("--out <file>", "the PDF to write")
    .action((book: string, options: ReportOptions) =>
      withBook(book, options, async (session) => {
        const { bytes, pages, sha256 } = await printQuarterlyReport(session, options.quarter);
        atomicWrite(options.out, bytes);
        const written = { path: options.out, pages, sha256 };
        io.print(options.json ? JSON.stringify(written) : Object.values(written).join("\t"));
      }),
    );
};
