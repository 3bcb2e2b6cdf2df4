import { expect, type Locator, type Page } from "@playwright/test";
import type { LinkRelation } from "#shared/domain/vocabulary.ts";
import { messages, type Language } from "#shared/messages/messages.ts";

/** 案件: the case that is open. */
export function onCase(page: Page, language: Language = "ja") {
  const { cases, vocabulary } = messages[language];
  const links = page.getByRole("region", { name: cases.links.title, exact: true });
  const list = page.getByRole("grid", { name: cases.listLabel });
  return {
    links,
    list,
    link: (rationale: string): Locator => links.getByRole("listitem").filter({ hasText: rationale }),
    /** Opens a case from the list, in which it must be on screen. */
    async open(title: string): Promise<void> {
      await list.getByText(title, { exact: true }).click();
      await expect(page.getByRole("article", { name: title, exact: true })).toBeVisible();
    },
    /** Links the open case to one that is found by a piece of its title. Answers the other's whole title. */
    async linkTo(text: string, rationale: string, relation?: LinkRelation): Promise<string> {
      await links.getByRole("button", { name: cases.links.add }).click();
      const form = page.getByRole("form", { name: cases.links.add });
      await form.getByRole("combobox", { name: cases.links.other }).fill(text);
      const option = form.getByRole("option").filter({ hasText: text }).first();
      const title = (await option.innerText()).split("\n")[0] ?? "";
      await option.click();
      if (relation !== undefined) {
        await form.getByRole("combobox", { name: cases.links.relation }).click();
        await page.getByRole("option", { name: vocabulary.relation[relation], exact: true }).click();
      }
      await form.getByLabel(cases.links.rationale).fill(rationale);
      await form.getByRole("button", { name: cases.links.save }).click();
      await expect(links.getByText(rationale)).toBeVisible();
      return title;
    },
  };
}
