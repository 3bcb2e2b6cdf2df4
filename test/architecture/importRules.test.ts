import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { IMPORT_RULES } from "../../build/importRules.ts";

const ROOT = join(import.meta.dirname, "../..");

/** One file a rule that breaks it, and what it breaks it with. */
const OFFENCES: Record<string, Record<string, string>> = {
  "no-cycles": {
    "src/shared/a.ts": 'import { b } from "./b.ts"; export const a = () => b;',
    "src/shared/b.ts": 'import { a } from "./a.ts"; export const b = () => a;',
  },
  "no-unresolvable": { "src/shared/a.ts": 'import "./nowhere.ts";' },
  "no-undeclared-packages": { "src/main/cli/a.ts": 'import "semver";' },
  "no-development-packages-in-the-product": { "src/main/cli/a.ts": 'import "fast-check";' },
  "no-tests-in-the-product": { "src/main/cli/a.ts": 'import "#test/b.ts";', "test/b.ts": "export const b = 1;" },
  "no-orphans": { "src/main/cli/alone.ts": "export const a = 1;" },
  "shared-runs-anywhere": { "src/shared/a.ts": 'import "node:fs";' },
  "shared-needs-zod-alone": { "src/shared/domain/a.ts": 'import "uuid";' },
  "narrative-needs-markdown-alone": { "src/shared/narrative/a.ts": 'import "uuid";' },
  "core-knows-no-shell": {
    "src/main/core/reports/a.ts": 'import "#main/shell.ts";',
    "src/main/shell.ts": "export const a = 1;",
  },
  "only-the-worker-and-threads-know-threads": {
    "src/main/core/reports/a.ts": 'import { parentPort } from "node:worker_threads"; export { parentPort };',
  },
  "a-thread-has-no-book": {
    "src/main/core/reports/countingThread.ts": 'import "./b.ts";',
    "src/main/core/reports/b.ts": 'import "../database/c.ts";',
    "src/main/core/database/c.ts": "export const c = 1;",
  },
  "schema-in-repositories-alone": {
    "src/main/core/reports/reportService.ts": 'import "../database/schema.ts";',
    "src/main/core/database/schema.ts": "export const a = 1;",
  },
  "database-in-the-core-alone": { "src/main/cli/a.ts": 'import "drizzle-orm";' },
  "connections-in-the-database-folder-alone": { "src/main/core/reports/a.ts": 'import "better-sqlite3";' },
  "typst-in-documents-alone": { "src/main/core/publishing/a.ts": 'import "@myriaddreamin/typst.ts/compiler";' },
  "mail-is-pure": {
    "src/main/core/mail/a.ts": 'import "../database/b.ts";',
    "src/main/core/database/b.ts": "export const b = 1;",
  },
  "ground-knows-no-feature": {
    "src/main/core/storage/a.ts": 'import "../reports/b.ts";',
    "src/main/core/reports/b.ts": "export const b = 1;",
  },
  "handlers-are-for-the-core-alone": {
    "src/main/core/cases/a.ts": 'import "../reports/reports.handlers.ts";',
    "src/main/core/reports/reports.handlers.ts": "export const b = 1;",
  },
  "shells-carry-messages": {
    "src/main/electron/a.ts": 'import "#core/createCore.ts";',
    "src/main/core/createCore.ts": "export const b = 1;",
  },
  "shells-know-no-renderer": {
    "src/main/chromium/a.ts": 'import "#renderer/b.ts";',
    "src/renderer/b.ts": "export const b = 1;",
  },
  "electron-knows-no-chromium": {
    "src/main/electron/a.ts": 'import "../chromium/b.ts";',
    "src/main/chromium/b.ts": "export const b = 1;",
  },
  "chromium-knows-no-electron": {
    "src/main/chromium/a.ts": 'import "../electron/b.ts";',
    "src/main/electron/b.ts": "export const b = 1;",
  },
  "electron-in-its-shell-alone": {
    "src/main/chromium/a.ts": 'import type { App } from "electron"; export type A = App;',
  },
  "cli-has-no-window": {
    "src/main/cli/a.ts": 'import "../chromium/b.ts";',
    "src/main/chromium/b.ts": "export const b = 1;",
  },
  "renderer-knows-the-contract-alone": { "src/renderer/ui/a.tsx": 'import "node:path"; export const A = () => <p />;' },
  "features-stand-alone": {
    "src/renderer/features/cases/a.ts": 'import "#renderer/features/reports/b.ts";',
    "src/renderer/features/reports/b.ts": "export const b = 1;",
  },
  "ui-has-no-business": {
    "src/renderer/ui/a.ts": 'import "../features/reports/b.ts";',
    "src/renderer/features/reports/b.ts": "export const b = 1;",
  },
  "data-and-state-know-no-screen": {
    "src/renderer/state/a.ts": 'import "../features/reports/b.ts";',
    "src/renderer/features/reports/b.ts": "export const b = 1;",
  },
  "the-desk-serves-places": {
    "src/renderer/desk/a.ts": 'import "../features/reports/b.ts";',
    "src/renderer/features/reports/b.ts": "export const b = 1;",
  },
  "one-bridge": {
    "src/renderer/features/cases/a.ts": 'import "#renderer/bridge.ts";',
    "src/renderer/bridge.ts": "export const b = 1;",
  },
};

/** A project of one offence's files alone, with this project's packages. */
function rulesBrokenBy(projects: Record<string, Record<string, string>>): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), "imports-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, files] of Object.entries(projects)) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, dirname(path)), { recursive: true });
      writeFileSync(join(folder, name, path), text);
    }
    symlinkSync(join(ROOT, "node_modules"), join(folder, name, "node_modules"), "junction");
    for (const file of ["package.json", "tsconfig.json", "tsconfig.base.json"])
      copyFileSync(join(ROOT, file), join(folder, name, file));
  }
  // The hooks that give dependency-cruiser its compiler work in a plain process only, not under the test runner.
  const script = `
    import { readdirSync, existsSync } from "node:fs";
    import { cruiseImports } from ${JSON.stringify(join(ROOT, "build/cruiseImports.ts"))};
    const found = {};
    for (const name of readdirSync(".").sort()) {
      const folders = ["src", "test"].filter((part) => existsSync(name + "/" + part));
      const { violations } = await cruiseImports(process.cwd() + "/" + name, folders);
      found[name] = [...new Set(violations.map(({ rule }) => rule.name))];
    }
    console.log(JSON.stringify(found));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: folder,
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, string[]>;
}

test("every rule of imports is broken by its offence, so that it would be seen", () => {
  expect(Object.keys(OFFENCES).sort()).toEqual(IMPORT_RULES.map(({ name }) => name ?? "").sort());
  const broken = rulesBrokenBy(OFFENCES);
  for (const rule of Object.keys(OFFENCES))
    expect({ rule, broken: broken[rule] }).toEqual({ rule, broken: expect.arrayContaining([rule]) });
}, 120_000);
