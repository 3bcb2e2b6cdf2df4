import { expect, type Locator, type Page } from "@playwright/test";
import { messages, type Language } from "#shared/messages/messages.ts";

const TYPESETTING_TIMEOUT_MS = 30_000;

/** 報告書: what the quarter's report holds, and its pages. */
export function onQuarterlyReport(page: Page, language: Language = "ja") {
  const { publishing } = messages[language];
  const entries = page.locator("[data-entry]");
  const entry = (title: string): Locator => page.getByRole("group", { name: title, exact: true });
  return {
    outline: page.getByRole("navigation", { name: publishing.outline }),
    /** The line of a case among those that can stand in the report. */
    entry,
    entryTitles: (): Promise<string[]> =>
      entries.evaluateAll((lines) => lines.map((line) => line.getAttribute("aria-label") ?? "")),
    /** Opens a case's text in the middle, and its page at the right. */
    async openEntry(title: string): Promise<void> {
      await entry(title).focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("textbox", { name: publishing.summary })).toBeVisible();
    },
    /** The address of the picture at the top of the view: another picture, another address. */
    async currentPicture(): Promise<string> {
      const label = await page
        .getByRole("region", { name: publishing.pages })
        .locator("header span")
        .first()
        .innerText();
      const number = Number(/\d+/.exec(label)?.[0] ?? 1);
      const picture = page.getByRole("img", { name: publishing.pageLabel(number), exact: true });
      return (await picture.getAttribute("src")) ?? "";
    },
    async expectPages(): Promise<void> {
      const firstPage = page.getByRole("img", { name: publishing.pageLabel(1), exact: true });
      await expect(firstPage.first()).toBeVisible({ timeout: TYPESETTING_TIMEOUT_MS });
    },
    /** The line on what still stands in the way of publication. */
    standing: page.getByRole("main").getByRole("status").first(),
    /** Unfolds what was found in the report's own words; the keys are its own then. */
    async openWords(): Promise<void> {
      await page.keyboard.press("f");
      await expect(page.getByRole("listbox", { name: messages[language].sanitising.queue })).toBeFocused();
    },
    /** Saves the report as PDF; the copy lies in the application's folder of saved copies afterwards. */
    async save(): Promise<void> {
      await page.getByRole("button", { name: publishing.export }).first().click();
      await expect(page.getByText(publishing.savedAs("").trim()).first()).toBeVisible({
        timeout: TYPESETTING_TIMEOUT_MS,
      });
    },
  };
}
