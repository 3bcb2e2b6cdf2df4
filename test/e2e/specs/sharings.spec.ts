import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { messages } from "#shared/messages/messages.ts";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { expect, test } from "../fixtures/test.ts";
import { onCase } from "../pages/casePage.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";
import { inFrame } from "../pages/frame.ts";
import { onSharings } from "../pages/sharingsPage.ts";

const { sharings, approvals, vocabulary } = messages.ja;
const CASE = "VPN 装置からの侵入によるランサムウェア被害";
const OTHER_ANALYST = "望月";

async function openSample(page: Page, analyst: string): Promise<void> {
  await onFirstStart(page).open({ name: "sample-2022Q4", passphrase: SAMPLE_PASSPHRASE, analyst });
  await inFrame(page).expectOpen();
}

/** The draft of a sharing, born from the case by S. */
async function shareCase(page: Page): Promise<void> {
  await inFrame(page).go("cases");
  await onCase(page).open(CASE);
  await onCase(page).list.focus();
  await page.keyboard.press("s");
  await expect(page.getByText(sharings.create.madeFrom)).toBeVisible({ timeout: 30_000 });
  await onSharings(page).expectState(vocabulary.sharingState.draft);
}

/** Sanitised, asked, answered: all that one analyst can do alone. */
async function bringToApproved(page: Page): Promise<void> {
  const on = onSharings(page);
  await on.goOn(sharings.next.markSanitised);
  await on.expectState(vocabulary.sharingState.sanitised);
  await on.goOn(approvals.ask);
  await on.askEverybody();
  await on.expectState(vocabulary.sharingState["awaiting-approval"]);
  await on.goOn(approvals.record);
  await on.answer("share", "conditional");
  await on.dialog.getByRole("checkbox", { name: approvals.term["not-in-public-report"] }).press("Space");
  await on.answer("publish", "declined");
  await on.recordAnswer("メール");
  await on.expectState(vocabulary.sharingState.approved);
}

async function lockAndOpenAs(page: Page, analyst: string): Promise<void> {
  await inFrame(page).lock();
  await openSample(page, analyst);
  await inFrame(page).go("sharings");
  await onSharings(page).list.getByRole("row").filter({ hasText: CASE }).first().click();
}

