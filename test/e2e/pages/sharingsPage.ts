import { expect, type Locator, type Page } from "@playwright/test";
import type { ConsentPurpose } from "#shared/domain/consent.ts";
import type { ApprovalDecision } from "#shared/domain/vocabulary.ts";
import { messages, type Language } from "#shared/messages/messages.ts";
import { inEditor } from "./editor.ts";

/** The gate reads the whole text, with a roster that may have to be compiled first. */
const GATE_TIMEOUT_MS = 45_000;

const VIEW_KEYS = { list: "l", board: "b", waiting: "w", silence: "s", unshared: "u" } as const;

/** 共有: list and board, one sharing with its next step, the dialogs of approval, silence. */
export function onSharings(page: Page, language: Language = "ja") {
  const { sharings, approvals, vocabulary, sanitising } = messages[language];
  const list = page.getByRole("grid", { name: sharings.listLabel });
  const board = page.getByRole("group", { name: sharings.boardLabel });
  const detail = page.getByRole("article");
  const nextStep = detail.getByRole("group", { name: sharings.next.label });
  const dialog = page.getByRole("dialog");
  return {
    list,
    board,
    detail,
    nextStep,
    dialog,
    /** The one primary action of the sharing that is open. */
    primary: (name: string): Locator => nextStep.getByRole("button", { name, exact: true }),
    column: (name: keyof typeof sharings.board): Locator => page.getByRole("listbox", { name: sharings.board[name] }),
    section: (title: string): Locator =>
      detail.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: title, exact: true }) }),
    async show(view: keyof typeof VIEW_KEYS): Promise<void> {
      await page.keyboard.press(VIEW_KEYS[view]);
      await expect(
        page.getByRole("group", { name: sharings.views.label }).getByRole("button", { pressed: true }),
      ).toContainText(sharings.views[view]);
    },
    /** G: what comes next, once it is known and is this. */
    async goOn(name: string): Promise<void> {
      await expect(nextStep.getByRole("button", { name, exact: true })).toBeEnabled({ timeout: GATE_TIMEOUT_MS });
      await page.keyboard.press("g");
    },
    async expectState(word: string): Promise<void> {
      await expect(nextStep).toContainText(word);
    },
    /** Another step than the next one, from the menu. */
    async choose(name: string): Promise<void> {
      await nextStep.getByRole("button", { name: sharings.next.more }).click();
      await page.getByRole("menuitem", { name, exact: true }).click();
    },
    /** The whole dialog 承認を求める by Enter: makes the packets, saves every file, closes. */
    async askEverybody(): Promise<void> {
      await expect(dialog.getByRole("button", { name: approvals.askDialog.make(1) })).toBeFocused();
      await page.keyboard.press("Enter");
      // Typeset, read back and looked through before it is there.
      await expect(dialog.getByRole("button", { name: approvals.askDialog.saveAll })).toBeFocused({
        timeout: GATE_TIMEOUT_MS,
      });
      await page.keyboard.press("Enter");
      await expect(dialog.getByText(approvals.askDialog.savedAs("").trim()).first()).toBeVisible();
      await dialog.getByRole("button", { name: approvals.askDialog.finish }).press("Enter");
      await expect(dialog).toHaveCount(0);
    },
    /** An answer in the dialog 承認を記録, for one purpose. */
    async answer(purpose: ConsentPurpose, decision: ApprovalDecision): Promise<void> {
      const choices = dialog.getByRole("radiogroup", { name: approvals.purpose[purpose] });
      await choices.getByRole("radio", { name: vocabulary.decision[decision], exact: true }).press("Space");
    },
    async recordAnswer(how: string): Promise<void> {
      await dialog.getByLabel(approvals.recordDialog.how, { exact: true }).fill(how);
      await page.keyboard.press("Enter");
      await expect(dialog).toHaveCount(0);
    },
    /** Gives it out: the button that names how many, by Enter. */
    async confirmIssue(): Promise<void> {
      await expect(dialog.locator("button[type=submit]")).toBeFocused({ timeout: GATE_TIMEOUT_MS });
      await page.keyboard.press("Enter");
      await expect(dialog).toHaveCount(0, { timeout: GATE_TIMEOUT_MS });
    },
    /** E: a sentence more at the end of the text, at the desk, until the sharing is there again. */
    async writeAtDesk(sentence: string): Promise<void> {
      await expect(detail.getByRole("button", { name: sharings.openDesk })).toBeVisible();
      await page.keyboard.press("e");
      await expect(page.getByRole("button", { name: sharings.closeDesk })).toBeVisible();
      const editor = inEditor(page, sanitising.text, language);
      await editor.writeAtEnd(sentence);
      await editor.expectSaved();
      await page.getByRole("button", { name: sharings.closeDesk }).press("Enter");
      await expect(detail.getByRole("document")).toContainText(sentence, { timeout: GATE_TIMEOUT_MS });
    },
    /** What a correction says that it corrects, where it stands. */
    async explainCorrection(words: string): Promise<void> {
      const section = detail
        .locator("section")
        .filter({ has: page.getByRole("heading", { level: 2, name: sharings.correction.title, exact: true }) });
      await section.getByRole("button").first().click();
      await section.getByRole("textbox").fill(words);
      await page.keyboard.press("Control+Enter");
      await expect(section).toContainText(words);
      await list.focus();
    },
    /** Finds an organisation by a piece of its name; answers the whole name. */
    async pickOrganization(text: string): Promise<string> {
      const field = dialog.getByRole("combobox");
      await expect(field).toBeFocused();
      await field.fill(text);
      await expect(dialog.getByRole("option").first()).toContainText(text);
      await page.keyboard.press("Enter");
      return field.inputValue();
    },
    /** Every SIG of the scheme is to get it. */
    async addEverySig(): Promise<void> {
      await detail.getByRole("button", { name: `${sharings.audience.sigs}: ${sharings.audience.add}` }).press("Enter");
      const all = page.getByRole("menuitem", { name: sharings.audience.all });
      await all.press("Enter");
      await expect(detail.getByText(sharings.audience.nobody)).toHaveCount(0);
    },
  };
}
