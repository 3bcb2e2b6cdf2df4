import { messages } from "#shared/messages/messages.ts";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { expect, test } from "../fixtures/test.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";
import { inFrame } from "../pages/frame.ts";

const { firstStart, frame, reports, errors } = messages.ja;
const BOOK = { name: "情報ハブ 試験", passphrase: "なつくさや つわものどもが", analyst: "佐伯" };

test("a new casebook: rules beside the fields, then an empty 受付 that says how to begin", async ({
  application: { page },
}) => {
  await page.getByRole("button", { name: firstStart.create }).click();
  const form = page.getByRole("form", { name: firstStart.create });
  await form.getByLabel(firstStart.passphrase, { exact: true }).fill("みじかい");
  await form.getByRole("button", { name: firstStart.create }).click();
  await expect(form.getByText(firstStart.passphraseTooShort(4))).toBeVisible();
  await expect(form.getByText(firstStart.required(firstStart.name))).toBeVisible();
  await form.getByLabel(firstStart.passphrase, { exact: true }).fill(BOOK.passphrase);
  await expect(form.getByText(firstStart.passphraseDiffers)).toBeVisible();

  await onFirstStart(page).create(BOOK);
  await inFrame(page).expectOpen();
  await expect(page.getByText(reports.empty.title)).toBeVisible();
  await expect(page.getByRole("contentinfo", { name: frame.status.label })).toContainText(frame.status.encrypted);
});

test("a known casebook is listed, the analyst's name remembered, a wrong passphrase said beside its field", async ({
  application: { page },
}) => {
  await onFirstStart(page).create(BOOK);
  await inFrame(page).expectOpen();
  await inFrame(page).lock();
  const form = page.getByRole("form", { name: firstStart.open });
  await expect(form.getByRole("radio", { name: BOOK.name })).toBeChecked();
  await expect(form.getByLabel(firstStart.analyst)).toHaveValue(BOOK.analyst);

  const field = form.getByLabel(firstStart.passphrase, { exact: true });
  await field.fill("あいことばは わすれた");
  await page.keyboard.press("Enter");
  await expect(form.getByText(errors["casebook.wrong-passphrase"]({}))).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill(BOOK.passphrase);
  await page.keyboard.press("Enter");
  await inFrame(page).expectOpen();
});

test("the sample opens with its quarter and records", async ({ application: { page } }) => {
  await page.getByRole("button", { name: firstStart.sample }).click();
  const form = page.getByRole("form", { name: firstStart.sample });
  await form.getByLabel(firstStart.passphrase, { exact: true }).fill(SAMPLE_PASSPHRASE);
  await form.getByLabel(firstStart.passphraseAgain).fill(SAMPLE_PASSPHRASE);
  await form.getByLabel(firstStart.analyst).fill(SAMPLE_ANALYST);
  await form.getByRole("button", { name: firstStart.sample }).click();
  await inFrame(page).expectOpen();
  await expect(page.getByRole("contentinfo", { name: frame.status.label })).toContainText(messages.ja.format.items(26));
});
