import { expect, type Page } from "@playwright/test";
import { messages, type Language } from "#shared/messages/messages.ts";

/** Words in a picture are read in a thread of its own, by three looks. */
const READING_TIMEOUT_MS = 45_000;

/** The dialog 画像を確かめて伏せる. */
export function onPictureDialog(page: Page, language: Language = "ja") {
  const { pictures } = messages[language];
  const dialog = page.getByRole("dialog", { name: pictures.title });
  return {
    dialog,
    stage: dialog.getByRole("application", { name: pictures.picture }),
    findings: dialog.getByRole("region", { name: pictures.findings }).getByRole("listitem"),
    masks: dialog.getByRole("region", { name: pictures.boxes }).getByRole("listitem"),
    metadata: dialog.getByRole("region", { name: pictures.metadata }),
    apply: (count: number) => dialog.getByRole("button", { name: pictures.apply(count) }),
    async expectRead(): Promise<void> {
      await expect(dialog.getByRole("region", { name: pictures.findings })).toBeVisible({
        timeout: READING_TIMEOUT_MS,
      });
    },
  };
}
