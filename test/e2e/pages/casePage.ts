import { expect, type Page } from "@playwright/test";
import { messages, type Language } from "#shared/messages/messages.ts";

/** 案件: the case that is open. */
export function onCase(page: Page, language: Language = "ja") {
  const { cases } = messages[language];
  const links = page.getByRole("region", { name: cases.links.title, exact: true });
  return {
    links,
    /** Links the open case to one that is found by a piece of its title. Answers the other's whole title. */
    async linkTo(text: string, rationale: string): Promise<string> {
      await links.getByRole("button", { name: cases.links.add }).click();
      const form = page.getByRole("form", { name: cases.links.add });
      await form.getByRole("combobox", { name: cases.links.other }).fill(text);
      const option = form.getByRole("option").filter({ hasText: text }).first();
      const title = (await option.innerText()).split("\n")[0] ?? "";
      await option.click();
      await form.getByLabel(cases.links.rationale).fill(rationale);
      await form.getByRole("button", { name: cases.links.save }).click();
      await expect(links.getByText(rationale)).toBeVisible();
      return title;
    },
  };
}
