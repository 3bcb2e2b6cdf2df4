import { spawn } from "node:child_process";
import { NODE_24, ROOT, stepEnvironment } from "./places.mjs";

/**
 * Runs a step to its end and answers its exit code. An end from outside is passed on, so that the step can tidy up.
 */
export function runStep({ program, args: ownArgs }, args, { shell, inCallersFolder }) {
  const callersFolder = process.env.INIT_CWD ?? process.cwd();
  const env = stepEnvironment({
    // Left behind by "npm run" of an older Node; a step runs on Node 24 and so do the programs it starts.
    npm_node_execpath: NODE_24,
    ...(shell === undefined ? {} : { HUB_CASEBOOK_SHELL: shell.kind }),
    ...(shell?.kind === "chromium" ? { HUB_CASEBOOK_BROWSER: shell.path } : {}),
  });
  const path = (arg) => (/\.(ts|js)$/.test(arg) ? `${ROOT}${arg}` : arg);
  const child = spawn(program === "node24" ? NODE_24 : program, [...ownArgs.map(path), ...args], {
    cwd: inCallersFolder ? callersFolder : ROOT,
    env,
    stdio: "inherit",
  });
  // A terminal sends Ctrl+C to both; this one waits for the step's own end.
  process.on("SIGINT", () => undefined);
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
