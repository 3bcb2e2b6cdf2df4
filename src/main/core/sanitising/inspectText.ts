import type { DeskFinding, TextRef } from "#shared/contract/sanitising.ts";
import { fold } from "#shared/domain/fold.ts";
import type { BookSession } from "../database/bookSession.ts";
import { generalWords, maskContext, masksFor } from "./deskProposals.ts";
import { dropShadowed } from "./dropShadowed.ts";
import type { Finding } from "./finding.ts";
import { findingKey, wordKey } from "./findingKey.ts";
import { createKnownWords } from "./knownWords.ts";
import { isPlainTerm } from "./ordinaryWords.ts";
import { lettersIn } from "./pseudonymLabels.ts";
import { PseudonymLedger } from "./pseudonymLedger.ts";
import { findEntities, type NamedEntity } from "./pseudonymRepository.ts";
import { readMatter, type Matter } from "./readMatter.ts";
import { refineFindings } from "./refineFindings.ts";
import type { Sanitiser } from "./sanitiser.ts";
import { scanRemembered } from "./scanRemembered.ts";
import { createSentenceFinder } from "./sentenceAround.ts";
import { textSha256, type ExactText } from "./textSha256.ts";

/** A finding as the engine gave it beside what the desk shows of it. */
export type InspectedFinding = { where: string; finding: Finding; shown: DeskFinding };

/** A text, everything found in it, and what of it still waits. */
export type Inspection = Matter & {
  sha256: string;
  findings: InspectedFinding[];
  /** Every must, and reviews that nobody allowed. */
  open: { must: number; review: number };
};

/**
 * Looks through a write-up or the body of a sharing as it stands now.
 * @throws AppError record.not-found, call.cancelled
 */
export async function inspectText(
  session: BookSession,
  sanitiser: Sanitiser,
  ref: TextRef,
  signal?: AbortSignal,
): Promise<Inspection> {
  const matter = session.read((db) => readMatter(db, ref));
  const { title, body } = matter.text;
  const options = { ...matter.stake, ...(signal && { signal }) };
  const [ofTitle = [], ofBody = []] = await scanRemembered(session, sanitiser, { title, body }, options);
  const names = session.read((db) =>
    findEntities(
      db,
      [...ofTitle, ...ofBody].map(({ entity }) => entity),
    ),
  );
  const ledger = ledgerOf(matter);
  const findings = [
    ...showFindings(await refineFindings(sanitiser, title, ofTitle, matter.known), {
      text: title,
      where: "title",
      matter,
      ledger,
      names,
    }),
    ...showFindings(await refineFindings(sanitiser, body, ofBody, matter.known), {
      text: body,
      where: "body",
      matter,
      ledger,
      names,
    }),
  ];
  return { ...matter, sha256: textSha256({ title, body }), findings, open: countOpen(findings) };
}

/** Whether it waits for a person: nothing but an allowed review finding does not. */
export const isOpen = ({ severity, decision }: DeskFinding): boolean =>
  severity === "must" || decision?.action !== "allow";

export function countOpen(findings: readonly InspectedFinding[]): Inspection["open"] {
  const waiting = findings.filter(({ shown }) => isOpen(shown));
  const must = waiting.filter(({ shown }) => shown.severity === "must").length;
  return { must, review: waiting.length - must };
}

export type ShownPart = {
  text: string;
  where: string;
  matter: Pick<Matter, "decisions" | "known">;
  /** Whose letters hold in it; null where there are none. */
  ledger: PseudonymLedger | null;
  names: ReadonlyMap<string, NamedEntity>;
};

export function ledgerOf({ ledger, text }: Pick<Matter, "ledger"> & { text: ExactText }): PseudonymLedger {
  return new PseudonymLedger(ledger, lettersIn(`${text.title}\n${text.body}`));
}

/** A word that was acknowledged once is so wherever it stands; everything else is decided sentence by sentence. */
function keyOf(finding: Finding, sentence: string, decisions: Matter["decisions"]): string {
  const ofWord = finding.kind === "novel-term" ? wordKey(finding.text) : undefined;
  return ofWord !== undefined && decisions.has(ofWord) ? ofWord : findingKey(finding, sentence);
}

/** Findings of one part of a text as the desk shows them. */
export function showFindings(findings: readonly Finding[], part: ShownPart): InspectedFinding[] {
  const { text, where, matter, ledger, names } = part;
  const sentenceAround = createSentenceFinder(text);
  const context = maskContext(text, ledger);
  const isKnown = createKnownWords(text, matter.known);
  const inspected = findings
    .filter((finding) => !isKnown(finding))
    .map((finding) => {
      const { start, end, kind, severity, via, reads, entity } = finding;
      const sentence = sentenceAround(start, end);
      const key = keyOf(finding, sentence, matter.decisions);
      const decided = matter.decisions.get(key);
      const named = entity === undefined ? undefined : names.get(entity);
      const shown: DeskFinding = {
        key,
        where,
        start,
        end,
        text: finding.text,
        kind,
        severity,
        entity: named ? { id: named.id, title: named.title } : null,
        via,
        reads,
        plain: kind === "novel-term" && isPlainTerm(finding.text),
        sentence,
        group: entity ?? `${kind}:${fold(finding.text)}`,
        decision: decided ? { action: decided.action, reason: decided.reason, by: decided.by, at: decided.at } : null,
        proposals: { mask: masksFor(context, finding)[0]?.text ?? "", generalise: generalWords(finding) },
      };
      return { where, finding, shown };
    });
  return dropShadowed(inspected);
}
