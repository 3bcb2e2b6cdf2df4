import { dayOf } from "#shared/domain/moment.ts";
import { sharingWords } from "#shared/messages/printed/sharingWords.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import type { Stake } from "../sanitising/maskText.ts";
import { readMatter } from "../sanitising/readMatter.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { findSharingRecord } from "./sharingRepository.ts";
import { silentRecipients } from "./silentRecipients.ts";

/**
 * The words of a reminder to one recipient about what they have not answered since a day (see `silentRecipients`), latest first. Titles are sanitised once more:
 * one that is being corrected may hold what nobody has looked at.
 *
 * @throws AppError record.not-found when they owe no answer
 */
export async function reminderText(
  session: BookSession,
  sanitiser: Sanitiser,
  asked: Asked,
): Promise<{ subject: string; body: string }> {
  const owed = session.read((db) => owedBy(db, asked, session.now()));
  const sent = await Promise.all(
    owed.map(async ({ day, number, title, stake }) => ({
      day,
      number,
      title: (await sanitiser.sanitise(title, stake)).text,
    })),
  );
  return { subject: sharingWords.reminder.subject, body: sharingWords.reminder.body(sent) };
}

type Asked = { recipientId: string; sinceDay: string | null };

/** What a recipient has not answered, the latest first. @throws AppError record.not-found when that is nothing */
export function owedBy(
  db: ReadableDb,
  { recipientId, sinceDay }: Asked,
  nowMs: number,
): { id: string; day: string; number: string | null; title: string; stake: Stake }[] {
  const silent = silentRecipients(db, sinceDay, nowMs).find(({ recipient }) => recipient.id === recipientId);
  if (!silent) throw new AppError("record.not-found", { record: recipientId });
  return silent.sent.map(({ sharing: { id, title }, at }) => ({
    id,
    day: dayOf(at),
    number: findSharingRecord(db, id)?.number ?? null,
    title,
    stake: readMatter(db, { kind: "sharing", id }).stake,
  }));
}
