import { join } from "node:path";
import { app, session as sessions } from "electron";
import { openAppAssets } from "#main/appAssets.ts";
import { findFolders } from "#main/folders.ts";
import { openLog } from "#main/log.ts";
import { runApplication } from "#main/runApplication.ts";
import { declareAppScheme, serveAppScheme } from "./appProtocol.ts";
import { createElectronShell } from "./electronShell.ts";
import { cutOffNetwork, hardenAllContents, hardenSession } from "./hardening.ts";
import { setApplicationMenu } from "./menu.ts";

/*
 * Electron's main process. Written and type-checked against Electron 45's own declarations; it is run wherever Electron's
 * binary can be had. It is bundled to dist/electron, which mirrors the source tree (see build/vite.electron.config.ts).
 */
const folders = findFolders();
const log = openLog(folders.state);
/** dist/electron/src/main/electron -> dist */
const dist = join(import.meta.dirname, "../../../..");

/** The casebook named on the command line; Electron's own arguments come before it when it is not packaged. */
function readBookPath(): string | undefined {
  return process.argv.slice(app.isPackaged ? 1 : 2).find((argument) => !argument.startsWith("-"));
}

async function main(): Promise<void> {
  await app.whenReady();
  const session = sessions.fromPartition("persist:casebook");
  hardenSession(session, log);
  serveAppScheme(session, openAppAssets(join(dist, "renderer")));
  setApplicationMenu();
  const bookPath = readBookPath();
  const shell = createElectronShell({
    session,
    preloadPath: join(dist, "electron/preload.cjs"),
    stateFolder: folders.state,
    downloadsFolder: folders.downloads,
  });
  await runApplication(shell, {
    core: {
      booksFolder: folders.books,
      stateFolder: folders.state,
      ...(bookPath === undefined ? {} : { bookPath }),
    },
    workerUrl: new URL("../core/worker.js", import.meta.url),
    version: app.getVersion(),
    checkAnswers: process.argv.includes("--check-answers"),
    log,
  });
}

// Chromium's own files lie with the rest of the state, so that a portable casebook leaves nothing elsewhere.
app.setPath("userData", join(folders.state, "electron"));
// A second start shows the first one's window: the profile and the open book belong to one process.
if (app.requestSingleInstanceLock()) {
  cutOffNetwork();
  declareAppScheme();
  hardenAllContents(log);
  // Without a listener Electron would quit before the core has closed the book; runApplication quits after it.
  app.on("window-all-closed", () => undefined);
  main().catch((error: unknown) => {
    log.writeError("start", error);
    process.stderr.write(`${String(error)}\n`);
    app.exit(1);
  });
} else app.quit();
