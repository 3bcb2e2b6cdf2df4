import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { messages } from "#shared/messages/messages.ts";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { expect, test } from "../fixtures/test.ts";
import { onDesk } from "../pages/desk.ts";
import { inEditor } from "../pages/editor.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";
import { inFrame } from "../pages/frame.ts";
import { onQuarterlyReport } from "../pages/reportPage.ts";

const { publishing, sanitising } = messages.ja;
const RANSOMWARE = "VPN 装置からの侵入によるランサムウェア被害";

async function openSample(page: Page): Promise<void> {
  await onFirstStart(page).open({ name: "sample-2022Q4", passphrase: SAMPLE_PASSPHRASE, analyst: SAMPLE_ANALYST });
  await inFrame(page).go("publishing");
  await onQuarterlyReport(page).expectPages();
}

test.describe("the quarterly report", () => {
  test.use({ book: "sample" });

  test("shows the page of the chapter that is written, live", async ({ application: { page } }) => {
    await openSample(page);
    const report = onQuarterlyReport(page);
    await report.openEntry(RANSOMWARE);
    await expect(report.outline.locator("[aria-current=true]")).toContainText(RANSOMWARE.slice(0, 3));
    const before = await report.currentPicture();
    const narrative = inEditor(page, publishing.narrative);
    await narrative.text.click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("書き足した一文。");
    await narrative.expectSaved();
    await expect.poll(() => report.currentPicture()).not.toBe(before);
    await expect(report.outline.locator("[aria-current=true]")).toContainText(RANSOMWARE.slice(0, 3));
  });

  test("follows with its pages where one writes", async ({ application: { page } }) => {
    await openSample(page);
    const report = onQuarterlyReport(page);
    await report.openEntry(RANSOMWARE);
    await inEditor(page, publishing.narrative).text.click();
    await page.keyboard.press("Control+End");
    await expect(report.outline.locator("[aria-current=true]")).toContainText("4.");
  });

  test("places and orders its cases from the keyboard", async ({ application: { page } }) => {
    await openSample(page);
    const report = onQuarterlyReport(page);
    const chapters = () => report.outline.getByRole("button", { name: RANSOMWARE.slice(0, 3) });
    await expect(chapters().first()).toBeVisible();
    await report.entry(RANSOMWARE).focus();
    await page.keyboard.press("2");
    await expect(report.entry(RANSOMWARE).getByRole("radio", { checked: true })).toHaveText(publishing.place.digest);
    await expect(report.outline).not.toContainText("ランサムウェア被害");
    await page.keyboard.press("1");
    await expect(report.outline).toContainText("ランサムウェア被害");
    const place = async () => (await report.entryTitles()).findIndex((title) => title.includes("ランサムウェア被害"));
    const before = await place();
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(place).toBe(before - 1);
    await expect(report.entry(RANSOMWARE)).toBeFocused();
  });

  test("asks about its own words by key, marks them where they are written, and asks again when a sentence changes", async ({
    application: { page },
  }) => {
    await openSample(page);
    const report = onQuarterlyReport(page);
    const desk = onDesk(page);
    const lead = inEditor(page, publishing.parts.lead);
    await lead.writeAtEnd("株式会社椋淵精機の協力を得た。電話は 03-1234-5678 からであった。");
    await lead.expectSaved();
    await expect(report.standing).toContainText("椋淵精機");
    await desk.expectOpenCount(2);
    await expect(lead.text.locator(".marking[data-tone=must]")).toContainText("椋淵精機");

    await page.keyboard.press("Escape");
    await report.openWords();
    await desk.moveTo("椋淵精機");
    await page.keyboard.press("a");
    await expect(page.getByText(sanitising.mustStays).first()).toBeVisible();
    await page.keyboard.press("m");
    await desk.expectOpenCount(1);
    await expect(lead.text).not.toContainText("椋淵精機");

    await desk.moveTo("03-1234-5678");
    await page.keyboard.press("a");
    await page.keyboard.type("攻撃者側のもの");
    await page.keyboard.press("Enter");
    await desk.expectOpenCount(0);
    await expect(report.standing).not.toContainText("03-1234-5678");

    // From the queue into the sentence; what is typed there asks again.
    await desk.moveTo("03-1234-5678");
    await page.keyboard.press("e");
    await expect(lead.text).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("番号 ");
    await lead.expectSaved();
    await desk.expectOpenCount(1);
    await expect(lead.text.locator(".marking[data-tone=review]")).toContainText("03-1234-5678");
  });

  test("is written as a PDF to the place chosen", async ({ application: { page, home } }) => {
    await openSample(page);
    await onQuarterlyReport(page).save();
    const saved = readdirSync(join(home, "saved")).filter((name) => name.endsWith(".pdf"));
    expect(saved).toHaveLength(1);
    expect(
      readFileSync(join(home, "saved", saved[0] ?? ""))
        .subarray(0, 5)
        .toString("latin1"),
    ).toBe("%PDF-");
  });
});
