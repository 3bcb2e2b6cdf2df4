import { expect, type Locator, type Page } from "@playwright/test";
import type { Quarter } from "#shared/domain/quarter.ts";
import { messages, type Language } from "#shared/messages/messages.ts";

/** 四半期: table 1 and what stands behind its numbers. */
export function onQuarter(page: Page, language: Language = "ja") {
  const { quarters, format } = messages[language];
  const table = page.getByRole("table", { name: quarters.table.title });
  return {
    table,
    row: (name: string): Locator => table.getByRole("row").filter({ hasText: name }),
    openWork: page.getByRole("region", { name: quarters.openWork.title, exact: true }),
    revisions: page.getByRole("region", { name: quarters.frozen.revisions, exact: true }),
    /** Opens a number of the page to its records; the first of that name and value. */
    async openFigure(name: string, value: string): Promise<Locator> {
      await page
        .getByRole("button", { name: quarters.table.open(name, value) })
        .first()
        .click();
      const pane = page.getByRole("region", { name: new RegExp(name) });
      await expect(pane).toBeVisible();
      await expect(pane.locator("[aria-busy=true]")).toHaveCount(0);
      return pane.getByRole("grid");
    },
    async freeze(quarter: Quarter, { acceptUndetermined = "" } = {}): Promise<void> {
      const name = format.quarter(quarter);
      await page.getByRole("button", { name: quarters.openWork.freeze, exact: true }).click();
      const dialog = page.getByRole("dialog");
      const confirm = dialog.getByRole("button", { name: quarters.freezeDialog.confirm(name) });
      if (acceptUndetermined !== "") {
        await expect(confirm).toBeDisabled();
        await dialog
          .getByRole("checkbox", { name: quarters.freezeDialog.acceptUndetermined(acceptUndetermined) })
          .check();
      }
      await confirm.click();
      await expect(dialog).toHaveCount(0);
    },
  };
}
