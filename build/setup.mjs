#!/usr/bin/env node
// Sets the project up as far as a step needs it, then runs the step: node build/setup.mjs STEP [ARGUMENTS]
// Needs nothing but Node 18 or later: no package is installed when it starts. All it says goes to standard error, so that
// a step's own standard output stays clean.
import { prepareDependencies } from "./setup/dependencies.mjs";
import { buildElectron, buildPages } from "./setup/pages.mjs";
import { chooseShell } from "./setup/window.mjs";
import { runStep } from "./setup/run.mjs";
import { SetupFailure, say } from "./setup/say.mjs";

const OLDEST_NODE = 18;

/** What each step needs before it, and how it is run (arguments of Node 24). "window": the program of the window that was found. */
const STEPS = {
  setup: { needs: ["pages", "window"], run: undefined },
  start: { needs: ["pages", "window"], run: "window", inCallersFolder: true },
  demo: { needs: ["pages", "window"], run: ["test/demo/runDemo.ts"] },
  test: { needs: ["pages", "window"], run: ["build/runChecks.ts", "all"] },
  check: { needs: [], run: ["build/runChecks.ts", "static"] },
  casebook: { needs: [], run: ["src/main/cli/main.ts"], quiet: true, inCallersFolder: true },
  bench: { needs: ["pages", "window"], run: ["test/bench/runBench.ts"] },
  build: { needs: ["pages", "electron-bundle"], run: undefined },
  package: { needs: ["pages", "electron-bundle"], run: ["node_modules/electron-builder/cli.js", "--publish", "never"] },
};

async function main() {
  const [name = "setup", ...args] = process.argv.slice(2);
  const step = STEPS[name];
  if (step === undefined)
    throw new SetupFailure(`There is no step “${name}”; use one of: ${Object.keys(STEPS).join(", ")}.`);
  if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
    throw new SetupFailure(
      `Node ${process.versions.node} is too old to set this up; install Node ${OLDEST_NODE} or later.`,
    );
  }
  await prepareDependencies();
  if (step.needs.includes("pages")) await buildPages();
  if (step.needs.includes("electron-bundle")) await buildElectron();
  const shell = step.needs.includes("window") ? await chooseShell() : undefined;
  if (shell?.kind === "electron") await buildElectron();
  if (shell !== undefined) say(`window   ${shell.description}`);
  if (step.run === undefined) return 0;
  const command = step.run === "window" ? shell.command : { program: "node24", args: step.run };
  return runStep(command, args, { shell, inCallersFolder: step.inCallersFolder === true });
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error;
  say(error.message);
  process.exitCode = 1;
}
