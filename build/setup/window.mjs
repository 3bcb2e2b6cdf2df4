import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { dirname, join } from "node:path";
import { NODE_24, ROOT, stepEnvironment } from "./places.mjs";
import { SetupFailure, capture, lastLines, report, say } from "./say.mjs";

const ELECTRON = join(ROOT, "node_modules", "electron");
/** Kept from trying again for a day, so that a machine without that network waits only once. */
const FAILED = join(ROOT, "node_modules", ".hub-casebook-electron-failed");
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
const PROBE_TIMEOUT_MS = 5_000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;

const isLinux = process.platform === "linux";
const isRoot = isLinux && process.getuid() === 0;
const hasDisplay = !isLinux || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * What will carry the window: Electron where it can run, else the system's Edge, Chrome or Chromium. Electron cannot run
 * without a display, and not with its sandbox as root; there it is not even tried. HUB_CASEBOOK_SHELL=chromium or
 * =electron decides otherwise.
 */
export async function chooseShell() {
  const wanted = process.env.HUB_CASEBOOK_SHELL;
  const mayUseElectron = wanted === "electron" || (wanted !== "chromium" && hasDisplay && !isRoot);
  const electron = mayUseElectron ? await findElectron() : undefined;
  if (electron !== undefined) {
    const { version } = JSON.parse(readFileSync(join(ELECTRON, "package.json"), "utf8"));
    const command = { program: electron, args: [ROOT] };
    return { kind: "electron", path: electron, command, description: `Electron ${version}` };
  }
  if (wanted === "electron")
    throw new SetupFailure("Electron cannot be had here; leave HUB_CASEBOOK_SHELL unset to use a browser.");
  const browser = (await findBrowser()) ?? (await installChromium());
  const notes = [hasDisplay ? "" : "without a display", isRoot ? "as root, so without its sandbox" : ""].filter(
    Boolean,
  );
  const description = `${browser.name} (${browser.path})${notes.length > 0 ? `, ${notes.join(", ")}` : ""}`;
  const command = { program: "node24", args: ["src/main/chromium/main.ts"] };
  return { kind: "chromium", path: browser.path, command, description };
}

function readElectronPath() {
  try {
    const path = join(ELECTRON, "dist", readFileSync(join(ELECTRON, "path.txt"), "utf8"));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

async function findElectron() {
  const present = readElectronPath();
  if (present !== undefined) return present;
  if (existsSync(FAILED) && Date.now() - statSync(FAILED).mtimeMs < RETRY_AFTER_MS) return undefined;
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? "https://github.com/";
  if (await canReach(mirror)) {
    await report("Electron (about 120 MB)", () =>
      capture(NODE_24, [join(ELECTRON, "install.js")], { env: stepEnvironment(), timeoutMs: DOWNLOAD_TIMEOUT_MS }),
    );
  }
  const path = readElectronPath();
  if (path === undefined) {
    say(`Electron cannot be had from ${mirror}; the system's browser is used (tried again tomorrow)`);
    mkdirSync(dirname(FAILED), { recursive: true });
    writeFileSync(FAILED, mirror);
  } else rmSync(FAILED, { force: true });
  return path;
}

/** True when the server answers at all; a closed network often lets a connection hang instead of refusing it. */
function canReach(address) {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => probe.destroy(), PROBE_TIMEOUT_MS);
    const finish = (isReached) => {
      clearTimeout(deadline);
      resolve(isReached);
    };
    const probe = request(address, { method: "HEAD" }, (response) => {
      response.resume();
      finish(true);
    });
    probe.on("error", () => finish(false));
    probe.on("close", () => finish(false));
    probe.end();
  });
}

/** Asks the application itself where it would look, so that there is one list of places. */
async function findBrowser() {
  const { code, output } = await capture(NODE_24, ["build/printBrowser.ts"], { cwd: ROOT, env: stepEnvironment() });
  if (code !== 0) throw new SetupFailure(`Looking for a browser failed:\n${lastLines(output)}`);
  return JSON.parse(output) ?? undefined;
}

const HOW_TO_GET_A_BROWSER =
  "There is neither Electron nor a browser for the window; install Edge, Chrome or Chromium (or name one in HUB_CASEBOOK_BROWSER) and run this again.";

/** Debian and Ubuntu, as root or with a sudo that asks nothing: takes Chromium from the distribution. */
async function installChromium() {
  if (process.env.HUB_CASEBOOK_BROWSER) {
    throw new SetupFailure(
      `HUB_CASEBOOK_BROWSER names ${process.env.HUB_CASEBOOK_BROWSER}, which cannot be run; correct or unset it.`,
    );
  }
  if (!isLinux || !existsSync("/usr/bin/apt-get")) throw new SetupFailure(HOW_TO_GET_A_BROWSER);
  const maySudo = !isRoot && (await capture("sudo", ["-n", "true"], { timeoutMs: 5_000 })).code === 0;
  if (!isRoot && !maySudo)
    throw new SetupFailure(`${HOW_TO_GET_A_BROWSER} On this system: sudo apt-get install chromium`);
  await report("Chromium from the distribution (about 100 MB)", async () => {
    for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
      const [program, all] = isRoot ? ["apt-get", args] : ["sudo", ["-n", "apt-get", ...args]];
      const { code, output } = await capture(program, all, {
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
      if (code !== 0)
        throw new SetupFailure(`“apt-get ${args.join(" ")}” failed. ${HOW_TO_GET_A_BROWSER}\n${lastLines(output)}`);
    }
  });
  const browser = await findBrowser();
  if (browser === undefined) throw new SetupFailure(HOW_TO_GET_A_BROWSER);
  return browser;
}
