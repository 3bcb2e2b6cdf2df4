import { messages } from "#shared/messages/messages.ts";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { expect, test } from "../fixtures/test.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";
import { inFrame } from "../pages/frame.ts";

const { campaigns, cases, format } = messages.ja;
const PLANTS = "プラント関連事業者を狙う一連の攻撃";

test.describe("a campaign", () => {
  test.use({ book: "sample" });

  test("shows its quarters since the first, and each opens its cases", async ({ application: { page } }) => {
    await onFirstStart(page).open({ name: "sample-2022Q4", passphrase: SAMPLE_PASSPHRASE, analyst: SAMPLE_ANALYST });
    await inFrame(page).go("campaigns");
    await page.getByRole("grid", { name: campaigns.listLabel }).getByText(PLANTS).click();
    const strip = page.getByRole("group", { name: campaigns.stripLabel(PLANTS) });
    await expect(strip.getByRole("button").first()).toHaveAccessibleName(new RegExp(format.quarter("2017Q4")));
    await strip.getByRole("button", { name: campaigns.silent(format.quarter("2022Q3")) }).click();
    await expect(page.getByText(campaigns.noCasesIn(format.quarter("2022Q3")))).toBeVisible();
    await strip.getByRole("button", { name: new RegExp(format.quarter("2022Q4")) }).click();
    const table = page.getByRole("table", { name: campaigns.cases });
    await expect(table.getByRole("row")).toHaveCount(2);
    await table.getByRole("button").click();
    await expect(page.getByRole("button", { name: cases.openCampaign(PLANTS) })).toBeVisible();
  });

  test("is made with its first month, and named anew", async ({ application: { page } }) => {
    await onFirstStart(page).open({ name: "sample-2022Q4", passphrase: SAMPLE_PASSPHRASE, analyst: SAMPLE_ANALYST });
    await inFrame(page).go("campaigns");
    await expect(page.getByRole("grid", { name: campaigns.listLabel })).toBeVisible();
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(campaigns.fields.name).fill("偽の警告を出す一連の攻撃");
    await dialog.getByLabel(campaigns.fields.since).fill("２０２２年１０月");
    await dialog.getByRole("button", { name: campaigns.createButton }).click();
    await expect(page.getByRole("heading", { level: 1, name: "偽の警告を出す一連の攻撃" })).toBeVisible();
    await page.getByRole("button", { name: campaigns.edit }).click();
    await dialog.getByLabel(campaigns.fields.name).fill("偽の警告");
    await dialog.getByRole("button", { name: campaigns.save }).click();
    await expect(page.getByRole("heading", { level: 1, name: "偽の警告", exact: true })).toBeVisible();
  });
});
