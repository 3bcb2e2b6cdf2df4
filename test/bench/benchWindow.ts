import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { messages } from "#shared/messages/messages.ts";
import { startApplication } from "../e2e/fixtures/startApplication.ts";
import { onFirstStart } from "../e2e/pages/firstStartPage.ts";
import { BENCH_PASSPHRASE } from "./makeBigBook.ts";

export type WindowTimes = { windowMs: number[]; listMs: number[] };

/**
 * From the start of the program to a window that can be used, and from the passphrase typed to the first row of the
 * list, with a book of the given size, which is moved into the application's folder.
 */
export async function benchWindow(bookPath: string, folder: string, runs: number): Promise<WindowTimes> {
  const times: WindowTimes = { windowMs: [], listMs: [] };
  const home = join(folder, "home");
  mkdirSync(join(home, "books"), { recursive: true });
  renameSync(bookPath, join(home, "books", "bench.casebook"));
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    const application = await startApplication({ home });
    const firstStart = onFirstStart(application.page);
    await firstStart.expectShown();
    times.windowMs.push(performance.now() - startedAt);
    const openedAt = performance.now();
    await firstStart.open({ name: "bench", passphrase: BENCH_PASSPHRASE, analyst: "佐伯" });
    await application.page.getByRole("grid", { name: messages.ja.reports.listLabel }).getByRole("row").nth(1).waitFor();
    times.listMs.push(performance.now() - openedAt);
    await application.quit();
  }
  return times;
}
