import { dayOf } from "#shared/domain/moment.ts";
import { sharingWords } from "#shared/messages/printed/sharingWords.ts";
import { packetWords } from "#shared/messages/printed/packetWords.ts";
import type { BookSession } from "../database/bookSession.ts";
import { countExits } from "../gate/gateRepository.ts";
import { checkFile, keepFile, type TakenFile } from "../gate/takeOutFile.ts";
import { writeDraftMail } from "../printing/draftMail.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { owedBy, reminderText } from "./reminderText.ts";

/**
 * The draft of the mail that reminds a recipient of what they have not answered (see `reminderText`): to nobody yet, naming
 * neither them nor any other, looked through like everything that leaves.
 *
 * @throws AppError record.not-found when they owe no answer; gate.leak, gate.unreadable; call.cancelled
 */
export async function remindRecipient(
  session: BookSession,
  sanitiser: Sanitiser,
  asked: { recipientId: string; sinceDay: string | null },
  signal?: AbortSignal,
): Promise<TakenFile> {
  const { subject, body } = await reminderText(session, sanitiser, asked);
  const { stakes, latest, number } = session.read((db) => {
    const owed = owedBy(db, asked, session.now());
    return {
      stakes: owed.map(({ stake }) => stake),
      latest: owed[0]?.id ?? null,
      number: countExits(db, dayOf(session.now())) + 1,
    };
  });
  const words = [body, "", ...packetWords.sender].join("\n").replaceAll("\n", "\r\n");
  const file = await checkFile(sanitiser, {
    destination: "share",
    text: latest === null ? null : { id: latest, sha256: null },
    parties: [...new Set(stakes.flatMap(({ parties = [] }) => parties))],
    outsiders: [...new Set(stakes.flatMap(({ outsiders = [] }) => outsiders))],
    // Titles went out as they stand here, sanitised once more.
    allowed: [body],
    bytes: writeDraftMail({ to: null, subject, body: words, attachments: [] }),
    format: "eml",
    fileName: sharingWords.reminderFile(dayOf(session.now()), number),
    signal,
  });
  return session.write("gate.takeOut", (db) => keepFile(db, session, file));
}
