import { expect, type Page } from "@playwright/test";
import { messages, type Language } from "#shared/messages/messages.ts";

export type OpeningWords = { name: string; passphrase: string; analyst: string };

/** The first start: a new casebook, a known one, or the sample. */
export function onFirstStart(page: Page, language: Language = "ja") {
  const { firstStart } = messages[language];
  const choose = async (way: string) => {
    const line = page.getByRole("button", { name: way }).first();
    if ((await line.getAttribute("aria-expanded")) !== "true") await line.click();
    return page.getByRole("form", { name: way });
  };
  return {
    async expectShown(): Promise<void> {
      await expect(page.getByRole("button", { name: firstStart.sample })).toBeVisible();
    },
    async open({ name, passphrase, analyst }: OpeningWords): Promise<void> {
      const form = await choose(firstStart.open);
      await form.getByRole("radio", { name }).click();
      await form.getByLabel(firstStart.passphrase, { exact: true }).fill(passphrase);
      await form.getByLabel(firstStart.analyst).fill(analyst);
      await form.getByRole("button", { name: firstStart.unlock(name) }).click();
    },
    async create({ name, passphrase, analyst }: OpeningWords): Promise<void> {
      const form = await choose(firstStart.create);
      await form.getByLabel(firstStart.name).fill(name);
      await form.getByLabel(firstStart.passphrase, { exact: true }).fill(passphrase);
      await form.getByLabel(firstStart.passphraseAgain).fill(passphrase);
      await form.getByLabel(firstStart.analyst).fill(analyst);
      await form.getByRole("button", { name: firstStart.create }).click();
    },
  };
}
