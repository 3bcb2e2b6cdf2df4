import type { Page } from "@playwright/test";
import { messages } from "#shared/messages/messages.ts";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { expect, test } from "../fixtures/test.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";
import { inFrame } from "../pages/frame.ts";
import { onQuarter } from "../pages/quarterPage.ts";
import { onReports } from "../pages/reportsPage.ts";

const { quarters, format } = messages.ja;
const QUARTER = "2022Q4";
const UNDETERMINED_MAIL = "金融機関をかたる詐欺メール";

async function openSample(page: Page): Promise<void> {
  await onFirstStart(page).open({ name: "sample-2022Q4", passphrase: SAMPLE_PASSPHRASE, analyst: SAMPLE_ANALYST });
  await inFrame(page).go("quarters");
}

test.describe("the quarter", () => {
  test.use({ book: "sample" });

  test("shows table 1 as it will be printed", async ({ application: { page } }) => {
    await openSample(page);
    const quarter = onQuarter(page);
    for (const count of [51, 134, 22, 26]) {
      await expect(quarter.row(quarters.table.provided)).toContainText(format.items(count));
    }
    for (const count of [29, 35, 38, 25]) {
      await expect(quarter.row(quarters.table.shared)).toContainText(format.items(count));
    }
    await expect(page.getByRole("article")).toContainText(format.items(20));
    await expect(page.getByRole("article")).toContainText(quarters.structure.organizations(279));
  });

  test("opens every number to the records behind it, and those to where they are", async ({
    application: { page },
  }) => {
    await openSample(page);
    const quarter = onQuarter(page);
    const targeted = await quarter.openFigure(quarters.records.figure.targeted, format.items(6));
    await expect(targeted).toHaveAttribute("aria-rowcount", "6");
    const shared = await quarter.openFigure(quarters.records.figure.shared, format.items(25));
    await expect(shared).toHaveAttribute("aria-rowcount", "25");
    await page.keyboard.press("Escape");
    await expect(shared).toHaveCount(0);
    await quarter.openFigure(quarters.records.figure.provided, format.items(22));
    await expect(page.getByText(quarters.records.onlyPublished)).toBeVisible();
    const provided = await quarter.openFigure(quarters.records.figure.provided, format.items(26));
    const title = await provided.getByRole("row").nth(1).getByRole("button").innerText();
    await provided.getByRole("row").nth(1).getByRole("button").click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title.slice(0, 8));
  });

  test("is frozen only with open work accepted in so many words; a later change is a revision", async ({
    application: { page },
  }) => {
    await openSample(page);
    await inFrame(page).go("reports");
    await onReports(page).open(UNDETERMINED_MAIL);
    await onReports(page).judge("u");
    await inFrame(page).go("quarters");
    const quarter = onQuarter(page);
    await expect(quarter.openWork).toContainText(format.items(1));
    await quarter.freeze(QUARTER, { acceptUndetermined: format.items(1) });
    await expect(page.getByText(quarters.frozen.noRevisions)).toBeVisible();
    await inFrame(page).go("reports");
    await onReports(page).judge("t");
    await inFrame(page).go("quarters");
    await expect(
      quarter.revisions.getByRole("row").filter({ hasText: messages.ja.vocabulary.figure.targeted }),
    ).toContainText("7");
  });
});
