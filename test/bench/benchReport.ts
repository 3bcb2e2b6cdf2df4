import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { createBook } from "#core/casebook/openBook.ts";
import { fillWithSample } from "#core/casebook/sampleBook.ts";
import { prepareReport, printReport } from "#core/publishing/typesetReport.ts";
import { createSanitiser } from "#core/sanitising/sanitiser.ts";
import { findBrowser } from "#main/chromium/findBrowser.ts";
import { Quarter } from "#shared/domain/quarter.ts";
import { BENCH_PASSPHRASE } from "./makeBigBook.ts";
import { measure, type Measured } from "./measure.ts";
import { readPdfText } from "./readPdfText.ts";

export type ReportTimes = {
  pages: number;
  bytes: number;
  firstMs: number;
  again: Measured;
  chromium: { pages: number; bytes: number; startMs: number; firstMs: number; again: Measured } | null;
};

const Q4 = Quarter.parse("2022Q4");

function fontFace(family: string, file: string): string {
  const path = join(createRequire(import.meta.url).resolve(`@expo-google-fonts/${family}/package.json`), "..", file);
  const bytes = readFileSync(path).toString("base64");
  return `@font-face { font-family: ${family}; src: url(data:font/ttf;base64,${bytes}); }`;
}

/** The same words on as many pages, in the same two faces, by the plainest HTML; without figures, notes at the foot or numbers. */
function asHtml(pages: readonly (readonly string[])[]): string {
  const escape = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  const body = pages.map((lines) => `<section>${lines.map((line) => `<p>${escape(line)}</p>`).join("")}</section>`);
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><style>
    ${fontFace("biz-udpmincho", "400Regular/BIZUDPMincho_400Regular.ttf")}
    ${fontFace("biz-udpgothic", "700Bold/BIZUDPGothic_700Bold.ttf")}
    body { font: 10.5pt/1.6 biz-udpmincho } p { margin: 0 } p:first-child { font-family: biz-udpgothic }
    section { break-after: page } @page { size: A4; margin: 25mm }</style>${body.join("")}</html>`;
}

async function printByChromium(html: string): Promise<ReportTimes["chromium"]> {
  const found = findBrowser();
  if (!found) return null;
  const startedAt = performance.now();
  const browser = await chromium.launch({ executablePath: found.path, args: ["--no-sandbox"] });
  try {
    const startMs = performance.now() - startedAt;
    const print = async () => {
      const page = await browser.newPage();
      await page.setContent(html, { waitUntil: "load" });
      const bytes = await page.pdf({ format: "A4", tagged: true, outline: true, preferCSSPageSize: true });
      await page.close();
      return bytes;
    };
    const printingFrom = performance.now();
    const bytes = await print();
    const firstMs = performance.now() - printingFrom;
    const { length: pages } = await readPdfText(bytes);
    return { pages, bytes: bytes.byteLength, startMs, firstMs, again: await measure(print, 5, 0) };
  } finally {
    await browser.close();
  }
}

/** The sample quarter's report by Typst, and its words printed by Chromium. */
export async function benchReport(path: string): Promise<ReportTimes> {
  const session = createBook(path, { passphrase: BENCH_PASSPHRASE, actor: "bench" });
  try {
    fillWithSample(session);
    const sanitiser = createSanitiser(session);
    const print = async () => printReport(await prepareReport(session, sanitiser, Q4), null);
    const startedAt = performance.now();
    const { bytes, pages } = await print();
    const firstMs = performance.now() - startedAt;
    const again = await measure(print, 7, 0);
    const html = asHtml(await readPdfText(bytes));
    return { pages, bytes: bytes.byteLength, firstMs, again, chromium: await printByChromium(html) };
  } finally {
    session.close();
  }
}
