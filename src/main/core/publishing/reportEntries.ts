import type { ReportDraft } from "#shared/contract/publishing.ts";
import { KNOWN_CATEGORIES } from "#shared/domain/category.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import {
  findDraft,
  findReportedCases,
  insertDraft,
  updateDraftRecord,
  type DraftRecord,
  type ReportedCase,
} from "./publishingRepository.ts";

export type ReportEntry = ReportDraft["entries"][number] & { record: ReportedCase };

/** Place of a category in the digest; categories of the analysts' own follow the known ones by name. */
function rankOf(kind: string): string {
  const known: readonly string[] = KNOWN_CATEGORIES;
  const rank = known.indexOf(kind);
  return rank < 0 ? `99 ${kind}` : String(rank).padStart(2, "0");
}

function byCategory(a: ReportedCase, b: ReportedCase): number {
  return rankOf(a.kind).localeCompare(rankOf(b.kind), "en");
}

function placeByContent({ narrative, summary, writeup }: ReportedCase): ReportEntry["place"] {
  if (narrative.trim() !== "" || writeup) return "chapter";
  return summary.trim() === "" ? "left-out" : "digest";
}

/** Every case that can stand in the report: first in the order the analysts gave, then by category and date. */
export function listEntries(db: ReadableDb, quarter: Quarter, draft: DraftRecord | undefined): ReportEntry[] {
  const stored = new Map((draft?.entries ?? []).map(({ caseId, place }, index) => [caseId, { place, index }]));
  const orderOf = ({ id }: ReportedCase): number => stored.get(id)?.index ?? Number.MAX_SAFE_INTEGER;
  return findReportedCases(db, quarter)
    .sort(byCategory)
    .sort((a, b) => orderOf(a) - orderOf(b))
    .map((record) => ({
      caseId: record.id,
      title: record.title,
      place: stored.get(record.id)?.place ?? placeByContent(record),
      section: record.origin === "hub" ? "hub" : "provided",
      hasNarrative: record.narrative.trim() !== "",
      hasSummary: record.summary.trim() !== "",
      writeupId: record.writeup?.id ?? null,
      record,
    }));
}

export function readReportDraft(db: ReadableDb, quarter: Quarter): ReportDraft {
  const draft = findDraft(db, quarter);
  return {
    quarter,
    publishedOn: draft?.publishedOn ?? null,
    lead: draft?.lead ?? "",
    entries: listEntries(db, quarter, draft).map(({ record: _, ...entry }) => entry),
  };
}

export type DraftChange = {
  publishedOn?: string | null | undefined;
  lead?: string | undefined;
  entries?: DraftRecord["entries"] | undefined;
};

export function updateReportDraft(db: WritableDb, quarter: Quarter, change: DraftChange, newId: () => string): void {
  const fields = {
    ...(change.publishedOn !== undefined && { publishedOn: change.publishedOn }),
    ...(change.lead !== undefined && { lead: change.lead }),
    ...(change.entries !== undefined && { entries: change.entries }),
  };
  const draft = findDraft(db, quarter);
  if (draft) updateDraftRecord(db, draft.id, fields);
  else insertDraft(db, { id: newId(), quarter, ...fields });
}
