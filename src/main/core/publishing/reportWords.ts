import { createHash } from "node:crypto";
import type { Quarter } from "#shared/domain/quarter.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { Finding } from "../sanitising/finding.ts";
import { refineFindings } from "../sanitising/refineFindings.ts";
import type { Sanitiser, SanitiserOptions } from "../sanitising/sanitiser.ts";
import { SCANNED_TABLES } from "../sanitising/sanitisingRepository.ts";
import { inspectOwnWords, type OwnWords } from "./ownWords.ts";
import type { ReportEntry } from "./reportEntries.ts";
import { readReportSources, type ReportSources } from "./reportSources.ts";

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

/** A word of a chapter that tells who provided: masked on the page, and to be changed before publication. */
export type TellingWord = { caseId: string; text: string };

/** Everything that analysts wrote for one quarter's report, sanitised. */
export type ReportWords = {
  entries: WordedEntry[];
  lead: string;
  /** Names of campaigns by interchange id. */
  campaignNames: ReadonlyMap<string, string>;
  /** What is printed as its records have it, by `recordTextKey`. */
  recordTexts: ReadonlyMap<string, string>;
  telling: TellingWord[];
  /** What lies on no write-up's desk: it is decided on the report's own. */
  own: OwnWords;
  /** Whose names were looked for. */
  parties: Pick<SanitiserOptions, "parties" | "outsiders">;
};

type Clean = { text: string; findings: readonly Finding[] };
const NOTHING: Clean = { text: "", findings: [] };

/** What was sanitised before, by all that it depends on: an edit of one chapter does not ask for the others again. */
const cleanTexts = new WeakMap<BookSession, Map<string, Clean>>();
const MOST_KEPT = 2_000;

function cleanTextsOf(session: BookSession): Map<string, Clean> {
  const kept = cleanTexts.get(session) ?? new Map<string, Clean>();
  cleanTexts.set(session, kept);
  return kept;
}

/** Pages, verdict and words are asked for at the same time: who comes second finds what the first has sanitised. */
const turns = new WeakMap<BookSession, Promise<unknown>>();

/** Sanitises what analysts wrote for a quarter's report, and looks through those of its words that no write-up holds. */
export function wordReport(
  session: BookSession,
  sanitiser: Sanitiser,
  quarter: Quarter,
  signal?: AbortSignal,
): Promise<ReportWords> {
  const words = (turns.get(session) ?? Promise.resolve()).then(() => makeWords(session, sanitiser, quarter, signal));
  const ended = words.catch(() => undefined);
  turns.set(session, ended);
  return words;
}

async function makeWords(
  session: BookSession,
  sanitiser: Sanitiser,
  quarter: Quarter,
  signal: AbortSignal | undefined,
): Promise<ReportWords> {
  const sources = session.read((db) => readReportSources(db, quarter));
  const cleaner = createCleaner(session, sanitiser, sources, signal);
  const { entries, campaigns, own, lead, stake } = sources;
  const ofChapters = await cleaner.chapters(entries.flatMap((entry) => [titleOf(entry), chapterOf(entry)]));
  const [fixed, written] = [own.filter((text) => text.fixed), own.filter((text) => !text.fixed)];
  const ofOwn = await cleaner.ownWords(written.map(({ text }) => text));
  const ofRecords = await cleaner.records(fixed.map(({ text }) => text));
  return {
    entries: entries.map((entry) => wordEntry(entry, { ofChapters, ofOwn })),
    lead: ofOwn(lead).text,
    campaignNames: new Map(campaigns.map(({ externalId, name }) => [externalId, ofOwn(name).text])),
    telling: entries.flatMap((entry) =>
      printedOf(entry).flatMap((text) =>
        ofChapters(text)
          .findings.filter(({ severity }) => severity === "must")
          .map((finding) => ({ caseId: entry.caseId, text: finding.text })),
      ),
    ),
    recordTexts: new Map(fixed.map(({ key, text }) => [key, asRecorded(ofRecords(text), text)])),
    own: inspectOwnWords(session, sources, (text) => (text.fixed ? ofRecords : ofOwn)(text.text).findings),
    parties: stake,
  };
}

