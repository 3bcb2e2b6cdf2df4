import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { doMainJob } from "../../demo/doMainJob.ts";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { expect, test } from "../fixtures/test.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";

/** The demo's own job, so that what the demo shows is tested and what is tested can be shown. */
test.describe("from received mails to the published quarter", () => {
  test.use({ book: "sample" });

  test("an analyst drops mails, makes a case, links it and saves the report", async ({ application }) => {
    const { page, home } = application;
    await onFirstStart(page).open({ name: "sample-2022Q4", passphrase: SAMPLE_PASSPHRASE, analyst: SAMPLE_ANALYST });
    await doMainJob(page, { step: (what, work) => test.step(what, work), picture: async () => undefined });
    const [name, ...others] = readdirSync(join(home, "saved"));
    expect(others).toStrictEqual([]);
    expect(name).toMatch(/2022Q4\.pdf$/);
    expect(
      readFileSync(join(home, "saved", name ?? ""))
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });
});
