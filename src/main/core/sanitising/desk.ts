import type { Desk, DeskFinding, Pseudonym, TextRef } from "#shared/contract/sanitising.ts";
import type { BookSession } from "../database/bookSession.ts";
import { findExactNumbers } from "./findExactNumbers.ts";
import { findCaseOriginals, findExactValues, findReportOriginals, type Original } from "./deskRepository.ts";
import type { Finding } from "./finding.ts";
import { inspectText, ledgerOf, showFindings, type Inspection } from "./inspectText.ts";
import { countPlaces, lettersIn } from "./pseudonymLabels.ts";
import { findEntities } from "./pseudonymRepository.ts";
import type { Sanitiser } from "./sanitiser.ts";
import { SCANNED_TABLES } from "./sanitisingRepository.ts";
import { styleHints } from "./styleHints.ts";
import { textSha256 } from "./textSha256.ts";

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
export function mostUrgent(findings: readonly DeskFinding[]): DeskFinding[] {
  if (findings.length <= MOST_FINDINGS) return [...findings];
  const musts = findings.filter(({ severity }) => severity === "must").slice(0, MOST_FINDINGS);
  const reviews = findings.filter(({ severity }) => severity !== "must").slice(0, MOST_FINDINGS - musts.length);
  const kept = new Set([...musts, ...reviews]);
  return findings.filter((finding) => kept.has(finding));
}

/** What was found in originals, by what it depends on: a desk is read again after every decision, and they stay. */
const scannedOriginals = new WeakMap<Sanitiser, Map<string, Finding[]>>();
const MOST_REMEMBERED = 100;

async function readOriginals(
  session: BookSession,
  sanitiser: Sanitiser,
  matter: Inspection,
  signal: AbortSignal | undefined,
): Promise<Desk["originals"]> {
  const { text, stake } = matter;
  const originals = session.read((db) => originalsOf(db, text));
  const known = scannedOriginals.get(sanitiser) ?? new Map<string, Finding[]>();
  scannedOriginals.set(sanitiser, known);
  const keyOf = ({ body }: Original) =>
    JSON.stringify([session.stateOf(SCANNED_TABLES), stake, textSha256({ title: "", body })]);
  if (known.size > MOST_REMEMBERED) known.clear();
  const missing = originals.filter((original) => !known.has(keyOf(original)));
  const scanned = await sanitiser.scanAll(
    missing.map(({ body }) => body),
    { ...stake, novelty: false, ...(signal && { signal }) },
  );
  missing.forEach((original, index) => known.set(keyOf(original), scanned[index] ?? []));
  const found = originals.map((original) => known.get(keyOf(original)) ?? []);
  const names = session.read((db) =>
    findEntities(
      db,
      found.flat().map(({ entity }) => entity),
    ),
  );
  const ledger = ledgerOf(matter);
  return originals.map((original, index) => ({
    ...original,
    findings: mostUrgent(
      showFindings(found[index] ?? [], { text: original.body, where: "body", matter, ledger, names }).map(
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
