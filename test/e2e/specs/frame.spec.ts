import { messages } from "#shared/messages/messages.ts";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { expect, test } from "../fixtures/test.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";
import { inFrame, type PlaceName } from "../pages/frame.ts";

const PLACES: readonly PlaceName[] = [
  "reports",
  "cases",
  "campaigns",
  "writeups",
  "sharings",
  "roster",
  "quarters",
  "publishing",
];
const SAMPLE = { name: "sample-2022Q4", passphrase: SAMPLE_PASSPHRASE, analyst: SAMPLE_ANALYST };

test.describe("an open casebook", () => {
  test.use({ book: "sample" });

  test("has eight places, by the rail and by Ctrl and a number", async ({ application: { page } }) => {
    await onFirstStart(page).open(SAMPLE);
    const frame = inFrame(page);
    await frame.expectOpen();
    for (const [index, place] of PLACES.entries()) {
      await frame.go(place);
      await page.keyboard.press(`Control+${((index + 1) % PLACES.length) + 1}`);
      const next = PLACES[(index + 1) % PLACES.length];
      if (next === undefined) throw new Error("no such place");
      await expect(frame.rail.getByRole("button", { name: messages.ja.frame.places[next] }).first()).toHaveAttribute(
        "aria-current",
        "page",
      );
    }
  });

  test("changes its language and colours from the palette, and stays open through a reload", async ({
    application: { page },
  }) => {
    await onFirstStart(page).open(SAMPLE);
    await inFrame(page).speak("en");
    await inFrame(page, "en").colour("dark");
    await page.reload();
    await inFrame(page, "en").expectOpen();
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  });

  test("is refused with the wrong passphrase, and locked with Ctrl L", async ({ application: { page } }) => {
    await onFirstStart(page).open({ ...SAMPLE, passphrase: "not the passphrase" });
    await expect(page.getByText(messages.ja.errors["casebook.wrong-passphrase"]({}))).toBeVisible();
    await onFirstStart(page).open(SAMPLE);
    await inFrame(page).expectOpen();
    await inFrame(page).lock();
    await expect(page.getByText(messages.ja.firstStart.sample, { exact: true }).first()).toBeVisible();
  });
});
