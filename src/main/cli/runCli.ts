import { Command, CommanderError } from "commander";
import type { CliIo } from "./cliIo.ts";
import type { CliCommand } from "./command.ts";
import { backupCommand, newCommand, restoreCommand, sampleCommand, verifyCommand } from "./commands/books.ts";
import { dumpCommand, loadCommand } from "./commands/exchange.ts";
import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/intake.ts";
import { reportCommand } from "./commands/publishing.ts";
import { countsCommand, freezeCommand, revisionsCommand } from "./commands/quarters.ts";
import { relatedCommand } from "./commands/related.ts";
import { scanCommand } from "./commands/scan.ts";
import { searchCommand } from "./commands/search.ts";
import { writeupCommand } from "./commands/writeup.ts";
import { EXIT, exitCodeOf, ImportRefused, VerifyFailed } from "./exitCodes.ts";
import { sentenceOf } from "./sentenceOf.ts";

const COMMANDS: readonly CliCommand[] = [
  newCommand,
  sampleCommand,
  loadCommand,
  dumpCommand,
  importCommand,
  countsCommand,
  freezeCommand,
  revisionsCommand,
  reportCommand,
  searchCommand,
  relatedCommand,
  scanCommand,
  writeupCommand,
  exportCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
];

function createProgram(io: CliIo): Command {
  const program = new Command("casebook")
    .description("Hub Casebook from the command line (interchange format version 1)")
    .exitOverride()
    .configureOutput({ writeErr: (text) => io.say(text.trimEnd()), writeOut: (text) => io.print(text.trimEnd()) });
  for (const register of COMMANDS) register(program, io);
  return program;
}

/** @returns the exit code; nothing is thrown */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  try {
    await createProgram(io).parseAsync([...args], { from: "user" });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (!(error instanceof VerifyFailed || error instanceof ImportRefused)) io.say(sentenceOf(error));
    return exitCodeOf(error);
  }
}
