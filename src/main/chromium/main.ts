import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "#shared/errors.ts";
import { describeError } from "#shared/messages/messages.ts";
import { findFolders } from "#main/folders.ts";
import { openLog } from "#main/log.ts";
import { runApplication } from "#main/runApplication.ts";
import { claimProfileFolder } from "./claimProfileFolder.ts";
import { startChromiumShell } from "./chromiumShell.ts";
import { findBrowser } from "./findBrowser.ts";

/*
 * node src/main/chromium/main.ts [CASEBOOK] [--headless] [--check-answers] [--debugging-port N]
 * The last is for end-to-end tests: a second way into the window, over TCP. Without it there is no open port.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    headless: { type: "boolean", default: false },
    "check-answers": { type: "boolean", default: false },
    "debugging-port": { type: "string" },
  },
});
const [bookPath] = positionals;
const root = join(import.meta.dirname, "../../..");
const folders = findFolders();
const log = openLog(folders.state);
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const port = values["debugging-port"];

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return String(version);
}

async function main(): Promise<void> {
  const browser = findBrowser();
  if (browser === undefined) throw new AppError("shell.browser-missing");
  const profile = claimProfileFolder(folders.state);
  try {
    const shell = await startChromiumShell({
      browser,
      profileFolder: profile.folder,
      headless: values.headless || !hasDisplay,
      rendererFolder: join(root, "dist/renderer"),
      pageScript: readFileSync(join(root, "dist/chromium/pageScript.js"), "utf8"),
      downloadsFolder: folders.downloads,
      log,
      ...(port === undefined ? {} : { testPort: Number(port) }),
    });
    // A test that dies must not leave its window behind: its end of the pipe closes with it.
    if (port !== undefined) process.stdin.on("close", () => void shell.quit()).resume();
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void shell.quit());
    await runApplication(shell, {
      core: {
        booksFolder: folders.books,
        stateFolder: folders.state,
        ...(bookPath === undefined ? {} : { bookPath }),
      },
      workerUrl: new URL("../core/worker.ts", import.meta.url),
      version: readVersion(),
      checkAnswers: values["check-answers"],
      log,
    });
  } finally {
    profile.release();
    process.stdin.destroy();
  }
}

try {
  await main();
} catch (error) {
  const language = /^ja/i.test(process.env.LC_ALL ?? process.env.LANG ?? "") ? "ja" : "en";
  if (error instanceof AppError) process.stderr.write(`${describeError(error, language)}\n`);
  else {
    log.writeError("start", error);
    process.stderr.write(`${describeError({ code: "internal", params: {} }, language)}\n${String(error)}\n`);
  }
  process.exitCode = 1;
}
