import { readMoment } from "#shared/domain/moment.ts";
import { readTypedMoment, readWholeNumber } from "#shared/messages/numerals.ts";
import type { Messages } from "#shared/messages/messages.ts";
import type { EntryDraft } from "#renderer/state/entryDraft.ts";

export type EntryProblems = Partial<Record<"provider" | "title" | "items" | "receivedAt", string>>;

/** What the form says, once it can be taken in: full-width digits are numbers, no time typed is now. */
export function readEntry(draft: EntryDraft, nowMs: number, { entry }: Messages["reports"]) {
  const problems: EntryProblems = {};
  const items = readWholeNumber(draft.items);
  const receivedAt = draft.receivedAt.trim() === "" ? nowMs : readMoment(readTypedMoment(draft.receivedAt) ?? "");
  if (draft.provider === null) problems.provider = entry.providerMissing;
  if (draft.title.trim() === "") problems.title = entry.titleMissing;
  if (items === undefined || items < 1) problems.items = entry.itemsInvalid;
  if (receivedAt === undefined) problems.receivedAt = entry.momentInvalid;
  if (draft.provider === null || items === undefined || receivedAt === undefined || Object.keys(problems).length > 0) {
    return { problems, report: null };
  }
  return {
    problems,
    report: {
      receivedAt,
      provider: draft.provider.ref,
      channel: draft.channel,
      items,
      category: draft.category,
      assessment: "undetermined" as const,
      title: draft.title.trim(),
      body: draft.body,
    },
  };
}
