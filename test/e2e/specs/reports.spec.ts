import { join } from "node:path";
import { messages } from "#shared/messages/messages.ts";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { ROOT } from "../fixtures/startApplication.ts";
import { expect, test } from "../fixtures/test.ts";
import { dropFiles } from "../pages/dropFiles.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";
import { inFrame } from "../pages/frame.ts";
import { onReports } from "../pages/reportsPage.ts";

const { frame, reports, vocabulary, errors } = messages.ja;
const MAILS = join(ROOT, "src/main/core/sample/mails");
const mail = (name: string) => join(MAILS, name);
const FAKE_ALERT = "ブラウザの通知機能を悪用した偽の警告";
const BEC = "会長を名乗り、買収案件への対応を求めるメール";

test.use({ book: "sample" });

test.beforeEach(async ({ application: { page } }) => {
  await onFirstStart(page).open({ name: "sample-2022Q4", passphrase: SAMPLE_PASSPHRASE, analyst: SAMPLE_ANALYST });
  await inFrame(page).expectOpen();
});

test("dropped files: a receipt of what became of each, and the mail as plain text under its covering mail", async ({
  application: { page },
}) => {
  const twice = mail("06-bec-nijuu-tensou.eml");
  await dropFiles(page, [twice, join(ROOT, "package.json"), twice]);
  const { receipt } = inFrame(page);
  await expect(receipt.getByRole("status")).toHaveText(
    [frame.receipt.imported(1), frame.receipt.duplicate(1), frame.receipt.failed(1)].join(frame.receipt.separator),
  );
  await expect(receipt).toContainText(errors["intake.not-a-mail"]({ file: "package.json" }));

  const { detail } = onReports(page);
  await expect(detail.getByRole("button", { name: reports.mail.covering })).toHaveAttribute("aria-expanded", "false");
  await expect(detail.getByRole("button", { name: reports.mail.attack })).toHaveAttribute("aria-expanded", "true");
  await expect(detail.getByText("機密の案件を進めており")).toBeVisible();
  await detail.getByRole("button", { name: reports.mail.covering }).click();
  await expect(detail.getByText("社長を装うメールを転送します")).toBeVisible();
  await expect(detail.getByText("198[.]51[.]100[.]34")).toBeVisible();
});

test("one key judges, Ctrl Z takes it back and says what", async ({ application: { page } }) => {
  const { open, judgement, currentRow } = onReports(page);
  await open.call(onReports(page), BEC);
  await expect(judgement(reports.judge.indiscriminate)).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("t");
  await expect(judgement(reports.judge.targeted)).toHaveAttribute("aria-pressed", "true");
  await expect(currentRow).toContainText(vocabulary.assessment.targeted);
  await expect(page.getByTitle(frame.undoWhat(frame.actions["reports.assess"] ?? "", BEC))).toBeEnabled();
  await page.keyboard.press("Control+z");
  await expect(judgement(reports.judge.indiscriminate)).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText(frame.undone(frame.actions["reports.assess"] ?? "", BEC))).toBeVisible();
});

test("a report is made void only with a reason, by a button that names it", async ({ application: { page } }) => {
  const { detail } = onReports(page);
  await onReports(page).open(BEC);
  await page.keyboard.press("v");
  const dialog = page.getByRole("dialog");
  const confirm = dialog.getByRole("button", { name: reports.makeVoid.confirm("R-0254") });
  await confirm.click();
  await expect(dialog.getByText(reports.makeVoid.reasonMissing)).toBeVisible();
  await dialog.getByRole("button", { name: reports.makeVoid.reasons[0] ?? "" }).click();
  await confirm.click();
  await expect(dialog).toHaveCount(0);
  await expect(detail.getByText(reports.makeVoid.reasons[0] ?? "").first()).toBeVisible();
  await expect(onReports(page).currentRow).toContainText(vocabulary.voided);
});

test("the provider is corrected by its reading, from the keyboard", async ({ application: { page } }) => {
  const { detail, currentRow } = onReports(page);
  await onReports(page).open(BEC);
  await detail.getByRole("button", { name: reports.provider.change }).click();
  await page.getByRole("combobox", { name: reports.provider.change }).fill("むくぶち");
  await expect(page.getByRole("option").first()).toContainText("株式会社椋淵精機");
  await page.keyboard.press("Enter");
  await expect(detail.getByRole("button", { name: `${reports.provider.change}: 株式会社椋淵精機` })).toBeVisible();
  await expect(currentRow).toContainText("株式会社椋淵精機");
});

test("several reports ticked become one case", async ({ application: { page } }) => {
  const { list } = onReports(page);
  await expect(onReports(page).row(BEC)).toBeVisible();
  await list.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page.getByText(reports.judge.selected(2))).toBeVisible();
  await onReports(page).makeCase();
  await expect(page.getByText(reports.caseMade(2))).toBeVisible();
  await expect(inFrame(page).rail.getByRole("button", { name: frame.places.cases, exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );
});

test("a report is added to a case that is there, found by its words; the focus comes back to the list", async ({
  application: { page },
}) => {
  const { list, detail } = onReports(page);
  await onReports(page).open(BEC);
  const field = await onReports(page).askCase();
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(list).toBeFocused();

  await onReports(page).askCase();
  await page.keyboard.insertText("偽の警告");
  // At once, while the search is still on its way: it takes what was typed, not what was listed before.
  await page.keyboard.press("Enter");
  await expect(page.getByText(reports.toCase.added(FAKE_ALERT, 1))).toBeVisible();
  await expect(detail.getByRole("button", { name: FAKE_ALERT })).toBeVisible();
  await expect(list).toBeFocused();
});

test("a report by telephone: keyboard only, full-width figures", async ({ application: { page } }) => {
  await onReports(page).list.focus();
  await page.keyboard.press("n");
  const { entry, detail } = onReports(page);
  await expect(entry.getByRole("combobox", { name: reports.facts.provider })).toBeFocused();
  await page.keyboard.insertText("あしすでん");
  await expect(page.getByRole("option", { name: "葦洲電力株式会社" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.insertText("電話で聞いた不審な請求書");
  for (const text of ["", "", "２０２２／１２／２７　９：３０", "３"]) {
    await page.keyboard.press("Tab");
    if (text !== "") {
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(text);
    }
  }
  await page.keyboard.press("Tab");
  await page.keyboard.insertText("詳しくは折り返しの電話で。");
  await page.keyboard.press("Control+Enter");
  await expect(entry).toHaveCount(0);
  await expect(detail.getByRole("heading", { name: "電話で聞いた不審な請求書" })).toBeVisible();
  await expect(detail.getByRole("button", { name: `${reports.facts.items}: 3` })).toBeVisible();
  await expect(detail.getByRole("button", { name: `${reports.facts.receivedAt}: 2022-12-27 09:30` })).toBeVisible();
});

test("observables are pasted in harmless spellings, shown so, and taken back by undo", async ({
  application: { page },
}) => {
  const { detail } = onReports(page);
  await onReports(page).open(BEC);
  await detail.getByRole("button", { name: reports.observables.add }).click();
  await page.keyboard.insertText("hxxp://bad[.]example/x 203[.]0[.]113[.]9");
  await page.keyboard.press("Enter");
  const table = detail.getByRole("table", { name: reports.observables.title });
  await expect(table.getByRole("row").filter({ hasText: "hxxp://bad[.]example/x" })).toContainText(
    vocabulary.observableRole.attacker,
  );
  await expect(table).toContainText("203[.]0[.]113[.]9");
  await onReports(page).list.focus();
  await page.keyboard.press("Control+z");
  await expect(table).not.toContainText("bad[.]example");
});
