import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/*
 * node build/runChecks.ts static|all: type-check, lint, dependency rules, formatting; with "all" the tests too. Prints a
 * line a step with its time, what a failed step said, and at the end "N passed, N failed": the tests of both runners,
 * and every failed step that is not a test.
 */
const root = join(import.meta.dirname, "..");
const resultsFolder = join(root, "node_modules/.cache/hub-casebook");
const vitestResults = join(resultsFolder, "vitest.json");
const playwrightResults = join(resultsFolder, "playwright.json");

type Counts = { passed: number; failed: number };
type Check = {
  name: string;
  /** A program of node_modules, by the path of its script. */
  script: string;
  args: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** Present for a test runner: counts from the results that it wrote. */
  readCounts?: () => Counts;
};

const TSC = "node_modules/typescript/bin/tsc";
const staticChecks: readonly Check[] = [
  ...["src/shared", "src/main", "src/renderer", "."].map((folder) => ({
    name: `types    ${folder === "." ? "everything, with tests" : folder}`,
    script: TSC,
    args: ["-p", folder],
  })),
  { name: "lint     oxlint", script: "node_modules/oxlint/bin/oxlint", args: ["--deny-warnings"] },
  {
    name: "imports  dependency rules",
    script: "build/checkImports.ts",
    args: [],
  },
  {
    name: "format   prettier",
    script: "node_modules/prettier/bin/prettier.cjs",
    args: ["--check", "--log-level=warn", "."],
  },
];

const vitestSummary = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });
const playwrightSummary = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

const tests: readonly Check[] = [
  {
    name: "tests    unit and integration",
    script: "node_modules/vitest/vitest.mjs",
    args: ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${vitestResults}`],
    readCounts() {
      const { numPassedTests, numFailedTests } = vitestSummary.parse(readJson(vitestResults));
      return { passed: numPassedTests, failed: numFailedTests };
    },
  },
  {
    name: "tests    end to end, in a real window",
    script: "node_modules/@playwright/test/cli.js",
    args: ["test", "--config", "test/e2e/playwright.config.ts", "--reporter=list,json"],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightResults, PLAYWRIGHT_FORCE_TTY: "0" },
    readCounts() {
      const { expected, unexpected, flaky } = playwrightSummary.parse(readJson(playwrightResults)).stats;
      return { passed: expected + flaky, failed: unexpected };
    },
  },
];

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Runs one check and answers what it counted; a runner that failed without naming a test counts as one failure. */
async function run({ name, script, args, environment, readCounts }: Check): Promise<Counts> {
  const startedAt = performance.now();
  const { exitCode, output } = await runScript(script, args, environment ?? {});
  const counts = readCountsSafely(readCounts);
  const isGood = exitCode === 0 && counts.failed === 0;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const what = readCounts === undefined ? "" : `  ${counts.passed} passed, ${counts.failed} failed`;
  process.stdout.write(`${isGood ? "ok    " : "FAILED"} ${name.padEnd(42)} ${seconds.padStart(6)} s${what}\n`);
  if (!isGood) process.stdout.write(`${output.trimEnd()}\n\n`);
  return isGood ? counts : { passed: counts.passed, failed: Math.max(1, counts.failed) };
}

function readCountsSafely(readCounts: (() => Counts) | undefined): Counts {
  try {
    return readCounts?.() ?? { passed: 0, failed: 0 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function runScript(script: string, args: readonly string[], environment: Readonly<Record<string, string>>) {
  return new Promise<{ exitCode: number; output: string }>((resolve) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    child.on("error", (error) => resolve({ exitCode: 127, output: `${output}\n${String(error)}` }));
    child.on("close", (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

/** At most two at a time: the machine this must be quick on has two cores. */
async function runTwoAtATime(checks: readonly Check[]): Promise<Counts[]> {
  const waiting = [...checks];
  const done: Counts[] = [];
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) done.push(await run(check));
  };
  await Promise.all([work(), work()]);
  return done;
}

const what = process.argv[2] ?? "all";
rmSync(resultsFolder, { recursive: true, force: true });
mkdirSync(resultsFolder, { recursive: true });
const results = await runTwoAtATime(staticChecks);
if (what === "all") for (const test of tests) results.push(await run(test));
const passed = results.reduce((sum, counts) => sum + counts.passed, 0);
const failed = results.reduce((sum, counts) => sum + counts.failed, 0);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
