import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { benchBook, type Comparison } from "./benchBook.ts";
import { benchExport } from "./benchExport.ts";
import { benchGate } from "./benchGate.ts";
import { benchMails } from "./benchMails.ts";
import { benchReport } from "./benchReport.ts";
import { benchScan } from "./benchScan.ts";
import { benchWindow } from "./benchWindow.ts";
import { makeBigBook } from "./makeBigBook.ts";
import type { Measured } from "./measure.ts";

/*
 * npm run bench [-- LARGEST]: prints a table and writes out/bench.json. Every figure is the median of several runs; where
 * two are compared they ran in turn, in this same run, so that a ratio holds on any machine. LARGEST (default 100000)
 * leaves out the larger books.
 */
const SIZES = [1_000, 10_000, 100_000];
const MAILS = 300;
const WINDOW_RUNS = 3;
/** Observables of the books that are exported: four times as many may take four times as long. */
const EXPORTED = [5_000, 20_000] as const;

const root = join(import.meta.dirname, "../..");
const largest = Number(process.argv[2] ?? SIZES.at(-1));
const folder = mkdtempSync(join(tmpdir(), "hub-casebook-bench-"));
const say = (line: string) => process.stdout.write(`${line}\n`);

const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
const row = (cells: readonly string[]) =>
  say(
    `  ${(cells[0] ?? "").padEnd(86)}${cells
      .slice(1)
      .map((cell) => cell.padStart(12))
      .join("")}`,
  );

function printBook(reports: number, comparisons: readonly Comparison[], { lines, loadMs, mb }: Loaded): void {
  say(
    `\n${reports.toLocaleString("en")} reports (${lines.toLocaleString("en")} lines loaded in ${(loadMs / 1000).toFixed(1)} s, ${mb} MB)`,
  );
  row(["", "casebook", "raw SQLite", "ratio"]);
  for (const { what, ours, theirs, ratio } of comparisons) {
    row([what, ms(ours.medianMs), ms(theirs.medianMs), `${ratio.toFixed(1)} ×`]);
  }
}

type Loaded = { lines: number; loadMs: number; mb: number };

async function benchBooks() {
  const books = [];
  for (const reports of SIZES.filter((size) => size <= largest)) {
    const path = join(folder, `${reports}.casebook`);
    process.stderr.write(`making a casebook of ${reports.toLocaleString("en")} reports\n`);
    const { lines, loadMs } = makeBigBook(path, reports);
    copyFileSync(path, `${path}.copy`);
    const loaded = { lines, loadMs, mb: Math.round(statSync(path).size / 1e6) };
    const comparisons = await benchBook(path, `${path}.copy`, reports);
    printBook(reports, comparisons, loaded);
    books.push({ reports, ...loaded, comparisons });
  }
  return books;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** A machine without a browser can still measure the rest. */
function tellWhy(error: unknown): null {
  say(`  not measured: ${error instanceof Error ? error.message : String(error)}`);
  return null;
}

function printTimes(what: string, times: Measured | number): void {
  row([what, ms(typeof times === "number" ? times : times.medianMs)]);
}

try {
  const machine = {
    processor: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    at: new Date().toISOString(),
  };
  say(`${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}`);
  say("casebook: what a screen asks of the core, checked and named. raw SQLite: plain statements for the same rows or");
  say("numbers, prepared once, on a copy of the same encrypted file, in turn with it. Opening derives a key.");
  const books = await benchBooks();

  say("\nthe quarterly report of the sample");
  const report = await benchReport(join(folder, "sample.casebook"));
  printTimes(`Typst, ${report.pages} pages: the first`, report.firstMs);
  printTimes("Typst: again", report.again);
  if (report.chromium) {
    const { pages, startMs, firstMs, again } = report.chromium;
    printTimes("Chromium's start", startMs);
    printTimes(`Chromium, the same words on ${pages} pages without figures: the first`, firstMs);
    printTimes("Chromium: again", again);
    row(["Typst to Chromium, again", `${(report.again.medianMs / again.medianMs).toFixed(2)} ×`]);
  }

  say("\nthe gate's last look at the same report");
  const gate = await benchGate(join(folder, "gate.casebook"));
  printTimes(`read back, ${gate.pages} pages`, gate.readBack);
  printTimes("read back and scanned", gate.whole);

  const [small, large] = EXPORTED;
  say(
    `\nexports through the gate, of ${EXPORTED.map((count) => count.toLocaleString("en")).join(" and ")} observables`,
  );
  const exported = [await benchExport(folder, small), await benchExport(folder, large)] as const;
  row(["", "5,000", "20,000", "ratio"]);
  for (const [index, { format, gateMs, writingMs }] of exported[0].formats.entries()) {
    const more = exported[1].formats[index];
    if (!more) continue;
    row([
      `${format}: gathered, written, read back, scanned`,
      ms(gateMs),
      ms(more.gateMs),
      `${(more.gateMs / gateMs).toFixed(1)} ×`,
    ]);
    row([
      `${format}: written alone`,
      ms(writingMs),
      ms(more.writingMs),
      `${(more.writingMs / writingMs).toFixed(1)} ×`,
    ]);
  }

  say("\nscanning for identifiers");
  const scanning = await benchScan(folder);
  printTimes(`compiling a roster of ${scanning.organizations.toLocaleString("en")} organisations`, scanning.compile);
  printTimes(`50 dense pages (${scanning.characters.toLocaleString("en")} characters)`, scanning.pages);
  printTimes("masking them", scanning.sanitise);
  printTimes("a paragraph", scanning.paragraph);
  printTimes("casebook scan of the 50 pages, as a whole", scanning.commandLine);

  say("\nmails");
  const mails = await benchMails(join(folder, "mails.casebook"), MAILS);
  row([
    `imported a second, as reports with evidence, search and audit (${mails.averageBytes} bytes each)`,
    mails.importedASecond.toFixed(0),
  ]);
  row(["parsed a second by postal-mime alone", mails.parsedASecond.toFixed(0)]);

  const reportsInWindow = books.at(-1)?.reports ?? 0;
  say(`\nthe window, on the book of ${reportsInWindow.toLocaleString("en")} reports`);
  const window = await benchWindow(join(folder, `${reportsInWindow}.casebook`), folder, WINDOW_RUNS).catch(tellWhy);
  if (window !== null) {
    printTimes("from start to the first screen", median(window.windowMs));
    printTimes("from the passphrase to the first rows of the list", median(window.listMs));
    printTimes(
      "from start to the first usable list, without the typing",
      median(window.windowMs) + median(window.listMs),
    );
  }

  mkdirSync(join(root, "out"), { recursive: true });
  const results = {
    machine,
    books,
    report,
    gate,
    exported,
    scanning,
    mails,
    window: { reports: reportsInWindow, runs: WINDOW_RUNS, ...window },
  };
  writeFileSync(join(root, "out/bench.json"), JSON.stringify(results, null, 2));
  say(`\n${join(root, "out/bench.json")}`);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
