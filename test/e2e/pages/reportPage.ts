import { expect, type Page } from "@playwright/test";
import { messages, type Language } from "#shared/messages/messages.ts";

const TYPESETTING_TIMEOUT_MS = 30_000;

/** 報告書: what the quarter's report holds, and its pages. */
export function onQuarterlyReport(page: Page, language: Language = "ja") {
  const { publishing } = messages[language];
  return {
    async expectPages(): Promise<void> {
      const firstPage = page.getByRole("img", { name: publishing.pageLabel(1), exact: true });
      await expect(firstPage.first()).toBeVisible({ timeout: TYPESETTING_TIMEOUT_MS });
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
