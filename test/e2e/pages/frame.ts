import { expect, type Locator, type Page } from "@playwright/test";
import type { Quarter } from "#shared/domain/quarter.ts";
import { messages, type Language } from "#shared/messages/messages.ts";

export type PlaceName =
  "reports" | "cases" | "campaigns" | "writeups" | "sharings" | "roster" | "quarters" | "publishing";

/** What is around every place: rail, palette, receipt, language and colours. */
export function inFrame(page: Page, language: Language = "ja") {
  const { frame, format } = messages[language];
  const rail = page.getByRole("navigation", { name: frame.rail });
  const place = (name: PlaceName): Locator => rail.getByRole("button", { name: frame.places[name] }).first();
  return {
    rail,
    /** The place itself, without the frame around it. */
    place: page.getByRole("main"),
    receipt: page.getByRole("region", { name: frame.receipt.title }),
    async expectOpen(): Promise<void> {
      await expect(rail).toBeVisible();
    },
    async go(name: PlaceName): Promise<void> {
      await place(name).click();
      await expect(place(name)).toHaveAttribute("aria-current", "page");
    },
    /** Shows a quarter that the casebook knows, in every place. */
    async showQuarter(quarter: Quarter): Promise<void> {
      const chooser = page.getByRole("group", { name: frame.quarterChooser });
      await chooser.getByRole("button").nth(1).click();
      await page.getByRole("menu").getByText(format.quarter(quarter), { exact: true }).click();
      await expect(chooser.getByRole("button").nth(1)).toContainText(format.quarter(quarter));
    },
    /** Does a command, or goes to a record, by its title in the palette. */
    async pickInPalette(text: string, title = text): Promise<void> {
      await expect(rail).toBeVisible();
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: frame.keys.palette }).fill(text);
      await page.getByRole("option", { name: title }).first().click();
      // A dialog takes all keys until it is gone, not only until it begins to go.
      await expect(page.getByRole("dialog")).toHaveCount(0);
    },
    /** Types into the palette and leaves it open, its answers shown. */
    async searchInPalette(text: string): Promise<void> {
      await expect(rail).toBeVisible();
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: frame.keys.palette }).fill(text);
      await expect(page.getByRole("option").first()).toBeVisible();
    },
    /** The keys of this place. */
    async openKeys(): Promise<void> {
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
    },
    async closeDialog(): Promise<void> {
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    },
    async speak(next: Language): Promise<void> {
      await this.pickInPalette(`${frame.language.title}: ${frame.language[next]}`);
      await expect(page.locator("html")).toHaveAttribute("lang", next);
    },
    async colour(theme: "light" | "dark"): Promise<void> {
      await this.pickInPalette(`${frame.theme.title}: ${frame.theme[theme]}`);
      await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", theme);
    },
    /** Closes what is told of the last minutes' work at the lower right. */
    async dismissNotices(): Promise<void> {
      const close = page.getByRole("status").getByRole("button", { name: messages[language].ui.close });
      while ((await close.count()) > 0) await close.first().click();
    },
    async lock(): Promise<void> {
      await page.keyboard.press("Control+l");
      await expect(rail).toBeHidden();
    },
  };
}
