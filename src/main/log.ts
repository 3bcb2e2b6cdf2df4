import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

export type Log = {
  write(line: string): void;
  /** Writes the error with its stack and causes. A log may stay on this machine only: stacks name files. */
  writeError(what: string, error: unknown): void;
};

const MAX_BYTES = 1_000_000;

/** One text file in the state folder and the one before it; a log that cannot be written never stops the work. */
export function openLog(stateFolder: string): Log {
  const path = join(stateFolder, "hub-casebook.log");
  const write = (line: string) => {
    try {
      mkdirSync(stateFolder, { recursive: true });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(path, `${path}.old`);
      appendFileSync(path, `${new Date().toISOString()} ${line}\n`);
    } catch {
      // Full disk, no rights: what the user does must go on.
    }
  };
  return {
    write,
    writeError(what, error) {
      const lines = [`error ${what}`];
      for (let cause: unknown = error; cause !== undefined; cause = cause instanceof Error ? cause.cause : undefined) {
        lines.push(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
      }
      write(lines.join("\n  "));
    },
  };
}