test.describe("a sharing", () => {
  test.use({ book: "sample" });
  test.setTimeout(240_000);

  test("goes from a case to the participants by keyboard, through two people, and comes back", async ({
    application: { page, home },
  }) => {
    const on = onSharings(page);
    await openSample(page, SAMPLE_ANALYST);
    await shareCase(page);

    await test.step("is sanitised, asked about with a packet, and approved under a condition", async () => {
      await bringToApproved(page);
      const saved = readdirSync(join(home, "saved"));
      expect(saved.filter((name) => name.endsWith(".pdf"))).toHaveLength(1);
      expect(saved.filter((name) => name.endsWith(".eml"))).toHaveLength(1);
      await expect(on.section(approvals.title)).toContainText(approvals.state.conditional);
      await expect(on.section(approvals.title)).toContainText(approvals.term["not-in-public-report"]);
      await expect(on.section(approvals.title)).toContainText(approvals.state.declined);
    });

    await test.step("cannot be released by its author", async () => {
      await expect(on.nextStep).toContainText(sharings.next.releaseByOther(SAMPLE_ANALYST));
      await expect(on.nextStep).toContainText(sharings.audience.nobody);
      await on.addEverySig();
    });

    await test.step("is released by another analyst and shared", async () => {
      await lockAndOpenAs(page, OTHER_ANALYST);
      await on.goOn(sharings.next.release);
      await on.goOn(sharings.next.share);
      await on.confirmIssue();
      await on.expectState(vocabulary.sharingState.shared);
      const ledger = on.section(sharings.issues.title);
      await expect(ledger.getByRole("row")).toHaveCount(2);
      await expect(ledger).toContainText(OTHER_ANALYST);
      await expect(ledger.getByRole("button", { name: sharings.issues.csv })).toBeVisible();
    });

    await test.step("is corrected: the words change, and everybody is asked anew", async () => {
      await on.list.focus();
      await on.writeAtDesk("続報を受けて追記した。");
      await expect(on.section(approvals.title)).toContainText(approvals.state.void);
      await expect(on.section(approvals.title)).toContainText(approvals.voidHint(["words"]));
      await on.explainCorrection("侵入の経路を書き足した。");
      await on.goOn(approvals.ask);
      await expect(on.dialog.getByText(approvals.state.void).first()).toBeVisible();
      await on.dialog.getByRole("button", { name: approvals.askDialog.showChanges }).press("Enter");
      await expect(on.dialog.getByRole("listitem").filter({ hasText: "続報を受けて追記した。" })).toBeVisible();
      await on.dialog.getByRole("button", { name: approvals.askDialog.make(1) }).focus();
      await on.askEverybody();
      await on.goOn(approvals.record);
      await on.answer("share", "approved");
      await on.recordAnswer("電話");
      await lockAndOpenAs(page, SAMPLE_ANALYST);
      await on.goOn(sharings.next.release);
      await on.goOn(sharings.next.shareAgain);
      await expect(on.dialog).toContainText("侵入の経路を書き足した。");
      await on.confirmIssue();
      await expect(on.section(sharings.issues.title).getByRole("row")).toHaveCount(3);
      await expect(on.section(sharings.issues.title)).toContainText("侵入の経路を書き足した。");
      await expect(on.nextStep).toContainText(sharings.board.corrected);
    });

    await test.step("is seen by a participant, and that can be taken back", async () => {
      await on.list.focus();
      await on.goOn(sharings.next.sighting);
      const name = await on.pickOrganization("電力");
      await on.dialog.getByLabel(sharings.sightings.note).fill("同じ送信元からの通信があった。");
      await page.keyboard.press("Control+Enter");
      await expect(on.dialog).toHaveCount(0);
      await expect(on.section(sharings.sightings.title)).toContainText(name);
      await page.keyboard.press("Control+z");
      await expect(on.section(sharings.sightings.title)).not.toContainText(name);
      await page.keyboard.press("Control+y");
      await expect(on.section(sharings.sightings.title)).toContainText(name);
    });

    await test.step("leaves the others silent until they answer", async () => {
      await on.show("silence");
      const silent = page.getByRole("grid", { name: sharings.silence.label });
      await silent.focus();
      await page.keyboard.press("ArrowDown");
      await expect(on.detail).toContainText(CASE);
      const name = await on.detail.getByRole("heading", { level: 1 }).innerText();
      await on.detail.getByRole("button", { name: sharings.silence.recordAnswer }).press("Enter");
      await on.dialog.getByLabel(sharings.answers.text).fill("該当なし");
      await page.keyboard.press("Control+Enter");
      await expect(silent.getByRole("row").filter({ hasText: name })).toHaveCount(0);
    });
  });

  test("loses approval and release with an indicator, and is withdrawn with a notice that another person makes", async ({
    application: { page, home },
  }) => {
    const on = onSharings(page);
    await openSample(page, SAMPLE_ANALYST);
    await shareCase(page);
    await bringToApproved(page);
    await on.addEverySig();

    await test.step("an indicator taken out asks everybody anew, and put back it is as it was", async () => {
      const list = on.section(sharings.indicators.title);
      const first = list.getByRole("checkbox").first();
      await first.click();
      await expect(on.section(approvals.title)).toContainText(approvals.voidHint(["list"]));
      await expect(on.nextStep).toContainText(vocabulary.sharingState["awaiting-approval"]);
      await expect(on.primary(approvals.ask)).toBeEnabled({ timeout: 45_000 });
      await first.click();
      await expect(on.section(approvals.title)).toContainText(approvals.state.conditional);
      await on.goOn(sharings.next.markApproved);
      await on.expectState(vocabulary.sharingState.approved);
    });

    await test.step("goes out under a number", async () => {
      await lockAndOpenAs(page, OTHER_ANALYST);
      await on.goOn(sharings.next.release);
      await on.goOn(sharings.next.share);
      await on.confirmIssue();
      await on.expectState(vocabulary.sharingState.shared);
      await expect(on.detail).toContainText(/\b20\d\d-001\b/u);
    });

    await test.step("is withdrawn for a reason that tells nothing", async () => {
      await on.choose(sharings.next.withdraw);
      await on.dialog.getByLabel(sharings.withdrawDialog.reason).fill("榛堰化学工業株式会社の求めにより");
      await page.keyboard.press("Control+Enter");
      await expect(on.dialog.getByRole("alert")).toContainText("理由に情報提供元を示す語");
      await on.dialog.getByLabel(sharings.withdrawDialog.reason).fill("情報提供元の求めにより");
      await page.keyboard.press("Control+Enter");
      await expect(on.dialog).toHaveCount(0);
      await on.expectState(vocabulary.sharingState.withdrawn);
      await expect(on.nextStep).toContainText("お知らせは、望月さんではない担当者が作ります");
      await expect(on.section(sharings.issues.title)).toContainText(sharings.issues.noticeDue);
    });

    await test.step("and whoever got it is told by another person", async () => {
      await lockAndOpenAs(page, SAMPLE_ANALYST);
      await on.goOn(sharings.next.giveNotice);
      const save = on.section(sharings.issues.title).getByRole("button", { name: sharings.issues.notice });
      await save.press("Enter", { timeout: 45_000 });
      await expect
        .poll(() => readdirSync(join(home, "saved")).filter((name) => /撤回のお知らせ_20\d\d-001\.pdf$/u.test(name)))
        .toHaveLength(1);
      await expect(on.nextStep).toContainText(sharings.next.withdrawnHint);
    });
  });

  test("is on the board, where keys move cards as far as their facts allow and say why not further", async ({
    application: { page },
  }) => {
    const on = onSharings(page);
    await openSample(page, SAMPLE_ANALYST);
    await shareCase(page);
    await on.show("board");
    const draft = on.column("draft").getByRole("option", { name: CASE });
    await expect(draft).toHaveAttribute("aria-selected", "true");
    await expect(on.column("draft")).toBeFocused();
    await page.keyboard.press("Shift+ArrowRight");
    const sanitised = on.column("sanitised").getByRole("option", { name: CASE });
    await expect(sanitised).toBeVisible({ timeout: 30_000 });
    await expect(on.column("sanitised")).toBeFocused();
    await page.keyboard.press("Shift+ArrowRight");
    await expect(on.column("awaiting-approval").getByRole("option", { name: CASE })).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press("Shift+ArrowRight");
    const waiting = on.column("awaiting-approval").getByRole("option", { name: CASE });
    await expect(waiting.getByRole("alert")).toContainText("承認", { timeout: 30_000 });
    await page.keyboard.press("ArrowRight");
    await expect(on.column("shared")).toBeFocused();
    await page.keyboard.press("Shift+ArrowLeft");
    await expect(on.column("shared").getByRole("alert")).toHaveText(sharings.card.notBack);
    await page.keyboard.press("Enter");
    await expect(on.detail).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(on.column("shared")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(on.detail).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(sanitised).toBeVisible();
  });

  test("can be dragged to another column, and begun from nothing", async ({ application: { page } }) => {
    const on = onSharings(page);
    await openSample(page, SAMPLE_ANALYST);
    await inFrame(page).go("sharings");
    await expect(on.list).toBeVisible();
    await page.keyboard.press("n");
    await on.dialog.getByLabel(sharings.create.name).fill("公開情報で見つけた手口");
    await page.keyboard.press("Enter");
    await expect(on.detail.getByRole("heading", { level: 1 })).toContainText("公開情報で見つけた手口");
    await on.list.focus();
    await on.writeAtDesk("公開された資料で、新しい手口が報告されている。");
    await on.show("board");
    const card = on.column("draft").getByRole("option", { name: "公開情報で見つけた手口" });
    await card.dragTo(on.column("approved"));
    await expect(on.column("approved").getByRole("option", { name: "公開情報で見つけた手口" })).toBeVisible({
      timeout: 30_000,
    });
  });

  test("stays a draft while its words name somebody", async ({ application: { page } }) => {
    const on = onSharings(page);
    await openSample(page, SAMPLE_ANALYST);
    await shareCase(page);
    await on.list.focus();
    await on.writeAtDesk("榛堰化学工業株式会社の担当者から聞いた。");
    await expect(on.primary(sharings.next.sanitise)).toBeVisible({ timeout: 30_000 });
    await on.show("board");
    const refused = on.column("draft").getByRole("option", { name: CASE });
    await expect(refused).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Shift+ArrowRight");
    await expect(refused.getByRole("alert")).toBeVisible({ timeout: 30_000 });
    await expect(refused.getByRole("alert")).not.toContainText("undefined");
  });
});
