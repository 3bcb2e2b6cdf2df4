import type { ReportWordsDesk } from "#shared/contract/publishing.ts";
import type { Decision } from "#shared/contract/sanitising.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import { AppError } from "#shared/errors.ts";
import { updateCampaign } from "../campaigns/campaignService.ts";
import { updateCase } from "../cases/caseService.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { WritableDb } from "../database/handles.ts";
import { decideParts, inOneLine, type DecidedPart } from "../sanitising/decideEdits.ts";
import { mostUrgent } from "../sanitising/desk.ts";
import { forgetDecisions, storeDecisions } from "../sanitising/deskCommands.ts";
import type { InspectedFinding } from "../sanitising/inspectText.ts";
import { storeAllotted } from "../sanitising/pseudonymStore.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { decidableParts, ownWordsSha256 } from "./ownWords.ts";
import { updateReportDraft } from "./reportEntries.ts";
import { readReportSources, type OwnText } from "./reportSources.ts";
import { wordReport } from "./reportWords.ts";

/** All that the report's place shows of the report's own words. */
export async function openReportWords(
  session: BookSession,
  sanitiser: Sanitiser,
  quarter: Quarter,
  signal?: AbortSignal,
): Promise<ReportWordsDesk> {
  const { own } = await wordReport(session, sanitiser, quarter, signal);
  const { texts, findings, open, sha256 } = own;
  const listed = mostUrgent(findings.map(({ shown }) => shown));
  return {
    parts: texts.map(({ writeup: _, ...part }) => part),
    findings: listed,
    open,
    capped: listed.length < findings.length,
    sha256,
  };
}

/**
 * Applies decisions to the report's own words as they were shown, all or none. What takes something out changes the record that
 * holds the words: the lead of the report, the paragraph or title of a case, the name of a campaign.
 *
 * @returns how many findings were decided
 * @throws AppError record.changed-meanwhile when they are no longer those that were shown; sanitising.must-stays,
 *   .reason-missing, .words-missing, .words-fixed
 */
export async function decideReport(
  session: BookSession,
  sanitiser: Sanitiser,
  { quarter, sha256, decisions }: { quarter: Quarter; sha256: string; decisions: readonly Decision[] },
): Promise<{ changed: number }> {
  const { own } = await wordReport(session, sanitiser, quarter);
  if (own.sha256 !== sha256) throw new AppError("record.changed-meanwhile");
  return session.write("publishing.decide", (db) => {
    // The words may have changed while they were looked through.
    const sources = readReportSources(db, quarter);
    if (ownWordsSha256(sources.own) !== sha256) throw new AppError("record.changed-meanwhile");
    const by = { actor: session.actor, at: session.now() };
    const textOf = new Map(sources.own.map((text) => [text.key, text]));
    requireChangeable(own.findings, decisions, textOf);
    const { parts, records, changed } = decideParts(decidableParts(sources), own, decisions, by);
    storeDecisions(db, session, quarter, records);
    for (const part of parts) storePart(db, session, { quarter, part, text: textOf.get(part.where) });
    return { changed };
  });
}

/** Words that their records give can only be allowed. */
function requireChangeable(
  findings: readonly InspectedFinding[],
  decisions: readonly Decision[],
  textOf: ReadonlyMap<string, OwnText>,
): void {
  const changing = new Set(decisions.filter(({ action }) => action !== "allow").map(({ key }) => key));
  const fixed = findings.find(({ where, shown }) => changing.has(shown.key) && textOf.get(where)?.fixed === true);
  if (fixed) throw new AppError("sanitising.words-fixed", { text: fixed.shown.text });
}

/** Takes back that something was allowed. */
export function reconsiderReport(
  session: BookSession,
  { quarter, keys }: { quarter: Quarter; keys: readonly string[] },
): void {
  session.write("publishing.reconsider", (db) => forgetDecisions(db, quarter, keys));
}

type StoredPart = { quarter: Quarter; part: DecidedPart; text: OwnText | undefined };

function storePart(db: WritableDb, session: BookSession, { quarter, part, text }: StoredPart): void {
  if (!text || part.text === text.text) return;
  if (text.writeup) storeAllotted(db, session, text.writeup.id, part.allotted);
  const id = text.record?.id ?? "";
  const line = inOneLine(part.text);
  if (text.kind === "lead") updateReportDraft(db, quarter, { lead: part.text }, session.newId);
  if (text.kind === "summary") updateCase(db, id, { summary: part.text });
  if (text.kind === "title") updateCase(db, id, { title: line });
  if (text.kind === "campaign") updateCampaign(db, id, { name: line });
}
