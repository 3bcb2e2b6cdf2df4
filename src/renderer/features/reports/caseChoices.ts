import type { Messages } from "#shared/messages/messages.ts";

/** One line of the list that C opens. `caseId` is empty for the case that is yet to be made. */
export type CaseChoice = {
  id: string;
  title: string;
  note?: string;
  does: "open" | "create" | "add";
  caseId: string;
};

/**
 * What can be done with reports and cases. Nothing typed: the case they are in, a new one, then the latest. With words
 * typed, what was found comes first, and the words become the title of a new case.
 */
export function caseChoices(given: {
  title: string;
  own: readonly { id: string; title: string }[];
  found: readonly { id: string; title: string; note?: string }[];
  count: number;
  words: Messages["reports"]["toCase"];
}): CaseChoice[] {
  const { title, own, found, count, words } = given;
  const open = own.map(({ id, title: name }): CaseChoice => {
    return { id: `open-${id}`, title: words.open(name), does: "open", caseId: id };
  });
  const isNamed = title !== "";
  const create: CaseChoice = {
    id: "create",
    title: isNamed ? words.createNamed(title) : words.create(count),
    does: "create",
    caseId: "",
  };
  const add = found.map((option): CaseChoice => ({ ...option, does: "add", caseId: option.id }));
  return isNamed ? [...add, create] : [...open, create, ...add];
}
