import { enableCompileCache } from "node:module";
import { writeSync } from "node:fs";
import { preferCommonJs } from "#core/preferCommonJs.ts";

/** Written at once, so that nothing is lost when a pipe is slow or closed early. */
function writeAll(handle: 1 | 2, text: string): void {
  const bytes = Buffer.from(`${text}\n`, "utf8");
  for (let written = 0; written < bytes.byteLength;) {
    try {
      written += writeSync(handle, bytes, written);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EAGAIN") continue;
      if (error instanceof Error && "code" in error && error.code === "EPIPE") process.exit(0);
      throw error;
    }
  }
}

// What was compiled once need not be again: a third off the time to the first word.
enableCompileCache();
preferCommonJs();
const { runCli } = await import("./runCli.ts");

process.exitCode = await runCli(process.argv.slice(2), {
  print: (text) => writeAll(1, text),
  say: (text) => writeAll(2, text),
});
