import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, crc32 } from "node:zlib";
import type { Page } from "@playwright/test";
import { messages } from "#shared/messages/messages.ts";
import { SAMPLE_ANALYST, SAMPLE_BOOK, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { startApplication } from "../fixtures/startApplication.ts";
import { expect, test } from "../fixtures/test.ts";
import { onCase } from "../pages/casePage.ts";
import { inEditor } from "../pages/editor.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";
import { inFrame } from "../pages/frame.ts";

const { cases, editor } = messages.ja;
const RANSOMWARE = "VPN 装置からの侵入によるランサムウェア被害";
const PHISHING = "URL リンクの細工で検知を避けるフィッシングメール";

async function openCase(page: Page, title: string): Promise<void> {
  await onCase(page).open(title);
}

async function openSample(page: Page): Promise<void> {
  await onFirstStart(page).open({
    name: "sample-2022Q4",
    passphrase: SAMPLE_PASSPHRASE,
    analyst: SAMPLE_ANALYST,
  });
  await inFrame(page).go("cases");
  await expect(onCase(page).list).toBeVisible();
}

/** A PNG of one grey pixel. */
function makePng(): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.from([0, 128]));
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

test("a text is kept when the window is closed, or the book locked, in the middle of it", async ({}, info) => {
  const home = info.outputPath("home");
  mkdirSync(join(home, "books"), { recursive: true });
  copyFileSync(SAMPLE_BOOK, join(home, "books", "sample-2022Q4.casebook"));
  const first = await startApplication({ home });
  await openSample(first.page);
  await openCase(first.page, RANSOMWARE);
  await inEditor(first.page, cases.summary).writeAtEnd("閉じる直前の文。");
  const closed = first.page.waitForEvent("close");
  await first.page.close({ runBeforeUnload: true });
  await closed;
  await first.quit();

  const second = await startApplication({ home });
  await openSample(second.page);
  await openCase(second.page, RANSOMWARE);
  const summary = inEditor(second.page, cases.summary);
  await expect(summary.text).toContainText("閉じる直前の文。");
  await summary.writeAtEnd("施錠直前の文。");
  await inFrame(second.page).lock();
  await openSample(second.page);
  await openCase(second.page, RANSOMWARE);
  await expect(summary.text).toContainText("施錠直前の文。");
  await second.quit();
});

