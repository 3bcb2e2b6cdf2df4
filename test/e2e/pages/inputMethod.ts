import type { Page } from "@playwright/test";

/** A Japanese input method, as the browser sees one: keys of code 229 around a composition. */
export async function useInputMethod(page: Page) {
  const session = await page.context().newCDPSession(page);
  const pressWhileComposing = async (key: string) => {
    const event = { key, code: key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
    await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...event });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  };
  return {
    /** Shows `text` as the conversion under way. */
    async compose(text: string): Promise<void> {
      await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    },
    /** A key that belongs to the input method: Enter that commits, Escape that drops, an arrow among candidates. */
    pressWhileComposing,
    /** Enter, and with it the text. */
    async commit(text: string): Promise<void> {
      await pressWhileComposing("Enter");
      await session.send("Input.insertText", { text });
    },
  };
}
