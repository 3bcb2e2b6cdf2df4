import { InvalidArgumentError, type Command } from "commander";
import { isQuarter, type Quarter } from "#shared/domain/quarter.ts";

/** `--json`, `--passphrase-file` and `--by`, the same on every command. */
export function commonOptions(command: Command): Command {
  return command
    .option("--json", "print one JSON value")
    .option("--passphrase-file <file>", "file that holds the passphrase (else CASEBOOK_PASSPHRASE)")
    .option("--by <name>", "who acts, for the audit (else the account's name)");
}

/** For `--quarter`. */
export function parseQuarter(text: string): Quarter {
  if (!isQuarter(text)) throw new InvalidArgumentError(`"${text}" is no quarter; write it like 2022Q4`);
  return text;
}
