import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileRoster } from "#core/sanitising/compileRoster.ts";
import { loadTokenizer } from "#core/sanitising/novelty.ts";
import { sanitise } from "#core/sanitising/sanitise.ts";
import { scan } from "#core/sanitising/scan.ts";
import { generateCases } from "../sanitising/generateCases.ts";
import { inventRoster, type Invented } from "../sanitising/inventRoster.ts";
import { measure, type Measured } from "./measure.ts";

export type ScanTimes = {
  organizations: number;
  characters: number;
  compile: Measured;
  pages: Measured;
  paragraph: Measured;
  sanitise: Measured;
  commandLine: Measured;
};

const ORGANIZATIONS = 6_000;
/** 50 dense pages. */
const CHARACTERS = 60_000;
const PARAGRAPH = 300;
const RUNS = 5;

/** Scanning a text full of encoded identifiers for a large roster: piece by piece, and as a command of its own. */
export async function benchScan(folder: string): Promise<ScanTimes> {
  const invented = inventRoster(ORGANIZATIONS);
  const cases = generateCases(invented, { seed: 7, cases: 60, mustsPerCase: 24, templates: "held-out" });
  const text = cases
    .map(({ text: one }) => one)
    .join("\n")
    .slice(0, CHARACTERS);
  const roster = compileRoster(invented);
  const options = { parties: cases.slice(0, 5).flatMap(({ parties }) => parties), tokenizer: await loadTokenizer() };
  const findings = scan(text, roster, options);
  let start = 0;
  const nextParagraph = () => text.slice((start = (start + PARAGRAPH) % (CHARACTERS - PARAGRAPH)), start + PARAGRAPH);
  return {
    organizations: ORGANIZATIONS,
    characters: text.length,
    compile: await measure(() => compileRoster(invented), RUNS),
    pages: await measure(() => scan(text, roster, options), RUNS),
    paragraph: await measure(() => scan(nextParagraph(), roster, options), RUNS * 10),
    sanitise: await measure(() => sanitise(text, findings, roster, options), RUNS),
    commandLine: await benchCommand(folder, invented, text, options.parties),
  };
}

async function benchCommand(folder: string, invented: readonly Invented[], text: string, parties: readonly string[]) {
  const [book, lines, file] = ["scan.casebook", "roster.ndjson", "dense.txt"].map((name) => join(folder, name));
  const roster = invented.map(({ romaji: _, people: _people, industries: _industries, parent, ...organization }) => ({
    type: "organization",
    ...organization,
    ...(parent && { parent }),
  }));
  const objects = [{ type: "casebook", version: 1 }, ...roster];
  writeFileSync(lines ?? "", objects.map((object) => JSON.stringify(object)).join("\n"));
  writeFileSync(file ?? "", text);
  casebook("new", book ?? "");
  casebook("load", book ?? "", lines ?? "");
  return measure(() => casebook("scan", book ?? "", file ?? "", "--json", "--parties", parties.join(",")), RUNS);
}

function casebook(...args: string[]): void {
  const main = join(import.meta.dirname, "../../src/main/cli/main.ts");
  const { status, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: "utf8",
    maxBuffer: 100_000_000,
    env: { ...process.env, CASEBOOK_PASSPHRASE: "himitsu-desu" },
  });
  if (status !== 0) throw new Error(`casebook ${args[0]}: ${stderr}`);
}
