import type { Page } from "@playwright/test";
import { messages } from "#shared/messages/messages.ts";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { expect, test } from "../fixtures/test.ts";
import { onCase } from "../pages/casePage.ts";
import { onDesk } from "../pages/desk.ts";
import { inEditor } from "../pages/editor.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";
import { inFrame } from "../pages/frame.ts";

const { cases, gate } = messages.ja;
const CASE = "会員向けサイトに似せた偽サイト";
/** Of the sample's roster. */
const NAME = "株式会社椋淵精機";
const WORDS = "相手の氏名を確かめた。";

async function openCase(page: Page): Promise<void> {
  await onFirstStart(page).open({ name: "sample-2022Q4", passphrase: SAMPLE_PASSPHRASE, analyst: SAMPLE_ANALYST });
  await inFrame(page).go("cases");
  await onCase(page).open(CASE);
}

/** Pastes with the keyboard, and answers all that the system clipboard held: what another program would find. */
async function pasteAndTell(page: Page): Promise<string> {
  await page.evaluate(() => {
    document.title = "";
    const read = DataTransfer.prototype.getData;
    DataTransfer.prototype.getData = function getData(type) {
      // The window's own paste inside comes after the first look at the system's clipboard.
      if (document.title === "")
        document.title = [...this.types].map((one) => `${one} ${read.call(this, one)}`).join(" ");
      return read.call(this, type);
    };
  });
  await page.keyboard.press("Control+v");
  await expect.poll(() => page.title()).toContain("/");
  return page.title();
}

test.describe("the ways out of the window", () => {
  test.use({ book: "sample" });

  test("what is not sanitised is pasted inside only, or copied by a command that is written down", async ({
    application: { page },
  }) => {
    await openCase(page);
    const narrative = inEditor(page, cases.narrative);
    await narrative.writeAtEnd(NAME);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    await expect(page.getByText(gate.copying.kept)).toBeVisible();

    const before = (await narrative.text.innerText()).split(NAME).length;
    await page.keyboard.press("Control+End");
    await page.keyboard.type("、");
    expect(await pasteAndTell(page)).not.toContain("椋淵");
    await expect.poll(async () => (await narrative.text.innerText()).split(NAME).length).toBe(2 * (before - 1) + 1);
    await narrative.expectSaved();

    await page.getByRole("button", { name: gate.copying.unsanitised }).first().click();
    await expect(page.getByText(gate.copying.logged)).toBeVisible();
    await narrative.text.click();
    await page.keyboard.press("Control+End");
    expect(await pasteAndTell(page)).toContain(NAME);

    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type(gate.exits.title);
    await page.keyboard.press("Enter");
    const ledger = page.getByRole("table", { name: gate.exits.title });
    await expect(ledger.getByRole("row").filter({ hasText: gate.formats.unsanitised })).toContainText(CASE);
    await expect(ledger).not.toContainText("椋淵");
  });

  test("words of a text that is to leave are cleared by the gate, those that tell are not", async ({
    application: { page },
  }) => {
    await openCase(page);
    const narrative = inEditor(page, cases.narrative);
    await narrative.writeAtEnd(WORDS);
    await narrative.expectSaved();
    await page.keyboard.press("Escape");
    await page.keyboard.press("w");
    const desk = onDesk(page);
    await expect(desk.text).toContainText(WORDS);
    const text = inEditor(page, messages.ja.sanitising.text);
    await text.text.click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    await expect(page.getByText(messages.ja.ui.copied)).toBeVisible();
    await page.keyboard.press("Control+End");
    expect(await pasteAndTell(page)).toContain(WORDS);
  });

  test("nothing is dragged out: what moves inside carries no words", async ({ application: { page } }) => {
    await openCase(page);
    const carried = await page.evaluate(() => {
      const drag = (target: Element) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.setData("text/plain", "words");
        const event = new DragEvent("dragstart", { bubbles: true, cancelable: true, dataTransfer });
        target.dispatchEvent(event);
        return event.defaultPrevented ? "refused" : [...dataTransfer.types].join(" ");
      };
      const row = document.createElement("span");
      row.draggable = true;
      document.body.append(row);
      const told = [drag(document.querySelector("main") ?? document.body), drag(row)];
      row.remove();
      return told;
    });
    expect(carried).toEqual(["refused", "application/x-hub-casebook"]);
    await expect(page.getByText(gate.copying.noDrag)).toBeVisible();
  });

  test("the window is not printed", async ({ application: { page } }) => {
    await openCase(page);
    await page.keyboard.press("Control+p");
    await expect(page.getByText(gate.copying.noPrint)).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("body")).toBeHidden();
  });
});
