import { approvalReminderWords } from "#shared/messages/printed/approvalReminderWords.ts";
import { packetWords } from "#shared/messages/printed/packetWords.ts";
import { quarterWords, hubWords } from "#shared/messages/printed/quarterWords.ts";
import { reportWords } from "#shared/messages/printed/reportWords.ts";
import { sharingWords } from "#shared/messages/printed/sharingWords.ts";
import { textWords } from "#shared/messages/printed/textWords.ts";

/** Every sentence of a tree of printed words; of those with parameters, what stands around them. */
function sentencesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(sentencesOf);
}

/** What the hub itself prints in its documents: who it is, where it is reached, headings and set sentences. */
export const HUB_SENTENCES: readonly string[] = [
  hubWords,
  quarterWords,
  reportWords,
  textWords,
  packetWords,
  sharingWords,
  approvalReminderWords,
].flatMap(sentencesOf);
