import { expect, type Locator, type Page } from "@playwright/test";
import { messages, type Language } from "#shared/messages/messages.ts";

/** 受付: the list of reports and the one that is open. */
export function onReports(page: Page, language: Language = "ja") {
  const { reports } = messages[language];
  const list = page.getByRole("grid", { name: reports.listLabel });
  const row = (title: string): Locator => list.getByRole("row").filter({ hasText: title }).first();
  const detail = page.getByRole("article");
  return {
    list,
    row,
    detail,
    /** The row the keys act on. */
    currentRow: list.locator("[aria-current=true]"),
    judgement: (name: string): Locator =>
      detail.getByRole("group", { name: reports.judge.label }).getByRole("button", { name }),
    /** The form of a report by telephone. */
    entry: page.getByRole("form", { name: reports.entry.title }),
    async showAllQuarters(): Promise<void> {
      await page.getByRole("button", { name: reports.filter.labels.quarter }).click();
      await page.getByRole("menu").getByText(reports.filter.anyQuarter, { exact: true }).click();
      await expect(list).toHaveAttribute("aria-busy", "false");
    },
    async open(title: string): Promise<void> {
      await row(title).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    },
    /** Ticks rows, for what is done to several at once. */
    async tick(titles: readonly string[]): Promise<void> {
      for (const title of titles) {
        await row(title).click({ modifiers: ["Control"] });
        await expect(row(title)).toHaveAttribute("aria-selected", "true");
      }
    },
    /** One key of the judgement bar: T, I, B, U, V. */
    async judge(key: "t" | "i" | "b" | "u" | "v"): Promise<void> {
      await list.focus();
      await page.keyboard.press(key);
    },
    /** C, and what it asks: a new case of the reports, or one that is there. */
    async askCase(): Promise<Locator> {
      await list.focus();
      await page.keyboard.press("c");
      const field = detail.getByRole("combobox");
      await expect(field).toBeFocused();
      return field;
    },
    async makeCase(): Promise<void> {
      await this.askCase();
      await page.keyboard.press("Enter");
    },
  };
}
