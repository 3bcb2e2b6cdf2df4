import type { Command } from "commander";
import type { CliIo } from "./cliIo.ts";

/** One word of the command line: declares its arguments and does its work. */
export type CliCommand = (program: Command, io: CliIo) => void;
