import { dayOf } from "#shared/domain/moment.ts";
import { sharingWords } from "#shared/messages/printed/sharingWords.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import { readMatter } from "../sanitising/readMatter.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
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
  { recipientId, sinceDay }: { recipientId: string; sinceDay: string | null },
): Promise<{ subject: string; body: string }> {
  const owed = session.read((db) => {
    const silent = silentRecipients(db, sinceDay, session.now()).find(({ recipient }) => recipient.id === recipientId);
    if (!silent) throw new AppError("record.not-found", { record: recipientId });
    return silent.sent.map(({ sharing, at }) => ({
      day: dayOf(at),
      title: sharing.title,
      stake: readMatter(db, { kind: "sharing", id: sharing.id }).stake,
    }));
  });
  const sent = await Promise.all(
    owed.map(async ({ day, title, stake }) => ({ day, title: (await sanitiser.sanitise(title, stake)).text })),
  );
  return { subject: sharingWords.reminder.subject, body: sharingWords.reminder.body(sent) };
}
