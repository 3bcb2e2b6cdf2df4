import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

export type Browser = { name: "Edge" | "Chrome" | "Chromium" | "browser of HUB_CASEBOOK_BROWSER"; path: string };

/** The part of the process that decides where browsers are looked for; given by tests. */
export type Surroundings = {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
  canRun(path: string): boolean;
};

const LINUX_COMMANDS: readonly [Browser["name"], string][] = [
  ["Edge", "microsoft-edge"],
  ["Edge", "microsoft-edge-stable"],
  ["Chrome", "google-chrome"],
  ["Chrome", "google-chrome-stable"],
  ["Chromium", "chromium"],
  ["Chromium", "chromium-browser"],
];

const WINDOWS_PATHS: readonly [Browser["name"], string][] = [
  ["Edge", "Microsoft\\Edge\\Application\\msedge.exe"],
  ["Chrome", "Google\\Chrome\\Application\\chrome.exe"],
  ["Chromium", "Chromium\\Application\\chrome.exe"],
];

const MAC_PATHS: readonly [Browser["name"], string][] = [
  ["Edge", "Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
  ["Chrome", "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
  ["Chromium", "Applications/Chromium.app/Contents/MacOS/Chromium"],
];

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Every place where a browser may be, best first: Edge is on every Windows; the others as they are common. */
function* listCandidates({ platform, environment }: Surroundings): Generator<Browser> {
  const own = environment.HUB_CASEBOOK_BROWSER;
  if (own) yield { name: "browser of HUB_CASEBOOK_BROWSER", path: own };
  if (platform === "win32") {
    const roots = ["ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"].map((name) => environment[name]);
    for (const [name, path] of WINDOWS_PATHS) {
      for (const root of roots) if (root) yield { name, path: `${root}\\${path}` };
    }
  } else if (platform === "darwin") {
    for (const [name, path] of MAC_PATHS) {
      for (const root of ["/", environment.HOME ?? "/"]) yield { name, path: join(root, path) };
    }
  } else {
    const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
    for (const [name, command] of LINUX_COMMANDS) {
      for (const folder of folders) yield { name, path: join(folder, command) };
    }
  }
}

/**
 * The system's browser that can carry the window, or undefined. `HUB_CASEBOOK_BROWSER` names another; when it names
 * something that cannot run, nothing else is taken in its place.
 */
export function findBrowser(
  surroundings: Surroundings = { platform: process.platform, environment: process.env, canRun },
): Browser | undefined {
  for (const candidate of listCandidates(surroundings)) {
    if (surroundings.canRun(candidate.path)) return candidate;
    if (candidate.path === surroundings.environment.HUB_CASEBOOK_BROWSER) return undefined;
  }
  return undefined;
}
