import { createHash } from "node:crypto";
import type { BookSession } from "../database/bookSession.ts";
import type { DecidablePart } from "../sanitising/decideEdits.ts";
import type { Finding } from "../sanitising/finding.ts";
import { countOpen, showFindings, type InspectedFinding, type Inspection } from "../sanitising/inspectText.ts";
import { lettersIn } from "../sanitising/pseudonymLabels.ts";
import { PseudonymLedger } from "../sanitising/pseudonymLedger.ts";
import { findEntities } from "../sanitising/pseudonymRepository.ts";
import type { OwnText, ReportSources } from "./reportSources.ts";

/** The report's own words under the rules of the desk: what was found in each, and what of it still waits. */
export type OwnWords = Pick<Inspection, "open" | "decisions"> & {
  texts: OwnText[];
  /** `where` is the key of a text. */
  findings: InspectedFinding[];
  /** Of the words as they were looked at; any edit of one gives another. */
  sha256: string;
};

/** @param findingsOf what the engine found in a text, new words too */
export function inspectOwnWords(
  session: BookSession,
  sources: ReportSources,
  findingsOf: (text: OwnText) => readonly Finding[],
): OwnWords {
  const { own, decisions } = sources;
  const entities = own.flatMap(findingsOf).map(({ entity }) => entity);
  const names = session.read((db) => findEntities(db, entities));
  const parts = decidableParts(sources);
  const findings = own.flatMap((text, index) => {
    const ledger = parts[index]?.ledger ?? null;
    return showFindings(findingsOf(text), { text: text.text, where: text.key, matter: sources, ledger, names });
  });
  return { texts: own, findings, decisions, open: countOpen(findings), sha256: ownWordsSha256(own) };
}

/** The report's own words with the letters of their chapters; what has no chapter has no letters. */
export function decidableParts({ own, ledgers }: Pick<ReportSources, "own" | "ledgers">): DecidablePart[] {
  return own.map(({ key, text, writeup }) => {
    const spoken = writeup === null ? [] : lettersIn(`${writeup.title}\n${writeup.body}\n${text}`);
    const ledger = writeup === null ? null : new PseudonymLedger(ledgers.get(writeup.id) ?? [], spoken);
    return { where: key, text, ledger };
  });
}

export function ownWordsSha256(own: readonly OwnText[]): string {
  return createHash("sha256")
    .update(JSON.stringify(own.map(({ key, text }) => [key, text])))
    .digest("hex");
}
