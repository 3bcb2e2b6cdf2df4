import { backupBook, restoreBook } from "#core/casebook/backupBook.ts";
import { makeSample } from "#core/casebook/makeSample.ts";
import { verifyBook } from "#core/casebook/verifyBook.ts";
import { bookOptions, makeBook, withBook, type CommonOptions } from "../cliIo.ts";
import type { CliCommand } from "../command.ts";
import { commonOptions } from "../commonOptions.ts";
import { VerifyFailed } from "../exitCodes.ts";

export const newCommand: CliCommand = (program, io) => {
  commonOptions(program.command("new").description("create an empty casebook").argument("<book>")).action(
    async (book: string, options: CommonOptions) => {
      await makeBook(book, options, () => undefined);
      io.print(options.json ? JSON.stringify({ path: book }) : book);
    },
  );
};

export const sampleCommand: CliCommand = (program, io) => {
  commonOptions(
    program.command("sample").description("create the sample casebook of 2022Q4").argument("<book>"),
  ).action(async (book: string, options: CommonOptions) => {
    const counts = await makeBook(book, options, makeSample);
    io.print(options.json ? JSON.stringify({ path: book, ...counts }) : book);
  });
};

export const verifyCommand: CliCommand = (program, io) => {
  commonOptions(
    program.command("verify").description("check pages, references, the audit chain and kept files").argument("<book>"),
  ).action((book: string, options: CommonOptions) =>
    withBook(book, options, (session) => {
      const problems = verifyBook(session);
      const ok = problems.length === 0;
      io.print(options.json ? JSON.stringify({ ok, problems }) : ok ? "ok" : problems.join("\n"));
      if (!ok) throw new VerifyFailed();
    }),
  );
};

export const backupCommand: CliCommand = (program, io) => {
  commonOptions(
    program.command("backup").description("write a whole, checked copy").argument("<book>").argument("<file>"),
  ).action((book: string, file: string, options: CommonOptions) => {
    backupBook(book, file, bookOptions(options));
    io.print(options.json ? JSON.stringify({ path: file }) : file);
  });
};

export const restoreCommand: CliCommand = (program, io) => {
  commonOptions(
    program
      .command("restore")
      .description("bring a backup back; a casebook that is there is kept beside it")
      .argument("<file>")
      .argument("<book>"),
  ).action((file: string, book: string, options: CommonOptions) => {
    const kept = restoreBook(file, book, bookOptions(options));
    if (kept !== null) io.say(kept);
    io.print(options.json ? JSON.stringify({ path: book, kept }) : book);
  });
};