test.describe("a case", () => {
  test.use({ book: "sample" });

  test("keeps what is typed, also when one goes to another case at once and after a reload", async ({
    application: { page },
  }) => {
    await openSample(page);
    await openCase(page, RANSOMWARE);
    const narrative = inEditor(page, cases.narrative);
    await narrative.writeAtEnd("復旧の状況を追記する。");
    await openCase(page, PHISHING);
    await expect(inEditor(page, cases.narrative).text).not.toContainText("復旧の状況を追記する。");
    await openCase(page, RANSOMWARE);
    await expect(narrative.text).toContainText("復旧の状況を追記する。");
    await narrative.expectSaved();
    await page.reload();
    await expect(narrative.text).toContainText("復旧の状況を追記する。");
  });

  test("takes back what was written when one undoes it outside of the text", async ({ application: { page } }) => {
    await openSample(page);
    await openCase(page, RANSOMWARE);
    const narrative = inEditor(page, cases.narrative);
    await narrative.writeAtEnd("一つめ。");
    await narrative.expectSaved();
    await narrative.writeAtEnd("二つめ。");
    await narrative.expectSaved();
    await onCase(page).list.focus();
    await page.keyboard.press("Control+z");
    await expect(narrative.text).not.toContainText("二つめ。");
    await page.keyboard.press("Control+y");
    await expect(narrative.text).toContainText("二つめ。");
  });

  test("takes a conversion of an input method whole, and its Enter does nothing else", async ({
    application: { page },
  }) => {
    await openSample(page);
    await openCase(page, RANSOMWARE);
    const summary = inEditor(page, cases.summary);
    await summary.text.click();
    await page.keyboard.press("Control+End");
    const paragraphs = await summary.text.locator("p").count();
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send("Input.imeSetComposition", { text: "ふっきゅう", selectionStart: 5, selectionEnd: 5 });
    await page.waitForTimeout(1200);
    await keyboard.send("Input.insertText", { text: "復旧" });
    await summary.expectSaved();
    await expect(summary.text).toContainText("復旧");
    await expect(summary.text).not.toContainText("ふっきゅう");
    await expect(summary.text.locator("p")).toHaveCount(paragraphs);
  });

  test("holds footnotes numbered in order, written in place", async ({ application: { page } }) => {
    await openSample(page);
    await openCase(page, RANSOMWARE);
    const narrative = inEditor(page, cases.narrative);
    const before = await narrative.footnotes.getByRole("listitem").count();
    await narrative.writeAtEnd("費用は約 2,000 万円であった");
    await narrative.insertFootnote("情報提供外のため内訳は不明。");
    await expect(narrative.footnotes.getByRole("listitem")).toHaveCount(before + 1);
    await expect(narrative.footnotes).toContainText("情報提供外のため内訳は不明。");
    await narrative.expectSaved();
    await page.reload();
    await expect(narrative.footnotes).toContainText("情報提供外のため内訳は不明。");
  });

  test("holds figures drawn from words, with number and caption", async ({ application: { page } }) => {
    await openSample(page);
    await openCase(page, RANSOMWARE);
    const narrative = inEditor(page, cases.narrative);
    const before = await narrative.text.locator("figure").count();
    await narrative.writeAtEnd("");
    const source = await narrative.insertFigure("attack-flow");
    await expect(source).toBeFocused();
    await source.fill("攻撃者 -> メールサーバ: 偽のメールを送る");
    await page.keyboard.press("Control+Enter");
    const figure = narrative.figure(before);
    await expect(figure).toContainText("偽のメールを送る");
    await figure.getByRole("textbox", { name: editor.caption }).fill("偽のメールの流れ");
    await page.keyboard.press("Enter");
    await expect(figure).toContainText(editor.figureNumber(before + 1));
    await narrative.expectSaved();
    await page.reload();
    await expect(narrative.figure(before).getByRole("textbox", { name: editor.caption })).toHaveValue(
      "偽のメールの流れ",
    );
  });

  test("takes a pasted picture, and says why it does not take another file", async ({ application: { page } }) => {
    await openSample(page);
    await openCase(page, RANSOMWARE);
    const narrative = inEditor(page, cases.narrative);
    await narrative.writeAtEnd("");
    await narrative.pasteFile({ name: "警告.png", type: "image/png", bytes: makePng() });
    const picture = narrative.text.locator("figure img");
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    await narrative.pasteFile({ name: "動画.gif", type: "image/gif", bytes: makePng() });
    await expect(page.getByRole("alert").filter({ hasText: editor.pictureWrongType("動画.gif") })).toBeVisible();
    await expect(picture).toHaveCount(1);
  });

  test("reduces pasted web pages to words and structure", async ({ application: { page } }) => {
    await openSample(page);
    await openCase(page, RANSOMWARE);
    const narrative = inEditor(page, cases.narrative);
    await narrative.writeAtEnd("調べたこと。");
    await page.keyboard.press("Enter");
    await narrative.pasteHtml(
      '<h2 style="color:red" onclick="x()">攻撃の記録</h2><p>本文<img src="https://tracker.example/a.png" onerror="x()">' +
        '<a href="javascript:x()">危険</a><a href="https://hub.example/">公開</a></p><iframe src="https://x.example"></iframe>',
    );
    await expect(narrative.text.getByRole("heading", { name: "攻撃の記録" })).toBeVisible();
    await expect(narrative.text.locator("img[src*=tracker], iframe, a[href], [style*=red], [onclick]")).toHaveCount(0);
    await expect(narrative.text.locator(".narrative-link", { hasText: "公開" })).toBeVisible();
    await expect(narrative.text.locator(".narrative-link", { hasText: "危険" })).toHaveCount(0);
  });

  test("carries figures, footnotes and links through the clipboard", async ({ application: { page } }) => {
    await openSample(page);
    await openCase(page, PHISHING);
    const narrative = inEditor(page, cases.narrative);
    const figures = await narrative.text.locator("figure").count();
    const captions = await narrative.captions();
    await narrative.writeAtEnd("注を付ける");
    await narrative.insertFootnote("一つめの注。");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+x");
    await expect(narrative.text.locator("figure")).toHaveCount(0);
    await page.keyboard.press("Control+v");
    await expect(narrative.text.locator("figure")).toHaveCount(figures);
    expect(await narrative.captions()).toStrictEqual(captions);
    await expect(narrative.footnotes).toContainText("一つめの注。");
  });

  test("is linked with a reason, is seen from the other side, and the link can be taken away and back", async ({
    application: { page },
  }) => {
    const why = "どちらも認証を一時的に弱めた間に侵入されている。";
    await openSample(page);
    await openCase(page, RANSOMWARE);
    const other = await onCase(page).linkTo("偽の警告", why, "follow-up-of");
    const here = onCase(page).link(why);
    await expect(here).toContainText(cases.links.outgoing["follow-up-of"]);
    await here.getByRole("button", { name: other, exact: true }).click();
    const there = onCase(page).link(why);
    await expect(there).toContainText(cases.links.incoming["follow-up-of"]);
    await there.getByRole("button", { name: cases.links.remove(RANSOMWARE) }).click();
    await expect(there).toHaveCount(0);
    await page.getByRole("status").getByRole("button", { name: messages.ja.frame.undo }).click();
    await expect(there).toBeVisible();
  });

  test("offers cases that may belong together, with what speaks for it, and links one by a key", async ({
    application: { page },
  }) => {
    const [case1, case2] = [
      "経営者等を装って送金を促すビジネスメール詐欺",
      "CEO をかたって連絡を求めるビジネスメール詐欺",
    ];
    await openSample(page);
    await openCase(page, case1);
    const { links } = onCase(page);
    const { suggestions } = cases.links;
    const offered = links.getByRole("region", { name: suggestions.title });
    const first = offered.getByRole("listitem").first();
    await expect(first).toContainText(case2);
    await expect(first).toContainText(suggestions.evidence.techniques("T1566, T1656"));
    await page.keyboard.press("Shift+L");
    const made = links.getByRole("button", { name: cases.links.remove(case2) });
    await expect(made).toBeVisible();
    await expect(offered.getByText(case2)).toHaveCount(0);
    await page.getByRole("status").getByRole("button", { name: messages.ja.frame.undo }).click();
    await expect(made).toHaveCount(0);
    await first.getByRole("button", { name: suggestions.link(case2) }).click();
    await expect(made).toBeVisible();
  });

  test("is started by N from what the hub collected, and its facts are edited where they stand", async ({
    application: { page },
  }) => {
    await openSample(page);
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(cases.fields.title).fill("公開情報で見つけた偽サイト");
    await dialog.getByLabel(cases.fields.openedAt).fill("２０２２年１２月５日");
    await dialog.getByRole("button", { name: cases.createButton }).click();
    await expect(page.getByRole("article", { name: "公開情報で見つけた偽サイト" })).toBeVisible();
    const techniques = page.getByRole("textbox", { name: cases.fields.techniques });
    await techniques.fill("ｔ１５６６");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: cases.removeTechnique("T1566") })).toBeVisible();
    await expect(page.getByRole("grid", { name: cases.listLabel })).toContainText("2022-12-05");
  });
});
