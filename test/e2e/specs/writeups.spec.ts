import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { messages } from "#shared/messages/messages.ts";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { expect, test } from "../fixtures/test.ts";
import { onCase } from "../pages/casePage.ts";
import { onDesk } from "../pages/desk.ts";
import { inEditor } from "../pages/editor.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";
import { inFrame } from "../pages/frame.ts";
import { useInputMethod } from "../pages/inputMethod.ts";

const { cases, sanitising } = messages.ja;
/** A case of the sample with a report, and with nothing written about it yet. */
const CASE = "会員向けサイトに似せた偽サイト";
/** Of the sample's roster. */
const NAME = "株式会社椋淵精機";
/** Of nobody: never published, so a person has to look at it. */
const UNHEARD = "夕凪鋼管";
const ADDED = `${NAME}の担当者が気付いた。${UNHEARD}に確かめた。後日、${UNHEARD}から連絡があった。再び${UNHEARD}に伝えた。検知は 1,247 台、IPアドレスは一つ。`;

/** Opens the sample, tells more in a case's narrative, and begins its write-up by key. */
async function beginWriteup(page: Page): Promise<ReturnType<typeof onDesk>> {
  await onFirstStart(page).open({
    name: "sample-2022Q4",
    passphrase: SAMPLE_PASSPHRASE,
    analyst: SAMPLE_ANALYST,
  });
  await inFrame(page).go("cases");
  await onCase(page).open(CASE);
  const narrative = inEditor(page, cases.narrative);
  await narrative.writeAtEnd(ADDED);
  await narrative.expectSaved();
  await page.keyboard.press("Escape");
  await page.keyboard.press("w");
  const desk = onDesk(page);
  await expect(desk.queue).toBeFocused();
  return desk;
}