type Cleaned = (text: string) => Clean;

/** Addresses of publications are for readers to follow: nothing is changed but what has to be masked. */
function asRecorded({ text, findings }: Clean, original: string): string {
  return findings.some(({ severity }) => severity === "must") ? text : original;
}

/** Sanitises texts that were not sanitised before; the same with the same roster and parties is not done again. */
function createCleaner(
  session: BookSession,
  sanitiser: Sanitiser,
  { stake, known }: ReportSources,
  signal: AbortSignal | undefined,
) {
  const kept = cleanTextsOf(session);
  const roster = session.stateOf(SCANNED_TABLES);

  async function clean(
    texts: readonly string[],
    { novelty, refined: isRefined }: { novelty: boolean; refined: boolean },
  ): Promise<Cleaned> {
    const matter = JSON.stringify([roster, stake, novelty, isRefined && known.labels]);
    const keyOf = (text: string): string =>
      createHash("sha256")
        .update(JSON.stringify([matter, text]))
        .digest("hex");
    const answers = new Map<string, Clean>();
    const missing = [...new Set(texts)].filter((text) => text !== "" && !kept.has(keyOf(text)));
    const options: SanitiserOptions = { ...stake, novelty, ...(signal && { signal }) };
    const cleaned = missing.length === 0 ? [] : await sanitiser.sanitiseAll(missing, options);
    for (const [position, { text, findings }] of cleaned.entries()) {
      const original = missing[position] ?? "";
      const refined = isRefined ? await refineFindings(sanitiser, original, findings, known) : findings;
      kept.set(keyOf(original), { text, findings: refined });
    }
    for (const text of texts) answers.set(text, kept.get(keyOf(text)) ?? NOTHING);
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
    return (text) => answers.get(text) ?? NOTHING;
  }

  return {
    /** Words never published before are asked about where a chapter is worked on. */
    chapters: (texts: readonly string[]) => clean(texts, { novelty: false, refined: false }),
    ownWords: (texts: readonly string[]) => clean(texts, { novelty: true, refined: true }),
    /** Who takes part and what was published is public: no word of it is new. */
    records: (texts: readonly string[]) => clean(texts, { novelty: false, refined: true }),
  };
}

const chapterOf = ({ record }: ReportEntry): string => record.writeup?.body ?? record.narrative;
const titleOf = ({ record }: ReportEntry): string => record.writeup?.title ?? record.title;
/** What of a case is printed and is none of the report's own words. */
const printedOf = (entry: ReportEntry): string[] =>
  entry.place !== "chapter" ? [] : entry.record.writeup ? [titleOf(entry), chapterOf(entry)] : [chapterOf(entry)];

function wordEntry(entry: ReportEntry, { ofChapters, ofOwn }: { ofChapters: Cleaned; ofOwn: Cleaned }): WordedEntry {
  const { caseId, place, section, record } = entry;
  const { kind, campaignExternalId, writeup, summary } = record;
  const chapter = ofChapters(chapterOf(entry)).text;
  return {
    caseId,
    place,
    section,
    kind,
    campaignExternalId,
    title: ofChapters(titleOf(entry)).text,
    summary: ofOwn(summary).text,
    chapter: writeup ? chapter : withoutPictures(chapter),
    chapterFrom: chapterOf(entry).trim() === "" ? null : writeup ? "writeup" : "narrative",
  };
}

/** Pictures of a narrative are as they came: only a write-up's are drawn anew and looked at. Their captions stay. */
function withoutPictures(markdown: string): string {
  return markdown.replaceAll(/artifact:[0-9a-f]{64}/gu, NO_PICTURE);
}

const NO_PICTURE = `artifact:${"0".repeat(64)}`;
