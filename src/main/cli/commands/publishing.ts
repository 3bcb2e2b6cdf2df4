import type { Quarter } from "#shared/domain/quarter.ts";
import { messages } from "#shared/messages/messages.ts";
import { exportReport } from "#core/publishing/exportReport.ts";
import { createSanitiser } from "#core/sanitising/sanitiser.ts";
import { readArtifact } from "#core/storage/artifactStore.ts";
import { atomicWrite } from "#core/storage/atomicWrite.ts";
import { cliLanguage } from "../sentenceOf.ts";
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
        const { artifactId, pages, sha256, draft } = await exportReport(
          session,
          createSanitiser(session),
          options.quarter,
        );
        const { bytes } = session.read((db) => readArtifact(db, artifactId));
        atomicWrite(options.out, bytes);
        if (draft) io.say(messages[cliLanguage()].publishing.draftWritten);
        const written = { path: options.out, pages, sha256 };
        io.print(options.json ? JSON.stringify(written) : Object.values(written).join("\t"));
      }),
    );
};
