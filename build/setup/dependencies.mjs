import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NODE_24, ROOT } from "./places.mjs";
import { SetupFailure, capture, lastLines, report } from "./say.mjs";

const STAMP = join(ROOT, "node_modules", ".hub-casebook-setup");

/** Changes when other packages, or packages for another machine, are needed. */
function describeWanted() {
  const hash = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  return `${hash} ${process.platform} ${process.arch}`;
}

function isInstalled(wanted) {
  try {
    return readFileSync(STAMP, "utf8") === wanted && existsSync(NODE_24);
  } catch {
    return false;
  }
}

/** True when somebody installed by hand (npm install) exactly what the lockfile says; then nothing must be torn down. */
function matchesLockfile() {
  try {
    const readPackages = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8")).packages;
    const present = readPackages("node_modules/.package-lock.json");
    return (
      existsSync(NODE_24) &&
      Object.entries(readPackages("package-lock.json")).every(
        ([path, { integrity, optional }]) =>
          path === "" || (optional === true && !present[path]) || present[path]?.integrity === integrity,
      )
    );
  } catch {
    return false;
  }
}

/** Installs the packages of the lockfile when it changed since the last time. Without a network nothing is asked of it. */
export async function prepareDependencies() {
  const wanted = describeWanted();
  if (isInstalled(wanted)) return;
  if (matchesLockfile()) return writeFileSync(STAMP, wanted);
  leaveOwnNode();
  await report("packages (npm ci, a few minutes the first time)", installPackages);
  const { code, output } = await capture(NODE_24, ["--version"]);
  if (code !== 0 || !output.startsWith("v24.")) {
    throw new SetupFailure(
      `Node 24 did not come with the packages (${lastLines(output, 1)}); run “npm rebuild node” and then this again.`,
    );
  }
  writeFileSync(STAMP, wanted);
}

/**
 * All packages without their scripts, then Node 24 with its own: no other package needs one, and a script that would
 * compile something (which only some versions of npm hold back) would fail on a machine without compilers.
 */
async function installPackages() {
  // What the lockfile names never changes, so a copy that was fetched before is as good.
  await runNpm(["ci", "--ignore-scripts", "--prefer-offline", "--fetch-retry-maxtimeout=10000"]);
  await runNpm(["rebuild", "node"]);
}

async function runNpm(command) {
  const args = [...command, "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const { code, output } = npm?.endsWith(".js")
    ? await capture(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], { cwd: ROOT })
    : await capture("npm", args, { cwd: ROOT, shell: process.platform === "win32" });
  if (code === 0) return;
  throw new SetupFailure(
    `The packages could not be installed; see what npm says, check that its registry can be reached, and run this again.\n${lastLines(output)}`,
  );
}

/** On Windows a running program cannot be deleted: when this runs on the very Node that npm replaces, go on with a copy. */
function leaveOwnNode() {
  if (process.platform !== "win32" || !process.execPath.toLowerCase().startsWith(ROOT.toLowerCase())) return;
  const copy = join(mkdtempSync(join(tmpdir(), "hub-casebook-")), "node.exe");
  copyFileSync(process.execPath, copy);
  const { status } = spawnSync(copy, process.argv.slice(1), { stdio: "inherit" });
  process.exit(status ?? 1);
}
