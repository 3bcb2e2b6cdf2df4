import { messages } from "#shared/messages/messages.ts";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { expect, test } from "../fixtures/test.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";
import { inFrame } from "../pages/frame.ts";
import { onReports } from "../pages/reportsPage.ts";

const { frame, search, vocabulary } = messages.ja;

test.use({ book: "sample" });

test.beforeEach(async ({ application: { page } }) => {
  await onFirstStart(page).open({ name: "sample-2022Q4", passphrase: SAMPLE_PASSPHRASE, analyst: SAMPLE_ANALYST });
  await inFrame(page).expectOpen();
});

test("results come as one types, matches marked, kana and width apart, and Enter opens one", async ({
  application: { page },
}) => {
  await page.keyboard.press("Control+Shift+F");
  const field = page.getByRole("textbox", { name: search.label });
  await expect(field).toBeFocused();
  await page.keyboard.insertText("らんさむうぇあ");
  const results = page.getByRole("grid", { name: search.listLabel });
  await expect(results.locator("mark").first()).toHaveText("ランサムウェア");
  await field.fill("買収案件");
  await expect(results.getByRole("row").filter({ hasText: vocabulary.record.report }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(results).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(onReports(page).detail.getByRole("heading")).not.toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(field).toBeVisible();
  await expect(field).toHaveValue("買収案件");
});

test("what no record holds is said, with what to try", async ({ application: { page } }) => {
  await page.keyboard.press("Control+Shift+F");
  await page.keyboard.insertText("どこにもない語句xyz");
  await expect(page.getByText(search.nothing("どこにもない語句xyz"))).toBeVisible();
});

test("the palette finds places by their reading, then records, then commands", async ({ application: { page } }) => {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("combobox", { name: frame.keys.palette });
  await palette.fill("あんけん");
  await expect(page.getByRole("option").first()).toContainText(frame.places.cases);
  await palette.fill("ランサムウェア");
  const records = page.getByRole("group", { name: frame.palette.records });
  await expect(records.getByRole("option").first()).toBeVisible();
  await palette.fill("だーく");
  await expect(page.getByRole("option").filter({ hasText: frame.theme.dark })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
