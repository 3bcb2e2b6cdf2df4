import type { Decision, DeskFinding, TextRef } from "#shared/contract/sanitising.ts";
import type { BookSession } from "../database/bookSession.ts";
import { decide } from "./deskCommands.ts";
import { inspectText, isOpen, type Inspection } from "./inspectText.ts";
import type { Sanitiser } from "./sanitiser.ts";

/** What masks bring together can be a finding again; a few rounds end it. */
const ROUNDS = 6;

/** A day or a sum reads better made coarser; where that does not help, it is masked in the next round. */
function decisionFor({ key, kind, proposals }: DeskFinding, round: number): Decision {
  const [words] = proposals.generalise;
  return kind === "quasi-identifier" && words !== undefined && round === 0
    ? { key, action: "generalise", words }
    : { key, action: "mask" };
}

/**
 * Masks everything in a text that still waits for a person, as one would who takes no risk.
 * @returns the text as it is then; its `open` tells whether something could not be masked
 * @throws AppError record.not-found
 */
export async function maskOpenFindings(session: BookSession, sanitiser: Sanitiser, ref: TextRef): Promise<Inspection> {
  let inspection = await inspectText(session, sanitiser, ref);
  for (let round = 0; round < ROUNDS; round += 1) {
    const waiting = inspection.findings.filter(({ shown }) => isOpen(shown)).map(({ shown }) => shown);
    if (waiting.length === 0) break;
    const byKey = new Map(waiting.map((finding) => [finding.key, decisionFor(finding, round)]));
    const decisions = [...byKey.values()];
    await decide(session, sanitiser, { text: ref, sha256: inspection.sha256, decisions });
    inspection = await inspectText(session, sanitiser, ref);
  }
  return inspection;
}
