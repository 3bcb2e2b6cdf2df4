import { expect, type Page } from "@playwright/test";
import { LANGUAGES, messages } from "#shared/messages/messages.ts";

const LOADING_WORDS = LANGUAGES.map((language) => messages[language].ui.loading);

/** Waits until what is on screen is what stays there: rows and pages loaded, fonts there, nothing moving. */
export async function settle(page: Page): Promise<void> {
  // Twice: what has come (a place's code) may ask for more (its rows) a moment later.
  for (let turn = 0; turn < 2; turn += 1) {
    for (const words of LOADING_WORDS) await expect(page.getByRole("status", { name: words })).toHaveCount(0);
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    await page.evaluate(async () => {
      await document.fonts.ready;
      await Promise.all([...document.images].map((picture) => picture.decode().catch(() => undefined)));
      // One without an end (a caret) is no reason to wait.
      const ending = document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
      await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
  }
}
