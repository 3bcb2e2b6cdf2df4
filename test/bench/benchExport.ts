import { join } from "node:path";
import { openBook } from "#core/casebook/openBook.ts";
import { EXPORT_FORMATS, type ExportFormat } from "#core/exporting/writeExport.ts";
import { collectExport } from "#core/exporting/collectExport.ts";
import { exportBook } from "#core/exporting/exportBook.ts";
import { writeExport } from "#core/exporting/writeExport.ts";
import { createSanitiser } from "#core/sanitising/sanitiser.ts";
import { BENCH_PASSPHRASE } from "./makeBigBook.ts";
import { makeExportBook } from "./makeExportBook.ts";

/** Milliseconds, each once: another time the engine would remember the words. `writing`: the bytes alone, unchecked. */
export type ExportTimes = {
  observables: number;
  formats: { format: ExportFormat; gateMs: number; writingMs: number; kb: number }[];
};

const CASES = 500;
const ORGANIZATIONS = 1_000;

/** Every format of an export of the whole book, gathered, written, read back and scanned: each by a sanitiser that has seen nothing. */
export async function benchExport(folder: string, observables: number): Promise<ExportTimes> {
  const path = join(folder, `export-${observables}.casebook`);
  makeExportBook(path, { observables, cases: CASES, organizations: ORGANIZATIONS });
  const session = openBook(path, { passphrase: BENCH_PASSPHRASE, actor: "bench" });
  const formats: ExportTimes["formats"] = [];
  try {
    for (const format of EXPORT_FORMATS) {
      const sanitiser = createSanitiser(session);
      await sanitiser.scan("x", { novelty: false });
      const startedAt = performance.now();
      const { bytes } = await exportBook(session, sanitiser, { scope: { kind: "book" }, format, fileName: "a" });
      const gateMs = performance.now() - startedAt;
      const { set } = await collectExport(session, sanitiser, { kind: "book" });
      const writingAt = performance.now();
      writeExport(set, format);
      formats.push({ format, gateMs, writingMs: performance.now() - writingAt, kb: Math.round(bytes.length / 1e3) });
      sanitiser.close();
    }
  } finally {
    session.close();
  }
  return { observables, formats };
}
