import { expect, type Locator, type Page } from "@playwright/test";
import { messages, type Language } from "#shared/messages/messages.ts";

/** A text that is written: the case's narrative or summary, wherever it is shown. */
export function inEditor(page: Page, label: string, language: Language = "ja") {
  const { editor } = messages[language];
  const text = page.getByRole("textbox", { name: label, exact: true });
  const frame = text.locator("xpath=ancestor::section[1]");
  const toolbar = frame.getByRole("toolbar");
  return {
    text,
    footnotes: frame.getByRole("list", { name: editor.footnotes }),
    /** The drawing of the n-th figure, with its caption below it. */
    figure: (index: number): Locator => text.locator("figure").nth(index),
    captions: (): Promise<string[]> =>
      text
        .getByRole("textbox", { name: editor.caption })
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)),
    async writeAtEnd(words: string): Promise<void> {
      await text.click();
      await page.keyboard.press("Control+End");
      await page.keyboard.type(words);
    },
    async expectSaved(): Promise<void> {
      await expect(frame.locator("[data-save-state]").first()).toHaveAttribute("data-save-state", "saved");
    },
    /** Puts a figure of a kind after the cursor's paragraph; its text is open for writing. */
    async insertFigure(kind: "attack-flow" | "url-anatomy" | "mail"): Promise<Locator> {
      await toolbar.getByRole("button", { name: editor.figure, exact: true }).click();
      await page.getByRole("menuitem", { name: editor.figureKind[kind], exact: true }).click();
      return page.getByRole("textbox", { name: editor.figureSource });
    },
    /** Puts a footnote at the cursor with its key and writes its text. */
    async insertFootnote(words: string): Promise<void> {
      await page.keyboard.press("Control+Alt+f");
      const field = page.getByRole("textbox", { name: editor.footnoteText });
      await expect(field).toBeFocused();
      await field.fill(words);
      await page.keyboard.press("Control+Enter");
      await expect(text).toBeFocused();
    },
    /** Pastes a file as the clipboard gives it. */
    async pasteFile(file: { name: string; type: string; bytes: Uint8Array }): Promise<void> {
      const given = { name: file.name, type: file.type, base64: Buffer.from(file.bytes).toString("base64") };
      await text.evaluate((element, { name, type, base64 }) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))], name, { type }));
        element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      }, given);
    },
    async pasteHtml(html: string): Promise<void> {
      await text.evaluate((element, pasted) => {
        const data = new DataTransfer();
        data.setData("text/html", pasted);
        data.setData("text/plain", "x");
        element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      }, html);
    },
  };
}
