import type { PublishingIssue } from "#shared/contract/publishing.ts";
import type { QuarterFigures } from "#shared/contract/quarters.ts";
import type { DeskFinding } from "#shared/contract/sanitising.ts";
import { lastDayOf, type Quarter } from "#shared/domain/quarter.ts";
import { AppError } from "#shared/errors.ts";
import { hubWords, printDay, printQuarter, quarterWords } from "#shared/messages/printed/quarterWords.ts";
import type { Block, Narrative, Note } from "#shared/narrative/narrative.ts";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import type { ReadableDb } from "../database/handles.ts";
import { quarterFigures } from "../quarters/quarterFigures.ts";
import { structureAsOf } from "../roster/rosterService.ts";
import { isOpen } from "../sanitising/inspectText.ts";
import { composeCounts, type ColumnRevisions } from "./composeCounts.ts";
import { composeCollected, composeProvided } from "./composeDigest.ts";
import { composeStructure, type LaterStructure } from "./composeStructure.ts";
import { numberReport } from "./numberReport.ts";
import { words } from "../printing/printWords.ts";
import { withoutRepeatedTitle } from "../printing/withoutRepeatedTitle.ts";
import { findDraft, findReferences, findReportedItems, type DraftRecord } from "./publishingRepository.ts";
import type { QuarterlyReport } from "./quarterlyReport.ts";
import { readPictures } from "./readPictures.ts";
import { recordTextKey } from "./recordTexts.ts";
import type { ContentChapter, ContentIssue, OutlineEntry, Reference } from "../printing/content.ts";
import type { ReportContent } from "./reportContent.ts";
import type { ReportWords, WordedEntry } from "./reportWords.ts";

/** A report ready to be typeset, with what keeps it from being published. */
export type ComposedReport = {
  report: QuarterlyReport;
  outline: OutlineEntry[];
  issues: PublishingIssue[];
  /** Pictures by the path the report names them with. */
  files: Map<string, Uint8Array>;
};

/**
 * Makes the report of a quarter from the records, in one state of the book. Names of providers are in none of its own
 * sentences; what analysts wrote comes as `wordReport` sanitised it, and in no other way.
 * @throws AppError publishing.nothing-to-report when the quarter holds nothing at all
 */
export function composeQuarterlyReport(db: ReadableDb, quarter: Quarter, worded: ReportWords): ComposedReport {
  const figures = withCleanNames(quarterFigures(db, quarter), worded);
  const draft = findDraft(db, quarter);
  const { entries } = worded;
  if (isNothing(figures, entries)) throw new AppError("publishing.nothing-to-report", { quarter });
  const chapters = entries.filter(isChapter).map(composeChapter);
  const { pictures, files } = readPictures(
    db,
    chapters.flatMap(({ blocks }) => blocks),
  );
  const content: ReportContent = {
    ...composeFrame(quarter, draft),
    lead: composeLead(quarter, worded.lead, chapters.length > 0),
    chapters: [
      composeStructure(figures, laterStructure(db, figures, draft?.publishedOn ?? null)),
      composeState(db, figures, worded),
      ...chapters,
    ],
    closing: composeClosing(),
    references: indexReferences(db, worded),
    pictures,
  };
  const { report, outline, issues } = numberReport(content);
  return {
    report,
    outline,
    issues: [
      ...figureIssues(figures),
      ...entries.flatMap(chapterIssues),
      ...issues.map(textIssue),
      ...namingIssues(worded),
    ],
    files,
  };
}

function isNothing({ provided, shared, outside, basis }: QuarterFigures, entries: readonly WordedEntry[]): boolean {
  const counted = (provided.at(-1) ?? 0) + (shared.at(-1) ?? 0) + outside;
  return counted === 0 && entries.length === 0 && basis.at(-1) === "records";
}

/** Campaigns are named by analysts too, and so are industries and frameworks. */
function withCleanNames(figures: QuarterFigures, { campaignNames, recordTexts }: ReportWords): QuarterFigures {
  const campaigns = figures.campaigns.map((campaign) => ({ ...campaign, name: campaignNames.get(campaign.id) ?? "" }));
  const sigNamed = (name: string): string => recordTexts.get(recordTextKey("sig", name)) ?? "";
  const labelled = (label: string): string => recordTexts.get(recordTextKey("framework", label)) ?? "";
  const { bySig, joined, left, frameworks } = figures.structure;
  const structure = {
    ...figures.structure,
    bySig: bySig.map((sig) => ({ ...sig, name: sigNamed(sig.name) })),
    joined: joined.map((change) => ({ ...change, sigName: sigNamed(change.sigName) })),
    left: left.map((change) => ({ ...change, sigName: sigNamed(change.sigName) })),
    frameworks: frameworks.map((framework) => ({ ...framework, label: labelled(framework.label) })),
  };
  return { ...figures, campaigns, structure };
}

function isChapter({ place, chapterFrom }: WordedEntry): boolean {
  return place === "chapter" && chapterFrom !== null;
}

function composeFrame(quarter: Quarter, draft: DraftRecord | undefined) {
  const publishedOn = draft?.publishedOn ?? null;
  const [year = 1, month = 1, day = 1] = (publishedOn ?? lastDayOf(quarter)).split("-").map(Number);
  return {
    pdfTitle: quarterWords.pdfTitle(quarter),
    series: hubWords.series,
    title: quarterWords.title,
    period: quarterWords.period(quarter),
    imprint: [...(publishedOn === null ? [] : [printDay(publishedOn)]), hubWords.publisher],
    runningTitle: quarterWords.runningTitle,
    runningPeriod: printQuarter(quarter),
    stamp: null,
    documentDate: { year, month, day },
  };
}

