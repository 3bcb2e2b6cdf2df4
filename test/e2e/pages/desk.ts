import { expect, type Locator, type Page } from "@playwright/test";
import { messages, type Language } from "#shared/messages/messages.ts";

/** A text is looked through again in a thread of its own; under load that takes a while. */
const LOOKING_TIMEOUT_MS = 20_000;
const TYPESETTING_TIMEOUT_MS = 40_000;

/** The desk 匿名化 of a write-up or a sharing. */
export function onDesk(page: Page, language: Language = "ja") {
  const { sanitising } = messages[language];
  const counter = page.locator("[data-open-count]");
  const queue = page.getByRole("listbox", { name: sanitising.queue });
  const text = page.getByRole("textbox", { name: sanitising.text, exact: true });
  return {
    queue,
    /** What has the focus when there is nothing in the queue. */
    panel: page.locator("[data-queue]"),
    /** The line that keys act on. */
    current: queue.getByRole("option", { selected: true }),
    line: (words: string): Locator => queue.getByRole("option").filter({ hasText: words }),
    text,
    original: page.getByRole("region", { name: sanitising.original, exact: true }),
    marks: text.locator(".marking"),
    async openCount(): Promise<number> {
      return Number(await counter.getAttribute("data-open-count", { timeout: LOOKING_TIMEOUT_MS }));
    },
    async expectOpenCount(count: number): Promise<void> {
      await expect(counter).toHaveAttribute("data-open-count", String(count), { timeout: LOOKING_TIMEOUT_MS });
    },
    /** Moves down with J until the keys act on a line with these words. */
    async moveTo(words: string): Promise<void> {
      await page.keyboard.press("Home");
      const rows = await queue.getByRole("option").count();
      for (let step = 0; step <= rows + 200; step += 1) {
        const line = await queue.getByRole("option", { selected: true }).innerText();
        if (line.includes(words)) return;
        await page.keyboard.press("j");
      }
      throw new Error(`the queue has no line with ${words}`);
    },
    /** Masks one after another, as a reviewer in a hurry, until nothing is left. */
    async maskAll(): Promise<void> {
      for (let left = await this.openCount(); left > 0; left = await this.openCount()) {
        await page.keyboard.press("Shift+M");
        await page.keyboard.press("m");
        await expect.poll(() => this.openCount(), { timeout: LOOKING_TIMEOUT_MS }).toBeLessThan(left);
      }
    },
    /** What was written out is told, with where it lies. */
    async expectTakenOut(ending: string): Promise<void> {
      const told = page.getByText(sanitising.takeOut.savedAs("").trim()).first();
      await expect(told).toBeVisible({ timeout: TYPESETTING_TIMEOUT_MS });
      await expect(page.getByText(ending).first()).toBeVisible();
    },
  };
}
