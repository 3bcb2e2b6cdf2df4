import type { DeskFinding, ExactNumber, StyleHint, TextRef } from "#shared/contract/sanitising.ts";
import type { BookSession } from "../database/bookSession.ts";
import { findExactNumbers } from "./findExactNumbers.ts";
import { ledgerOf, showFindings } from "./inspectText.ts";
import { findEntities } from "./pseudonymRepository.ts";
import { readMatter } from "./readMatter.ts";
import { refineFindings } from "./refineFindings.ts";
import type { Sanitiser } from "./sanitiser.ts";
import { styleHints } from "./styleHints.ts";

/**
 * Looks at a passage as it is typed; offsets are those of the passage.
 * @throws AppError record.not-found
 */
export async function checkPassage(
  session: BookSession,
  sanitiser: Sanitiser,
  { text: ref, passage }: { text: TextRef; passage: string },
  signal?: AbortSignal,
): Promise<{ findings: DeskFinding[]; numbers: ExactNumber[]; hints: StyleHint[] }> {
  const matter = session.read((db) => readMatter(db, ref));
  const scanned = await sanitiser.scan(passage, { ...matter.stake, ...(signal && { signal }) });
  const findings = await refineFindings(sanitiser, passage, scanned, matter.known);
  const names = session.read((db) =>
    findEntities(
      db,
      findings.map(({ entity }) => entity),
    ),
  );
  return {
    findings: showFindings(findings, { text: passage, where: "body", matter, ledger: ledgerOf(matter), names }).map(
      ({ shown }) => shown,
    ),
    numbers: findExactNumbers(passage),
    // Whether a figure is there only the whole text tells.
    hints: styleHints(passage).filter(({ code }) => code !== "figure-missing"),
  };
}