function composeLead(quarter: Quarter, lead: string, hasChapters: boolean): Narrative {
  if (lead.trim() !== "") return parseNarrative(lead);
  const text = quarterWords.lead;
  const note: Note = {
    label: "scheme",
    blocks: [
      { kind: "paragraph", children: words(hubWords.schemeNote) },
      { kind: "paragraph", children: [{ kind: "link", url: hubWords.schemeUrl, children: [] }] },
    ],
  };
  const written: Block = {
    kind: "paragraph",
    children: [
      ...words(text.opening),
      { kind: "note", label: note.label },
      ...words(text.report(quarter) + (hasChapters ? text.chapters : text.noChapters)),
    ],
  };
  return { blocks: [written], notes: [note] };
}

function composeState(db: ReadableDb, figures: QuarterFigures, worded: ReportWords): ContentChapter {
  const revised: ColumnRevisions = figures.columns
    .slice(0, -1)
    .map((quarter) => ({ quarter, revisions: quarterFigures(db, quarter).revisions }));
  return {
    caseId: null,
    title: quarterWords.state.title(figures.quarter),
    newPage: false,
    notes: [],
    blocks: [
      { kind: "paragraph", children: words(quarterWords.state.opening) },
      ...composeCounts(figures, revised),
      ...composeProvided(findReportedItems(db, figures.quarter), worded),
      ...composeCollected(figures, worded.entries),
    ],
  };
}

function composeChapter({ caseId, title, chapter }: WordedEntry): ContentChapter {
  const { blocks, notes } = parseNarrative(chapter);
  return { caseId, title, newPage: false, blocks: withoutRepeatedTitle(blocks, title), notes };
}

function composeClosing(): ReportContent["closing"] {
  return quarterWords.closing.map(({ title, paragraphs, contacts }) => ({
    title,
    paragraphs: paragraphs.map((text) => words(text)),
    contacts: contacts.map(({ name, url }) => [
      ...words(name),
      { kind: "break" as const },
      { kind: "link" as const, url, children: [] },
    ]),
  }));
}

/** Rule 5: where the scheme has changed by the day of publication, the report states both. */
function laterStructure(db: ReadableDb, figures: QuarterFigures, publishedOn: string | null): LaterStructure | null {
  if (publishedOn === null || publishedOn <= figures.asOf || figures.structure.bySig.length === 0) return null;
  const { sigs } = structureAsOf(db, publishedOn);
  const organizations = sigs.reduce((sum, sig) => sum + sig.organizations, 0);
  const same = sigs.length === figures.structure.sigs && organizations === figures.structure.organizations;
  return same ? null : { day: publishedOn, sigs: sigs.length, organizations };
}

/** Those that the report cites; no other's words were looked at. */
function indexReferences(db: ReadableDb, { recordTexts }: ReportWords): Map<string, Reference> {
  const index = new Map<string, Reference>();
  for (const { id, externalId, ...recorded } of findReferences(db)) {
    const title = recordTexts.get(recordTextKey("reference", recorded.title));
    if (title === undefined) continue;
    const url = recordTexts.get(recordTextKey("reference", recorded.url)) ?? "";
    for (const name of [id, externalId, externalId.toLowerCase()]) index.set(name, { id, title, url });
  }
  return index;
}

function figureIssues({ quarter, undetermined, frozen, conflicts }: QuarterFigures): PublishingIssue[] {
  const issues: PublishingIssue[] = [];
  if (undetermined > 0) issues.push({ code: "undetermined-open", params: { count: undetermined }, caseId: null });
  if (frozen === null) issues.push({ code: "not-frozen", params: { quarter }, caseId: null });
  for (const { quarter: of, figure, published, records } of conflicts) {
    issues.push({ code: "conflict", params: { quarter: of, figure, published, records }, caseId: null });
  }
  return issues;
}

function chapterIssues({ caseId, title, place, chapterFrom }: WordedEntry): PublishingIssue[] {
  if (place !== "chapter" || chapterFrom === "writeup") return [];
  const code = chapterFrom === null ? "chapter-without-narrative" : "chapter-without-writeup";
  return [{ code, params: { title }, caseId }];
}

function textIssue(issue: ContentIssue): PublishingIssue {
  if (issue.code === "citation-unknown")
    return { code: issue.code, params: { label: issue.label }, caseId: issue.caseId };
  const { code, caseId, figure, line, text, reason } = issue;
  return { code, params: { caption: figure, line, text, reason }, caseId };
}

function namingIssues({ telling, own, entries }: ReportWords): PublishingIssue[] {
  const titles = new Map(entries.map(({ caseId, title }) => [caseId, title]));
  const ofChapters = telling.map(({ caseId, text }): PublishingIssue => {
    return { code: "provider-named", params: { text, title: titles.get(caseId) ?? "" }, caseId };
  });
  const waiting = own.findings.map(({ shown }) => shown).filter(isOpen);
  const ofOwn = (code: PublishingIssue["code"], severity: DeskFinding["severity"]): PublishingIssue[] => {
    const found = waiting.filter((finding) => finding.severity === severity);
    const [first] = found;
    return first ? [{ code, params: { text: first.text, count: found.length }, caseId: null }] : [];
  };
  return [...ofChapters, ...ofOwn("words-telling", "must"), ...ofOwn("words-to-check", "review")];
}
