import { createBook } from "#core/casebook/openBook.ts";
import { fillWithSample } from "#core/casebook/sampleBook.ts";
import { checkWritten } from "#core/gate/checkWritten.ts";
import { readWritten } from "#core/gate/readWritten.ts";
import { prepareReport, printReport } from "#core/publishing/typesetReport.ts";
import { createSanitiser } from "#core/sanitising/sanitiser.ts";
import { Quarter } from "#shared/domain/quarter.ts";
import { BENCH_PASSPHRASE } from "./makeBigBook.ts";
import { measure, type Measured } from "./measure.ts";

export type GateTimes = { pages: number; readBack: Measured; whole: Measured };

/** The last look at a written PDF: read back by another reader, and with the scan of all that was read. */
export async function benchGate(path: string): Promise<GateTimes> {
  const session = createBook(path, { passphrase: BENCH_PASSPHRASE, actor: "bench" });
  const sanitiser = createSanitiser(session);
  try {
    fillWithSample(session);
    const prepared = await prepareReport(session, sanitiser, Quarter.parse("2022Q4"));
    const { bytes, pages } = await printReport(prepared, null);
    const { parties = [], outsiders = [], entries } = { ...prepared.words.parties, entries: prepared.words.entries };
    const allowed = entries.flatMap(({ title, summary, chapter }) => [title, summary, chapter]);
    const file = { bytes, format: "pdf", fileName: "report.pdf" } as const;
    return {
      pages,
      readBack: await measure(() => readWritten(file), 5),
      whole: await measure(() => checkWritten(file, sanitiser, { parties, outsiders, allowed }), 5),
    };
  } finally {
    sanitiser.close();
    session.close();
  }
}
