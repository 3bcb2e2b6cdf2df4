import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { NODE_24, ROOT, stepEnvironment } from "./places.mjs";
import { SetupFailure, capture, lastLines, report } from "./say.mjs";

/** Builds: name, what it is made from, the Vite configurations that make it, a file that must be there afterwards. */
const PAGES = {
  name: "pages",
  from: ["src/renderer", "src/shared", "src/main/chromium/pageScript.ts", "build", "package-lock.json"],
  configs: ["build/vite.renderer.config.ts", "build/vite.pageScript.config.ts"],
  makes: ["dist/renderer/index.html", "dist/chromium/pageScript.js"],
};
const ELECTRON = {
  name: "Electron's scripts",
  from: ["src/main", "src/shared", "migrations", "build", "package-lock.json"],
  configs: ["build/vite.electron.config.ts", "build/vite.preload.config.ts"],
  makes: ["dist/electron/src/main/electron/main.js", "dist/electron/preload.cjs"],
};

export const buildPages = () => build(PAGES);
export const buildElectron = () => build(ELECTRON);

function* listFiles(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return;
  let entries;
  try {
    entries = readdirSync(full, { withFileTypes: true });
  } catch {
    yield path;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (/\.test\.tsx?$/.test(entry.name)) continue;
    yield* entry.isDirectory() ? listFiles(`${path}/${entry.name}`) : [`${path}/${entry.name}`];
  }
}

function hashFiles(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((from) => [...listFiles(from)])) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(ROOT, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Builds unless the same inputs were built before. */
async function build({ name, from, configs, makes }) {
  const wanted = hashFiles(from);
  const stamp = join(ROOT, "dist", `.${name.replaceAll(/\W+/g, "-")}.built`);
  const isBuilt = existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (isBuilt && makes.every((path) => existsSync(join(ROOT, path)))) return;
  await report(name, async () => {
    const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
    const environment = { cwd: ROOT, env: stepEnvironment() };
    const runs = configs.map((config) => capture(NODE_24, [vite, "build", "--config", config], environment));
    for (const { code, output } of await Promise.all(runs)) {
      if (code !== 0) throw new SetupFailure(`Building failed:\n${lastLines(output, 30)}`);
    }
  });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
