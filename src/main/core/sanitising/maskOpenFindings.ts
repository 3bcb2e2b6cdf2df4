import type { TextRef } from "#shared/contract/sanitising.ts";
import type { BookSession } from "../database/bookSession.ts";
import { decide } from "./deskCommands.ts";
import { inspectText, isOpen, type Inspection } from "./inspectText.ts";
import type { Sanitiser } from "./sanitiser.ts";

/** What masks bring together can be a finding again; a few rounds end it. */
const ROUNDS = 6;

/**
 * Masks everything in a text that still waits for a person, as one would who takes no risk.
 * @returns the text as it is then; its `open` tells whether something could not be masked
 * @throws AppError record.not-found
 */
export async function maskOpenFindings(session: BookSession, sanitiser: Sanitiser, ref: TextRef): Promise<Inspection> {
  let inspection = await inspectText(session, sanitiser, ref);
  for (let round = 0; round < ROUNDS; round += 1) {
    const keys = new Set(inspection.findings.filter(({ shown }) => isOpen(shown)).map(({ shown }) => shown.key));
    if (keys.size === 0) break;
    const decisions = [...keys].map((key) => ({ key, action: "mask" as const }));
    await decide(session, sanitiser, { text: ref, sha256: inspection.sha256, decisions });
    inspection = await inspectText(session, sanitiser, ref);
  }
  return inspection;
}
