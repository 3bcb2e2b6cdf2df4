import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "#shared/errors.ts";
import type { Transport } from "#shared/rpc/transport.ts";
import { openAppAssets, type AppAssets } from "#main/appAssets.ts";
import type { Log } from "#main/log.ts";
import { saveCopyInFolder } from "#main/saveCopyInFolder.ts";
import type { Shell } from "#main/shell.ts";
import { openInBrowser, revealFile } from "#main/systemOpener.ts";
import { startBrowser, type BrowserOptions, type BrowserProcess } from "./browserProcess.ts";
import type { DevtoolsPipe } from "./devtoolsPipe.ts";
import { openDevtoolsSession, type DevtoolsSession } from "./devtoolsSession.ts";
import { connectPages } from "./pageConnections.ts";
import { APP_ORIGIN, serveAssets } from "./serveAssets.ts";

export type ChromiumShellOptions = Omit<BrowserOptions, "address"> & {
  /** The built page (dist/renderer). */
  rendererFolder: string;
  /** The built page script (dist/chromium/pageScript.js), as text. */
  pageScript: string;
  downloadsFolder: string;
  log: Log;
};

/** A browser that is forbidden to be driven says nothing at all; a slow disk answers within this time. */
const FIRST_ANSWER_TIMEOUT_MS = 20_000;

/**
 * Starts the browser with the application's window. Fails with `shell.driving-forbidden` when a policy of the
 * organisation forbids DevTools, with `shell.browser-failed` when the browser does not come up.
 */
export async function startChromiumShell(options: ChromiumShellOptions): Promise<Shell> {
  const assets = openAppAssets(options.rendererFolder);
  const browser = await startBrowser({ ...options, address: `${APP_ORIGIN}/` }).catch((error: unknown) => {
    throw new AppError("shell.browser-failed", { browser: options.browser.path, reason: String(error) });
  });
  const engine = await readEngine(browser, options.browser.path);
  const savedPaths = new Map<string, string>();
  const quitListeners: (() => void)[] = [];
  const announceQuit = () => {
    for (const listener of quitListeners.splice(0)) listener();
  };
  browser.onExit(announceQuit);

  return {
    kind: "chromium",
    engine,
    openWindow: (onPage) => openWindow(browser.pipe, { assets, ...options, onPage, onClosed: announceQuit }),
    async saveCopy(copy) {
      const path = await saveCopyInFolder(options.downloadsFolder, copy);
      const token = randomUUID();
      savedPaths.set(token, path);
      return { savedAs: basename(path), token };
    },
    async reveal(token) {
      const path = savedPaths.get(token);
      if (path !== undefined) revealFile(path);
    },
    openExternal: async (url) => openInBrowser(url),
    onQuit: (listener) => void quitListeners.push(listener),
    quit: () => browser.close(),
  };
}

/** The browser's name and version; its first answer, so also the proof that it can be driven. */
async function readEngine(browser: BrowserProcess, path: string): Promise<string> {
  const answer = browser.pipe.send("Browser.getVersion").catch(() => undefined);
  const version = await Promise.race([answer, wait(FIRST_ANSWER_TIMEOUT_MS, undefined, { ref: false })]);
  if (version !== undefined) return String(version.product).replace("/", " ");
  const complaints = browser.readComplaints();
  await browser.close();
  // Written by Chromium (and so by Edge) when the policy RemoteDebuggingAllowed is off.
  if (/remote debugging is disallowed/i.test(complaints))
    throw new AppError("shell.driving-forbidden", { browser: path });
  const reason = complaints.trim().split("\n").at(-1) ?? "";
  throw new AppError("shell.browser-failed", { browser: path, reason });
}

type WindowOptions = {
  assets: AppAssets;
  pageScript: string;
  log: Log;
  onPage(transport: Transport): void;
  onClosed(): void;
};

/**
 * Takes over the window that the browser opened at its start. Every other page that ever appears (window.open, Ctrl+N,
 * a link) is stopped before it runs and closed.
 */
async function openWindow(pipe: DevtoolsPipe, options: WindowOptions): Promise<void> {
  const browser = openDevtoolsSession(pipe);
  let windowSession: string | undefined;
  let found: (target: { targetId: string; sessionId: string }) => void = () => undefined;
  const firstPage = new Promise<{ targetId: string; sessionId: string }>((resolve) => (found = resolve));

  browser.on("Target.attachedToTarget", ({ sessionId, targetInfo: { targetId, type, url } }) => {
    if (type === "page" && windowSession === undefined) {
      windowSession = sessionId;
      return found({ targetId, sessionId });
    }
    if (type === "page") {
      options.log.write(`refused a window for ${url}`);
      void browser.send("Target.closeTarget", { targetId }).catch(() => undefined);
      return;
    }
    void openDevtoolsSession(pipe, sessionId)
      .send("Runtime.runIfWaitingForDebugger")
      .catch(() => undefined);
  });
  let endPages: () => void = () => undefined;
  browser.on("Target.detachedFromTarget", ({ sessionId }) => {
    if (sessionId !== windowSession) return;
    endPages();
    options.onClosed();
  });
  pipe.onClose(() => endPages());
  await browser.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  await browser.send("Browser.setDownloadBehavior", { behavior: "deny" });
  // Names the one permission the page may use (copying text as a person asks for it) and so denies all others.
  await browser.send("Browser.grantPermissions", { origin: APP_ORIGIN, permissions: ["clipboardSanitizedWrite"] });

  const { targetId, sessionId } = await firstPage;
  const page = openDevtoolsSession(pipe, sessionId);
  endPages = await preparePage(page, targetId, options);
  await page.send("Runtime.runIfWaitingForDebugger");
  await page.send("Page.navigate", { url: `${APP_ORIGIN}/` });
}

/** Answers what ends the transports of its pages. */
async function preparePage(page: DevtoolsSession, mainFrameId: string, options: WindowOptions): Promise<() => void> {
  await page.send("Page.enable");
  await serveAssets(page, options.assets, (url) => options.log.write(`refused a request for ${url}`));
  const endPages = await connectPages(page, mainFrameId, options.pageScript, options.onPage);
  // A page that died (no memory, a fault of the engine) comes back; what was typed is saved as it is typed.
  page.on("Inspector.targetCrashed", () => {
    options.log.write("the page died and is loaded anew");
    void page.send("Page.reload").catch(() => undefined);
  });
  await page.send("Inspector.enable");
  // Requests for other places are refused before this; what needs no request (about:blank, blob:) is undone here.
  let isShown = false;
  page.on("Page.frameNavigated", ({ frame: { url, parentId } }) => {
    if (parentId !== undefined) return;
    const isOurs = new URL(url).origin === APP_ORIGIN;
    if (isShown && !isOurs) void page.send("Page.navigate", { url: `${APP_ORIGIN}/` }).catch(() => undefined);
    isShown ||= isOurs;
  });
  return endPages;
}
