import type { ReportPart } from "#shared/contract/publishing.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import { findLastEditor, type Columns } from "../audit/auditRepository.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findDraft } from "../publishing/publishingRepository.ts";
import { readReportSources } from "../publishing/reportSources.ts";
import { findDecisions } from "../sanitising/deskRepository.ts";

const DRAFT_COLUMNS = ["lead", "entries", "published_on"];
/** What the roster says is not written for a report. */
const WORD_COLUMNS: Partial<Record<ReportPart["kind"], readonly string[]>> = {
  title: ["title"],
  summary: ["summary"],
  campaign: ["name"],
};

/** The answer of the book as it was asked last: it is asked again after every key that is saved. */
const known = new WeakMap<BookSession, { state: string; author: string | null }>();
const READ = [
  "report_drafts",
  "finding_decisions",
  "cases",
  "campaigns",
  "reports",
  "report_cases",
  "sharings",
  "writeups",
];

/**
 * Who last changed the report: what stands in it and in which order, its own words wherever they are written, or what was
 * decided about them. Chapters have authors of their own. Null where nobody did.
 */
export function reportAuthor(session: BookSession, quarter: Quarter): string | null {
  const state = `${quarter} ${session.stateOf(READ)}`;
  const kept = known.get(session);
  if (kept?.state === state) return kept.author;
  const author = session.read((db) => findAuthor(db, quarter));
  known.set(session, { state, author });
  return author;
}

function findAuthor(db: ReadableDb, quarter: Quarter): string | null {
  const edited = findLastEditor(db, columnsOf(db, quarter));
  const decided = [...findDecisions(db, quarter).values()].map(({ by, at }) => ({ actor: by, at }));
  return [...decided, ...(edited ? [edited] : [])].toSorted((a, b) => b.at - a.at)[0]?.actor ?? null;
}

function columnsOf(db: ReadableDb, quarter: Quarter): Columns {
  const columns = new Map<string, string[]>();
  const draft = findDraft(db, quarter);
  if (draft) columns.set(draft.id, DRAFT_COLUMNS);
  for (const { kind, record } of readReportSources(db, quarter).own) {
    if (record) columns.set(record.id, [...(columns.get(record.id) ?? []), ...(WORD_COLUMNS[kind] ?? [])]);
  }
  return columns;
}