test.describe("a write-up", () => {
  test.use({ book: "sample" });

  test("is begun from a case, worked off and exported by keys alone", async ({ application: { page, home } }) => {
    const desk = await beginWriteup(page);
    await expect(desk.original).toContainText(NAME);
    await expect(desk.text).not.toContainText("椋淵");
    await desk.maskAll();
    await desk.expectOpenCount(0);
    await expect(desk.text).not.toContainText(UNHEARD);
    await page.keyboard.press("Control+Shift+E");
    await desk.expectTakenOut(".pdf");
    const [file = ""] = readdirSync(join(home, "saved")).filter((name) => name.endsWith(".pdf"));
    expect(
      readFileSync(join(home, "saved", file))
        .subarray(0, 5)
        .toString("latin1"),
    ).toBe("%PDF-");
  });

  test("takes a group at once, gives it back by undo, and lets stay only what has a reason", async ({
    application: { page },
  }) => {
    const desk = await beginWriteup(page);
    const before = await desk.openCount();
    await desk.moveTo(UNHEARD);
    await expect(desk.current).toContainText(sanitising.places(3));
    await page.keyboard.press("Shift+M");
    await desk.expectOpenCount(before - 3);
    await expect(desk.text).not.toContainText(UNHEARD);
    await page.keyboard.press("z");
    await desk.expectOpenCount(before);
    await expect(desk.text).toContainText(UNHEARD);

    await desk.moveTo(UNHEARD);
    await page.keyboard.press("Shift+A");
    const reason = page.getByLabel(sanitising.reason);
    await expect(reason).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(reason).toBeFocused();
    await desk.expectOpenCount(before);
    await page.keyboard.type("一般に知られた名前");
    await page.keyboard.press("Enter");
    await desk.expectOpenCount(before - 3);
    await expect(desk.text).toContainText(UNHEARD);
    await page.keyboard.press("End");
    await expect(desk.current).toContainText(sanitising.severity.allowed);
    await page.keyboard.press("Shift+A");
    await desk.expectOpenCount(before);
  });

  test("gives back by Z what was decided last, and by Ctrl Z in the text only what was typed there", async ({
    application: { page },
  }) => {
    const desk = await beginWriteup(page);
    const before = await desk.openCount();
    await desk.moveTo(UNHEARD);
    await page.keyboard.press("Shift+M");
    await desk.expectOpenCount(before - 3);
    await expect(desk.text).not.toContainText(UNHEARD);
    await page.keyboard.press("e");
    await page.keyboard.press("Control+z");
    await expect(desk.text).not.toContainText(UNHEARD);
    await page.keyboard.press("Control+End");
    await page.keyboard.type("なお、");
    await page.keyboard.press("Control+z");
    await expect(desk.text).not.toContainText("なお、");
    await page.keyboard.type("なお、");
    await page.keyboard.press("Escape");
    await page.keyboard.press("z");
    await expect(desk.text).not.toContainText("なお、");
    await expect(desk.text).not.toContainText(UNHEARD);
    await page.keyboard.press("z");
    await desk.expectOpenCount(before);
    await expect(desk.current).toContainText(UNHEARD);
  });

  test("keeps the focus through its dialogs, and waits in the rail until a second person releases it", async ({
    application: { page },
  }) => {
    const desk = await beginWriteup(page);
    await desk.maskAll();
    await expect(desk.panel).toBeFocused();
    await page.keyboard.press("c");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(desk.panel).toBeFocused();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(desk.panel).toBeFocused();
    await page.keyboard.press("y");
    await expect(page.getByText(messages.ja.errors["gate.same-person"]({ author: SAMPLE_ANALYST }))).toBeVisible();
    await expect(inFrame(page).rail.getByTitle(/許可待ち/)).toBeVisible();
    await page.keyboard.press("z");
    await expect(desk.queue).toBeFocused();
    const told = page.getByText(
      messages.ja.frame.undone(messages.ja.frame.actions["sanitising.decide"] ?? "", "").slice(-5),
    );
    await expect(told.first()).toBeVisible();
    await inFrame(page).lock();
    await expect(told).toHaveCount(0);
  });

  test("marks a name as it is typed, and never lets it stay", async ({ application: { page } }) => {
    const desk = await beginWriteup(page);
    await desk.maskAll();
    await page.keyboard.press("e");
    await expect(desk.text).toBeFocused();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(`ここに${NAME}と書いてしまった。`);
    await expect(desk.marks.filter({ hasText: "椋淵精機" }).first()).toHaveAttribute("data-tone", "must");
    await page.keyboard.press("Escape");
    await expect(desk.queue).toBeFocused();
    await expect(desk.line(NAME).first()).toBeVisible();
    await desk.moveTo(NAME);
    await page.keyboard.press("a");
    await expect(page.getByText(sanitising.mustStays).first()).toBeVisible();
    await page.keyboard.press("m");
    await expect(desk.text).not.toContainText("椋淵精機");
  });

  test("has its numbers made coarser and its style mended by key, and hides who is who", async ({
    application: { page },
  }) => {
    const desk = await beginWriteup(page);
    await expect(desk.text).toContainText("1,247 台");
    await page.keyboard.press("n");
    await expect(page.getByRole("listbox", { name: sanitising.numbers.list })).toBeFocused();
    await page.keyboard.press("1");
    await expect(desk.text).not.toContainText("1,247");
    await expect(page.getByText("1,247 台").first()).toBeVisible();

    await expect(desk.text).toContainText("IPアドレス");
    await page.keyboard.press("h");
    await page.keyboard.press("r");
    await expect(desk.text).toContainText("IP アドレス");

    await page.keyboard.press("l");
    const ledger = page.getByRole("table", { name: sanitising.ledger.list });
    await expect(ledger).toContainText("A社");
    await expect(ledger).not.toContainText("椋淵");
    await page.getByRole("button", { name: sanitising.ledger.show }).press("Enter");
    await expect(ledger).toContainText(NAME);
  });

  test("is looked at while an input method composes in it, without disturbing it", async ({
    application: { page },
  }) => {
    const desk = await beginWriteup(page);
    await page.keyboard.press("e");
    await page.keyboard.press("Control+End");
    await page.keyboard.type(`${NAME}では、`);
    const ime = await useInputMethod(page);
    await ime.compose("むくぶちせいき");
    // Long enough for what was typed before to be looked at, if it dared to.
    await page.waitForTimeout(600);
    await expect(desk.text).toContainText(`${NAME}では、むくぶちせいき`);
    await ime.commit("椋淵精機");
    await expect(desk.text).toContainText(`${NAME}では、椋淵精機`);
    await expect(desk.text).not.toContainText("むくぶちせいき");
    await expect(desk.marks.filter({ hasText: "椋淵精機" })).toHaveCount(2);
    // Enter that chose the words is no line break.
    await expect(desk.text.locator("p").last()).toContainText(`${NAME}では、椋淵精機`);
  });
});
