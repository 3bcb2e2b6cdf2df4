import type { Desk, DeskFinding, Pseudonym, TextRef } from "#shared/contract/sanitising.ts";
import type { BookSession } from "../database/bookSession.ts";
import { findExactNumbers } from "./coarsen.ts";
import { findCaseOriginals, findExactValues, findReportOriginals, type Original } from "./deskRepository.ts";
import { inspectText, showFindings, type Inspection } from "./inspectText.ts";
import { countPlaces, lettersIn } from "./pseudonymLabels.ts";
import { findOrganizationNames } from "./pseudonymRepository.ts";
import type { Sanitiser } from "./sanitiser.ts";
import { styleHints } from "./styleHints.ts";

/** More than a person can go through: the text as a whole has to change first. */
const MOST_FINDINGS = 2_000;

/**
 * All that the desk 匿名化 shows of one text.
 * @throws AppError record.not-found
 */
export async function openDesk(
  session: BookSession,
  sanitiser: Sanitiser,
  ref: TextRef,
  signal?: AbortSignal,
): Promise<Desk> {
  const inspection = await inspectText(session, sanitiser, ref, signal);
  const { text, parties, findings, open, sha256 } = inspection;
  const listed = mostUrgent(findings.map(({ shown }) => shown));
  return {
    text: ref,
    title: text.title,
    body: text.body,
    sha256,
    author: text.author,
    updatedAt: text.updatedAt,
    originals: await readOriginals(session, sanitiser, inspection, signal),
    parties: parties.organizations.map(({ id, name }) => ({ id, title: name })),
    findings: listed,
    open,
    capped: listed.length < findings.length,
    numbers: findExactNumbers(text.body),
    hints: styleHints(text.body),
    pseudonyms: listPseudonyms(inspection),
    exactValues: session.read((db) => findExactValues(db, ref.id)),
  };
}

/** In order of their place; where there are too many, those that must go come first. */
function mostUrgent(findings: readonly DeskFinding[]): DeskFinding[] {
  if (findings.length <= MOST_FINDINGS) return [...findings];
  const musts = findings.filter(({ severity }) => severity === "must").slice(0, MOST_FINDINGS);
  const reviews = findings.filter(({ severity }) => severity !== "must").slice(0, MOST_FINDINGS - musts.length);
  const kept = new Set([...musts, ...reviews]);
  return findings.filter((finding) => kept.has(finding));
}

async function readOriginals(
  session: BookSession,
  sanitiser: Sanitiser,
  matter: Inspection,
  signal: AbortSignal | undefined,
): Promise<Desk["originals"]> {
  const { text, stake } = matter;
  const { originals, names } = session.read((db) => ({
    originals: originalsOf(db, text),
    names: findOrganizationNames(db),
  }));
  const options = { ...stake, novelty: false, ...(signal && { signal }) };
  const scanned = await sanitiser.scanAll(
    originals.map(({ body }) => body),
    options,
  );
  return originals.map((original, index) => ({
    ...original,
    findings: mostUrgent(
      showFindings(scanned[index] ?? [], { text: original.body, where: "body", matter, names }).map(
        ({ shown }) => shown,
      ),
    ),
  }));
}

/** A write-up is set beside the narrative it came from, a sharing beside the reports as well. */
function originalsOf(db: Parameters<typeof findCaseOriginals>[0], text: Inspection["text"]): Original[] {
  const narratives = findCaseOriginals(db, text.caseIds).filter(({ body }) => body.trim() !== "");
  if (text.ref.kind === "writeup" && narratives.length > 0) return narratives;
  return [...narratives, ...findReportOriginals(db, text.reportIds).filter(({ body }) => body.trim() !== "")];
}

/** The ledger, and behind it letters that the text says and nobody is known to be behind. */
function listPseudonyms({ ledger, text }: Inspection): Pseudonym[] {
  const whole = `${text.title}\n${text.body}`;
  const known = new Set(ledger.map(({ label }) => label));
  const rows = ledger.map(({ label, organizationId, name, outside }) => ({
    label,
    organization: organizationId === null ? null : { id: organizationId, title: name ?? "" },
    outside,
    places: countPlaces(whole, label),
  }));
  const unknown = lettersIn(whole)
    .filter((label) => !known.has(label))
    .map((label) => ({ label, organization: null, outside: null, places: countPlaces(whole, label) }));
  return [...rows, ...unknown];
}
