import { dumpLines } from "#core/exchange/dumpLines.ts";
import { loadFiles } from "#core/exchange/loadFiles.ts";
import { withBook, type CommonOptions } from "../cliIo.ts";
import type { CliCommand } from "../command.ts";
import { commonOptions } from "../commonOptions.ts";

export const loadCommand: CliCommand = (program, io) => {
  commonOptions(
    program
      .command("load")
      .description("load interchange files (.ndjson) and lists of published figures (.csv); all or nothing")
      .argument("<book>")
      .argument("<files...>"),
  ).action((book: string, files: string[], options: CommonOptions) =>
    withBook(book, options, (session) => {
      const counts = loadFiles(session, files);
      const lines = Object.entries(counts).map(([type, count]) => `${type}\t${count}`);
      io.print(options.json ? JSON.stringify(counts) : lines.join("\n"));
    }),
  );
};

export const dumpCommand: CliCommand = (program, io) => {
  commonOptions(program.command("dump").description("print the casebook as interchange").argument("<book>")).action(
    (book: string, options: CommonOptions) =>
      withBook(book, options, (session) =>
        session.read((db) => {
          for (const line of dumpLines(db)) io.print(line);
        }),
      ),
  );
};
