import { expect, type Page } from "@playwright/test";
import { LANGUAGES, messages } from "#shared/messages/messages.ts";

/** Waits until what is on screen is what stays there: rows and pages loaded, fonts there, nothing moving. */
export async function settle(page: Page): Promise<void> {
  for (const language of LANGUAGES) {
    await expect(page.getByRole("status", { name: messages[language].ui.loading })).toHaveCount(0);
  }
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((picture) => picture.decode().catch(() => undefined)));
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
