import type { TextRef } from "#shared/contract/sanitising.ts";
import type { ConsentPurpose } from "#shared/domain/consent.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { readText } from "../sanitising/textRepository.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { requireOpen } from "./condition.ts";
import { insertRelease } from "./gateRepository.ts";
import { isSamePerson, judgeText } from "./textVerdict.ts";

export type ReleasedText = { text: TextRef; purpose: ConsentPurpose; sha256: string };

/**
 * The second person's word that exactly this may leave: words, labels and list (`sha256`, see readText). It says nothing of the provider's consent: the two are
 * asked for in either order.
 * @throws AppError record.not-found; record.changed-meanwhile when `sha256` is no longer its fingerprint; gate.same-person;
 *   gate.closed while anything in it is undecided
 */
export async function releaseText(
  session: BookSession,
  sanitiser: Sanitiser,
  { text, purpose, sha256 }: ReleasedText,
  signal?: AbortSignal,
): Promise<void> {
  session.read((db) => requireReleasable(db, session, text, sha256));
  const { inspection, verdict } = await judgeText(session, sanitiser, text, "provider", signal);
  requireOpen(verdict, inspection.text.title);
  session.write("gate.release", (db) => {
    // Both were true before the scan; the words may have changed while it ran.
    const author = requireReleasable(db, session, text, sha256);
    insertRelease(db, {
      id: session.newId(),
      textId: text.id,
      purpose,
      textSha256: sha256,
      author,
      releaser: session.actor,
      at: session.now(),
    });
  });
}

function requireReleasable(db: ReadableDb, session: BookSession, text: TextRef, sha256: string): string {
  const { fingerprint, author } = readText(db, text);
  if (fingerprint !== sha256) throw new AppError("record.changed-meanwhile");
  if (author !== null && isSamePerson(author, session.actor)) throw new AppError("gate.same-person", { author });
  return author ?? "";
}
