import { createHash } from "node:crypto";
import type { Quarter } from "#shared/domain/quarter.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import type { Finding } from "../sanitising/finding.ts";
import type { Sanitiser, SanitiserOptions } from "../sanitising/sanitiser.ts";
import { SCANNED_TABLES } from "../sanitising/sanitisingRepository.ts";
import { findParties, findReportIdsOfCases } from "../sanitising/textRepository.ts";
import { quarterFigures } from "../quarters/quarterFigures.ts";
import { findDraft } from "./publishingRepository.ts";
import { listEntries, type ReportEntry } from "./reportEntries.ts";

/** One case as the report prints it. Its words are sanitised; the record's own never reach the page. */
export type WordedEntry = Pick<ReportEntry, "caseId" | "place" | "section"> & {
  kind: string;
  campaignExternalId: string | null;
  title: string;
  summary: string;
  /** Markdown of the chapter, "" for none. */
  chapter: string;
  /** A write-up, which people worked on, or the narrative with its must findings masked. */
  chapterFrom: "writeup" | "narrative" | null;
};

/** A word in a text that tells who provided, or could; `must` ones are masked on the page, both have to be changed before publication. */
export type TellingWord = { caseId: string | null; text: string };

/** Everything that analysts wrote for one quarter's report, sanitised. */
export type ReportWords = {
  entries: WordedEntry[];
  lead: string;
  /** Names of campaigns by interchange id. */
  campaignNames: ReadonlyMap<string, string>;
  telling: TellingWord[];
  /** What nobody has looked at: names, mail addresses, numbers in texts that lie on no desk. */
  doubtful: TellingWord[];
  /** Whose names were looked for. */
  parties: Pick<SanitiserOptions, "parties" | "outsiders">;
};

type Clean = { text: string; telling: string[]; doubtful: string[] };

/** A word never published and a feature that many share are weighed at the desk of a write-up; here they are everywhere. */
const WEIGHED_AT_THE_DESK: ReadonlySet<Finding["kind"]> = new Set(["novel-term", "quasi-identifier"]);
const isDoubtful = ({ severity, kind }: Finding): boolean => severity === "review" && !WEIGHED_AT_THE_DESK.has(kind);

/** What was sanitised before, by all that it depends on: an edit of one chapter does not ask for the others again. */
const cleanTexts = new WeakMap<BookSession, Map<string, Clean>>();
const MOST_KEPT = 2_000;

function cleanTextsOf(session: BookSession): Map<string, Clean> {
  const kept = cleanTexts.get(session) ?? new Map<string, Clean>();
  cleanTexts.set(session, kept);
  return kept;
}

/**
 * Sanitises what analysts wrote for a quarter's report. The report is one document: what would give away any of its
 * parties is looked for in all of it.
 */
export async function wordReport(
  session: BookSession,
  sanitiser: Sanitiser,
  quarter: Quarter,
  signal?: AbortSignal,
): Promise<ReportWords> {
  const kept = cleanTextsOf(session);
  const { entries, lead, campaigns, parties } = session.read((db) => readSources(db, quarter));
  const printed = entries.filter(({ place }) => place !== "left-out");
  const roster = session.stateOf(SCANNED_TABLES);
  const keyOf = (text: string): string =>
    createHash("sha256")
      .update(JSON.stringify([roster, parties, text]))
      .digest("hex");
  const missing = [...new Set([lead, ...campaigns.map(({ name }) => name), ...printed.flatMap(textsOf)])].filter(
    (text) => !kept.has(keyOf(text)),
  );
  const options: SanitiserOptions = { ...parties, novelty: false, ...(signal && { signal }) };
  const cleaned = missing.length === 0 ? [] : await sanitiser.sanitiseAll(missing, options);
  for (const [position, { text, findings }] of cleaned.entries()) {
    const telling = findings.filter(({ severity }) => severity === "must").map((finding) => finding.text);
    const doubtful = findings.filter(isDoubtful).map((finding) => finding.text);
    kept.set(keyOf(missing[position] ?? ""), { text, telling, doubtful });
  }
  const clean = (text: string): Clean => kept.get(keyOf(text)) ?? { text: "", telling: [], doubtful: [] };
  const general = [lead, ...campaigns.map(({ name }) => name)].map(clean);
  const words: ReportWords = {
    entries: printed.map((entry) => wordEntry(entry, clean)),
    lead: clean(lead).text,
    campaignNames: new Map(campaigns.map(({ id, name }) => [id, clean(name).text])),
    telling: [
      ...general.flatMap(({ telling }) => telling).map((text) => ({ caseId: null, text })),
      ...printed.flatMap((entry) =>
        wordsOf(
          entry,
          textsOf(entry).flatMap((text) => clean(text).telling),
        ),
      ),
    ],
    doubtful: [
      ...general.flatMap(({ doubtful }) => doubtful).map((text) => ({ caseId: null, text })),
      ...printed.flatMap((entry) =>
        wordsOf(
          entry,
          unworkedTextsOf(entry).flatMap((text) => clean(text).doubtful),
        ),
      ),
    ],
    parties,
  };
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
  return words;
}

function readSources(db: ReadableDb, quarter: Quarter) {
  const draft = findDraft(db, quarter);
  const entries = listEntries(db, quarter, draft);
  const caseIds = entries.map(({ caseId }) => caseId);
  const { externalIds, outsiders } = findParties(db, { caseIds, reportIds: findReportIdsOfCases(db, caseIds) });
  const { campaigns } = quarterFigures(db, quarter);
  return { entries, lead: draft?.lead ?? "", campaigns, parties: { parties: externalIds, outsiders } };
}

const chapterOf = ({ record }: ReportEntry): string => record.writeup?.body ?? record.narrative;
const titleOf = ({ record }: ReportEntry): string => record.writeup?.title ?? record.title;
/** Texts that lie on no desk where their findings are decided. */
const unworkedTextsOf = ({ record: { writeup, title, summary } }: ReportEntry): string[] =>
  writeup ? [summary] : [title, summary];
const textsOf = (entry: ReportEntry): string[] => [titleOf(entry), entry.record.summary, chapterOf(entry)];

function wordEntry(entry: ReportEntry, clean: (text: string) => Clean): WordedEntry {
  const { caseId, place, section, record } = entry;
  const { kind, campaignExternalId, writeup, summary } = record;
  const chapter = chapterOf(entry);
  return {
    caseId,
    place,
    section,
    kind,
    campaignExternalId,
    title: clean(titleOf(entry)).text,
    summary: clean(summary).text,
    chapter: writeup ? clean(chapter).text : withoutPictures(clean(chapter).text),
    chapterFrom: chapter.trim() === "" ? null : writeup ? "writeup" : "narrative",
  };
}

/** Pictures of a narrative are as they came: only a write-up's are drawn anew and looked at. Their captions stay. */
function withoutPictures(markdown: string): string {
  return markdown.replaceAll(/artifact:[0-9a-f]{64}/gu, NO_PICTURE);
}

const NO_PICTURE = `artifact:${"0".repeat(64)}`;

const wordsOf = ({ caseId }: ReportEntry, words: readonly string[]): TellingWord[] =>
  words.map((text) => ({ caseId, text }));
