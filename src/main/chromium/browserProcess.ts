import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { Readable, Writable } from "node:stream";
import type { Browser } from "./findBrowser.ts";
import { preparePreferences } from "./profilePreferences.ts";
import { openDevtoolsPipe, type DevtoolsPipe } from "./devtoolsPipe.ts";

export type BrowserOptions = {
  browser: Browser;
  /** The window's own profile: its size and place, never the user's browsing data. */
  profileFolder: string;
  /** Address that the app window belongs to. */
  address: string;
  headless: boolean;
  /** For end-to-end tests only: a second way in, over a TCP port on this machine. */
  testPort?: number;
};

export type BrowserProcess = {
  pipe: DevtoolsPipe;
  onExit(listener: () => void): void;
  /** What the browser wrote on its standard error, newest last; for the log and for telling why it did not start. */
  readComplaints(): string;
  /** Asks the browser to close, and ends it if it does not. */
  close(): Promise<void>;
};

/** Parts of the browser that would talk to somebody, or to the user about something that is not the casebook. */
const UNWANTED_FEATURES = [
  "AutofillServerCommunication",
  "CertificateTransparencyComponentUpdater",
  "DialMediaRouteProvider",
  "InterestFeedContentSuggestions",
  "MediaRouter",
  "OptimizationHints",
  "Translate",
  "msEdgeSidebarV2",
  "msEdgeShoppingUI",
];

/** Nobody listens on this port, which only an administrator could open; the system's own proxies are not asked. */
const NO_PROXY_AT_ALL = "http://127.0.0.1:1";

/**
 * Flags of the browser. All its traffic is sent to a proxy that does not exist, names unresolved: even a request that
 * escaped the shell's interception could reach nobody. (`--host-resolver-rules` would do the same, but the browser warns
 * of that flag over the page.)
 */
export function listBrowserFlags(options: BrowserOptions, asRootOnLinux: boolean): string[] {
  const isNewProfile = !existsSync(options.profileFolder);
  return [
    "--remote-debugging-pipe",
    `--user-data-dir=${options.profileFolder}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--no-service-autorun",
    "--no-pings",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-save-password-bubble",
    "--disable-sync",
    "--disable-search-engine-choice-screen",
    "--hide-crash-restore-bubble",
    "--metrics-recording-only",
    "--password-store=basic",
    "--use-mock-keychain",
    `--disable-features=${UNWANTED_FEATURES.join(",")}`,
    `--proxy-server=${NO_PROXY_AT_ALL}`,
    "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    ...(isNewProfile || options.headless ? ["--window-size=1440,900"] : []),
    ...(options.headless ? ["--headless=new", "--hide-scrollbars"] : []),
    // Chromium refuses to start as root with its sandbox. Only build machines and containers are used that way.
    ...(asRootOnLinux ? ["--no-sandbox"] : []),
    ...(options.testPort === undefined ? [] : [`--remote-debugging-port=${options.testPort}`]),
    `--app=${options.address}`,
  ];
}

export function isRootOnLinux(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0;
}

const CLOSE_TIMEOUT_MS = 3_000;
const MAX_COMPLAINTS = 20;

/**
 * Under the C locale (none set, as in a bare container) Chromium's page stops answering at times, once Japanese is typed;
 * every Linux has C.UTF-8. Other systems take no notice of these.
 */
function withUtf8Locale(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inForce = environment.LC_ALL || environment.LC_CTYPE || environment.LANG || "";
  return /utf-?8/i.test(inForce) ? environment : { ...environment, LC_ALL: "C.UTF-8" };
}

/** Starts the browser with its window and opens the DevTools pipe. Rejects when it cannot be started at all. */
export async function startBrowser(options: BrowserOptions): Promise<BrowserProcess> {
  const flags = listBrowserFlags(options, isRootOnLinux());
  preparePreferences(options.profileFolder);
  const child = spawn(options.browser.path, flags, {
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    env: withUtf8Locale(process.env),
  });
  await new Promise<void>((resolve, reject) => child.once("spawn", resolve).once("error", reject));
  const complaints: string[] = [];
  child.stderr?.on("data", (chunk: Buffer) => {
    complaints.push(chunk.toString("utf8"));
    if (complaints.length > MAX_COMPLAINTS) complaints.shift();
  });
  const [, , , toBrowser, fromBrowser] = child.stdio;
  if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable))
    throw new Error("no pipes to the browser");
  const pipe = openDevtoolsPipe(toBrowser, fromBrowser);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    pipe,
    onExit: (listener) => void exited.then(listener),
    readComplaints: () => complaints.join(""),
    close: () => closeBrowser(child, pipe, exited),
  };
}

async function closeBrowser(child: ChildProcess, pipe: DevtoolsPipe, exited: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Its answer may be lost with the browser itself.
  void pipe.send("Browser.close").catch(() => undefined);
  const isGone = await Promise.race([exited.then(() => true), wait(CLOSE_TIMEOUT_MS, false, { ref: false })]);
  if (!isGone) child.kill("SIGKILL");
}
