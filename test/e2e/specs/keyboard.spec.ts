import { messages } from "#shared/messages/messages.ts";
import { SAMPLE_ANALYST, SAMPLE_PASSPHRASE } from "../fixtures/sampleBook.ts";
import { expect, test } from "../fixtures/test.ts";
import { onFirstStart } from "../pages/firstStartPage.ts";
import { inFrame } from "../pages/frame.ts";
import { useInputMethod } from "../pages/inputMethod.ts";
import { onReports } from "../pages/reportsPage.ts";

const { frame, reports } = messages.ja;

test.use({ book: "sample" });

test.beforeEach(async ({ application: { page } }) => {
  await onFirstStart(page).open({ name: "sample-2022Q4", passphrase: SAMPLE_PASSPHRASE, analyst: SAMPLE_ANALYST });
  await inFrame(page).expectOpen();
});

test("J and K move, Enter goes into the report, Esc comes back to the list", async ({ application: { page } }) => {
  const { list, detail, currentRow } = onReports(page);
  await expect(list).toBeFocused();
  await page.keyboard.press("j");
  const first = await currentRow.getAttribute("aria-rowindex");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  expect([first, await currentRow.getAttribute("aria-rowindex")]).toEqual(["1", "2"]);
  await page.keyboard.press("Enter");
  await expect(detail).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(list).toBeFocused();
  await page.keyboard.press("End");
  await expect(currentRow).toHaveAttribute("aria-rowindex", (await list.getAttribute("aria-rowcount")) ?? "");
});

test("? shows the keys of the place; / goes to the filter, where letters are letters", async ({
  application: { page },
}) => {
  const { list, judgement, currentRow } = onReports(page);
  await list.focus();
  await page.keyboard.press("j");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText(reports.judge.commands.targeted);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(list).toBeFocused();

  const before = await currentRow.textContent();
  await page.keyboard.press("/");
  const filter = page.getByRole("textbox", { name: reports.filter.labels.text });
  await expect(filter).toBeFocused();
  await page.keyboard.type("tib");
  await expect(filter).toHaveValue("tib");
  await expect(page.getByText(reports.empty.filtered)).toBeVisible();
  await filter.fill("");
  await expect(currentRow).toHaveText(before ?? "");
  await expect(judgement(reports.judge.targeted)).toHaveAttribute("aria-pressed", "false");
});

test("an input method is never broken: its Enter submits nothing, its Escape closes nothing", async ({
  application: { page },
}) => {
  const inputMethod = await useInputMethod(page);
  await onReports(page).list.focus();
  await page.keyboard.press("n");
  const { entry } = onReports(page);
  const title = entry.getByRole("textbox", { name: reports.facts.title });
  await title.focus();
  await inputMethod.compose("ふしん");
  await inputMethod.pressWhileComposing("Escape");
  await expect(entry).toBeVisible();
  await inputMethod.compose("不審");
  await inputMethod.commit("不審");
  await expect(title).toHaveValue("不審");
  await expect(entry.getByText(reports.entry.providerMissing)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(entry.getByText(reports.entry.providerMissing)).toBeVisible();
});

test("the palette finds while an input method composes, and its Enter picks nothing", async ({
  application: { page },
}) => {
  const inputMethod = await useInputMethod(page);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: frame.keys.palette })).toBeFocused();
  await inputMethod.compose("あんけん");
  await expect(page.getByRole("option").first()).toContainText(frame.places.cases);
  await inputMethod.commit("あんけん");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(inFrame(page).rail.getByRole("button", { name: frame.places.cases, exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );
});

test("what was being written down is still there after the form was closed", async ({ application: { page } }) => {
  await onReports(page).list.focus();
  await page.keyboard.press("n");
  const { entry } = onReports(page);
  await entry.getByRole("textbox", { name: reports.facts.title }).fill("書きかけ");
  await page.keyboard.press("Escape");
  await expect(entry).toHaveCount(0);
  await inFrame(page).go("sharings");
  await inFrame(page).go("reports");
  await onReports(page).list.focus();
  await page.keyboard.press("n");
  await expect(entry.getByRole("textbox", { name: reports.facts.title })).toHaveValue("書きかけ");
});
