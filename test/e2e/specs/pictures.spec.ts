import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { messages } from "#shared/messages/messages.ts";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { expect, test } from "../fixtures/test.ts";
import { onCase } from "../pages/casePage.ts";
import { onDesk } from "../pages/desk.ts";
import { inEditor } from "../pages/editor.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";
import { inFrame } from "../pages/frame.ts";
import { onPictureDialog } from "../pages/pictureDialog.ts";

const { editor, pictures, sanitising, writeups } = messages.ja;
/** A case of the sample with a write-up, told by reports of 株式会社椋淵精機. */
const CASE = "URL リンクの細工で検知を避けるフィッシングメール";
const PICTURE = readFileSync(join(import.meta.dirname, "../../fixtures/pictures/mailOfSample.png"));

async function openWriteup(page: Page): Promise<ReturnType<typeof onDesk>> {
  await onFirstStart(page).open({ name: "sample-2022Q4", passphrase: SAMPLE_PASSPHRASE, analyst: SAMPLE_ANALYST });
  await inFrame(page).go("cases");
  await onCase(page).open(CASE);
  await page.getByRole("button", { name: writeups.open, exact: true }).click();
  const desk = onDesk(page);
  await expect(desk.text).toBeVisible({ timeout: 20_000 });
  return desk;
}

/** The colour of a pixel of a picture as it is shown. */
const pixelOf = (picture: Locator, x: number, y: number): Promise<number[]> =>
  picture.evaluate(
    (image: HTMLImageElement, at) => {
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      return [...(context?.getImageData(at.x, at.y, 1, 1).data ?? [])].slice(0, 3);
    },
    { x, y },
  );

test.describe("a picture in a write-up", () => {
  test.use({ book: "sample" });
  test.setTimeout(120_000);

  test("is read, masked by keys alone, and given back by undo", async ({ application: { page } }) => {
    await openWriteup(page);
    const text = inEditor(page, sanitising.text);
    await text.writeAtEnd("");
    await text.pasteFile({ name: "画面.png", type: "image/png", bytes: PICTURE });
    await expect(page.getByText(pictures.dropped(2))).toBeVisible();
    const figure = text.text.locator("figure").last();
    const shown = figure.locator("img");
    await expect(shown).toBeVisible();
    await text.expectSaved();
    const inAddress = { x: 150, y: 68 };
    const before = await pixelOf(shown, inAddress.x, inAddress.y);
    expect(before).not.toEqual([0, 0, 0]);

    await figure.getByRole("button", { name: pictures.inspect }).click();
    const dialog = onPictureDialog(page);
    await expect(dialog.stage).toBeFocused();
    await dialog.expectRead();
    await expect(dialog.metadata).toContainText(pictures.metadataNone);
    await expect(dialog.findings.filter({ hasText: "m.tsuzuki@mukubuchi-seiki.example" })).toBeVisible();
    await expect(
      dialog.findings
        .filter({ hasText: pictures.misread("椋淵精機") })
        .or(dialog.findings.filter({ hasText: "椋淵精機" }))
        .first(),
    ).toBeVisible();
    await page.keyboard.press("m");
    const found = await dialog.masks.count();
    expect(found).toBeGreaterThanOrEqual(3);
    // One more by key, moved and sized by arrows, and one less.
    await page.keyboard.press("n");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(dialog.masks).toHaveCount(found + 1);
    await expect(dialog.masks.last()).toContainText(pictures.boxSize(120, 34));
    await page.keyboard.press("Delete");
    await expect(dialog.masks).toHaveCount(found);
    await page.keyboard.press("Control+Enter");

    await expect(page.getByText(pictures.applied(found))).toBeVisible();
    await expect(dialog.dialog).toBeHidden();
    await expect.poll(() => pixelOf(shown, inAddress.x, inAddress.y)).toEqual([0, 0, 0]);
    await page.getByRole("button", { name: messages.ja.frame.undo }).last().click();
    await expect.poll(() => pixelOf(shown, inAddress.x, inAddress.y)).toEqual(before);
  });

  test("is masked where the mouse drew", async ({ application: { page } }) => {
    await openWriteup(page);
    const text = inEditor(page, sanitising.text);
    await text.writeAtEnd("");
    await text.pasteFile({ name: "画面.png", type: "image/png", bytes: PICTURE });
    const figure = text.text.locator("figure").last();
    await expect(figure.locator("img")).toBeVisible();
    await text.expectSaved();
    await page.keyboard.press("Escape");
    await page.keyboard.press("p");
    const dialog = onPictureDialog(page);
    const area = await dialog.stage.locator("svg").boundingBox();
    if (area === null) throw new Error("the picture is not drawn");
    const at = (x: number, y: number) => [area.x + (x / 720) * area.width, area.y + (y / 240) * area.height] as const;
    await page.mouse.move(...at(300, 180));
    await page.mouse.down();
    await page.mouse.move(...at(400, 220), { steps: 4 });
    await page.mouse.up();
    await expect(dialog.masks).toHaveCount(1);
    await dialog.apply(1).click();
    await expect(dialog.dialog).toBeHidden();
    await expect.poll(() => pixelOf(figure.locator("img"), 350, 200)).toEqual([0, 0, 0]);
    expect(await pixelOf(figure.locator("img"), 500, 200)).not.toEqual([0, 0, 0]);
  });

  test("is drawn from the parts of a URL, with the recipient masked", async ({ application: { page } }) => {
    await openWriteup(page);
    const text = inEditor(page, sanitising.text);
    await text.writeAtEnd("");
    await page.getByRole("button", { name: editor.figure, exact: true }).click();
    await page.getByRole("menuitem", { name: pictures.draw.menu["url-anatomy"] }).click();
    const recipient = Buffer.from("m.tsuzuki@mukubuchi-seiki.example").toString("base64url");
    const form = page.getByRole("dialog", { name: pictures.draw.title["url-anatomy"] });
    await form.getByRole("textbox", { name: pictures.draw.urlTyped }).fill(`https://evil-mx.com/a?id=${recipient}`);
    await expect(form.getByRole("region", { name: pictures.draw.preview })).toContainText("受信者を識別できる文字列");
    await page.keyboard.press("Enter");
    const drawn = text.text.locator("figure").last();
    await expect(drawn).toContainText("受信者を識別できる文字列");
    await expect(drawn).not.toContainText(recipient);
  });
});
