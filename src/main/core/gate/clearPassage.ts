import type { TextRef } from "#shared/contract/sanitising.ts";
import type { BookSession } from "../database/bookSession.ts";
import { foldString } from "../sanitising/folding/foldText.ts";
import { inspectText, isOpen } from "../sanitising/inspectText.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { artifactIdOf } from "../storage/artifactStore.ts";
import { condition, requireOpen, verdictOf } from "./condition.ts";
import { findLeaks } from "./findLeaks.ts";
import { insertExit } from "./gateRepository.ts";
import { leakOptionsBut } from "./lookedAt.ts";

export type PassageWay = "clipboard" | "drag" | "print";

/**
 * Lets a passage of a text out to the clipboard, a drag or the printer when nothing in it waits for a decision. The ledger
 * says that something went, not what.
 * @throws AppError record.not-found; gate.closed
 */
export async function clearPassage(
  session: BookSession,
  sanitiser: Sanitiser,
  { text, passage, way }: { text: TextRef; passage: string; way: PassageWay },
  signal?: AbortSignal,
): Promise<{ passage: string }> {
  const inspection = await inspectText(session, sanitiser, text, signal);
  const piece = { place: "body", detail: "", text: passage } as const;
  const options = { ...leakOptionsBut(inspection, inspection.findings), signal };
  const leaks = await findLeaks({ pieces: [piece], pictures: [], faults: [] }, sanitiser, options);
  // What waits for a decision stays, also where it is only new and tells nothing by itself.
  const folded = foldString(passage);
  const waiting = inspection.findings.filter(({ shown }) => isOpen(shown) && folded.includes(foldString(shown.text)));
  const count = Math.max(leaks.length, waiting.length);
  requireOpen(verdictOf([condition("no-must-finding", count === 0, { count })]), inspection.text.title);
  session.write("gate.clear", (db) =>
    insertExit(db, {
      id: session.newId(),
      at: session.now(),
      by: session.actor,
      textId: text.id,
      textSha256: inspection.sha256,
      destination: "copy",
      format: way,
      fileName: "",
      sha256: artifactIdOf(new TextEncoder().encode(passage)),
      artifactId: null,
    }),
  );
  return { passage };
}

/**
 * Writes down that somebody copied what is not sanitised: where from, not what. It is their own command, and theirs to answer for.
 * @param source the record it was copied from; null for none
 */
export function noteUnsanitisedCopy(session: BookSession, source: string | null): void {
  session.write("gate.copyUnsanitised", (db) =>
    insertExit(db, {
      id: session.newId(),
      at: session.now(),
      by: session.actor,
      textId: source,
      textSha256: null,
      destination: "copy",
      format: "unsanitised",
      fileName: "",
      sha256: "",
      artifactId: null,
    }),
  );
}
