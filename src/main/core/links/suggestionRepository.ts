import type { ReadableDb } from "../database/handles.ts";
import { matchPiece } from "../search/terms.ts";

export type SuggestedCase = { id: string; externalId: string; title: string; openedAt: string };

type CaseRow = SuggestedCase & {
  campaignId: string | null;
  campaignName: string | null;
  summary: string;
  narrative: string;
  techniques: string;
};

const CASE_COLUMNS = `cases.id, cases.external_id as externalId, title, opened_at as openedAt, campaign_id as campaignId,
  campaigns.name as campaignName, summary, narrative, techniques`;

/** Words of a text longer than this add nothing to what it is like. */
const MOST_CHARACTERS = 20_000;
const MOST_REPORTS = 20;

export type CaseText = { row: CaseRow; text: string };

/** A case with all that is told of it: its own words, and what its reports say. */
export function findCaseText(db: ReadableDb, caseId: string): CaseText | undefined {
  const row = db.raw
    .prepare<[string], CaseRow>(
      `select ${CASE_COLUMNS} from cases left join campaigns on campaigns.id = campaign_id where cases.id = ?`,
    )
    .get(caseId);
  if (!row) return undefined;
  const reports = db.raw
    .prepare<[string, number], { title: string; body: string }>(
      `select title, body from report_cases join reports on reports.id = report_id
       where case_id = ? and void_at is null order by received_at, reports.id limit ?`,
    )
    .all(caseId, MOST_REPORTS);
  const texts = [row.title, row.summary, row.narrative, ...reports.flatMap(({ title, body }) => [title, body])];
  return { row, text: texts.join("\n").slice(0, MOST_CHARACTERS) };
}

export type HeldObservable = { id: string; kind: string; value: string };

/** Observables of a case's reports but for those that are a victim's: victims have much in common that says nothing. */
export function findObservablesOfCase(db: ReadableDb, caseId: string): HeldObservable[] {
  return db.raw
    .prepare<[string], HeldObservable>(
      `select distinct observables.id, kind, value from report_cases
       join reports on reports.id = report_cases.report_id
       join report_observables on report_observables.report_id = reports.id
       join observables on observables.id = observable_id
       where case_id = ? and void_at is null and coalesce(role, '') <> 'victim'
       order by kind, value`,
    )
    .all(caseId);
}

/** Which other cases hold an observable: `observableId` → case ids. One found in more than `most` links nothing. */
export function findCasesHolding(db: ReadableDb, observableId: string, except: string, most: number): string[] {
  const rows = db.raw
    .prepare<[string, string, number], { id: string }>(
      `select distinct case_id as id from report_observables
       join reports on reports.id = report_observables.report_id
       join report_cases on report_cases.report_id = reports.id
       where observable_id = ? and case_id <> ? and void_at is null and coalesce(role, '') <> 'victim'
       order by case_id limit ?`,
    )
    .all(observableId, except, most + 1);
  return rows.length > most ? [] : rows.map(({ id }) => id);
}

/** Observables whose value holds a piece, by the search index; none when it is in more than `most`. */
export function findObservablesWith(db: ReadableDb, foldedPiece: string, most: number): HeldObservable[] {
  if (foldedPiece.length < 2) return [];
  const rows = db.raw
    .prepare<[string, number], HeldObservable>(
      `select observables.id, kind, value from search_terms
       join search_entries on seq = search_terms.rowid and type = 'observable'
       join observables on observables.id = record_id
       where search_terms match ? limit ?`,
    )
    .all(`title : ${matchPiece(foldedPiece)}`, most + 1);
  return rows.length > most ? [] : rows;
}

/** Cases whose own or whose reports' words hold a piece; none when more than `most` records hold it. */
export function findCasesTelling(db: ReadableDb, foldedPiece: string, most: number): string[] {
  // The index's row numbers are larger than a JavaScript number is exact: they stay in the database.
  const rows = db.raw
    .prepare<[string, number], { type: string; id: string }>(
      `select type, record_id as id from search_entries
       where seq in (select rowid from search_terms where search_terms match ? limit ?)`,
    )
    .all(matchPiece(foldedPiece), most + 1);
  if (rows.length > most) return [];
  const idsOf = (type: string): string[] => rows.flatMap((row) => (row.type === type ? [row.id] : []));
  const ofReports = db.raw
    .prepare<[string], { id: string }>(
      "select distinct case_id as id from report_cases where report_id in (select value from json_each(?))",
    )
    .all(JSON.stringify(idsOf("report")));
  return [...new Set([...idsOf("case"), ...ofReports.map(({ id }) => id)])].sort();
}

export function findCampaignCases(db: ReadableDb, campaignId: string, except: string, most: number): string[] {
  return db.raw
    .prepare<[string, string, number], { id: string }>(
      "select id from cases where campaign_id = ? and id <> ? order by opened_at desc, id limit ?",
    )
    .all(campaignId, except, most)
    .map(({ id }) => id);
}

/** Techniques of every case that has any. */
export function findTechniques(db: ReadableDb): { id: string; techniques: string }[] {
  return db.raw
    .prepare<[], { id: string; techniques: string }>("select id, techniques from cases where techniques <> '[]'")
    .all();
}

/** Cases that are linked with one already, whichever way. */
export function findLinkedCases(db: ReadableDb, caseId: string): Set<string> {
  const rows = db.raw
    .prepare<[string, string], { id: string }>(
      "select to_id as id from links where from_id = ? union select from_id from links where to_id = ?",
    )
    .all(caseId, caseId);
  return new Set(rows.map(({ id }) => id));
}
