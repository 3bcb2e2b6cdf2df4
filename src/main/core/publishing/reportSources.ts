import type { ReportPart } from "#shared/contract/publishing.ts";
import { refang } from "#shared/domain/defang.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import { campaignsInQuarter, type CampaignInQuarter } from "../campaigns/campaignService.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findAcknowledgedWords } from "../sanitising/acknowledgedRepository.ts";
import { findAttackerValues, findDecisions, type DecisionRecord } from "../sanitising/deskRepository.ts";
import type { Known } from "../sanitising/knownWords.ts";
import type { Stake } from "../sanitising/maskText.ts";
import { findPseudonyms, type PseudonymRecord } from "../sanitising/pseudonymRepository.ts";
import { stakeOf } from "../sanitising/readMatter.ts";
import { findParties, findReportIdsOfCases } from "../sanitising/textRepository.ts";
import { quarterFigures } from "../quarters/quarterFigures.ts";
import {
  findCitationNames,
  findDraft,
  findReferences,
  findReportedItems,
  type ReportedCase,
} from "./publishingRepository.ts";
import { citedReferences, recordTexts } from "./recordTexts.ts";
import { listEntries, type ReportEntry } from "./reportEntries.ts";

/** Words that the report prints and no write-up holds. */
export type OwnText = ReportPart & {
  /** Whose letters hold in it: a paragraph and the chapter it points to call a party by the same one. */
  writeup: ReportedCase["writeup"];
};

/** Everything that analysts wrote for one quarter's report, as it stands in the records. */
export type ReportSources = {
  /** Without what is left out. */
  entries: ReportEntry[];
  lead: string;
  campaigns: CampaignInQuarter[];
  /** The report is one document: what would give away any of its parties is looked for in all of it. */
  stake: Stake;
  own: OwnText[];
  ledgers: ReadonlyMap<string, readonly PseudonymRecord[]>;
  /** What was decided about the report's own words. */
  decisions: ReadonlyMap<string, DecisionRecord>;
  known: Known;
};

export function readReportSources(db: ReadableDb, quarter: Quarter): ReportSources {
  const draft = findDraft(db, quarter);
  const lead = draft?.lead ?? "";
  const all = listEntries(db, quarter, draft);
  const entries = all.filter(({ place }) => place !== "left-out");
  const campaigns = campaignsInQuarter(db, quarter);
  const caseIds = all.map(({ caseId }) => caseId);
  const reportIds = findReportIdsOfCases(db, caseIds);
  const writeupIds = entries.flatMap(({ writeupId }) => writeupId ?? []);
  const ledgers = new Map(writeupIds.map((id) => [id, findPseudonyms(db, id)]));
  const letters = [...ledgers.values()].flat();
  return {
    entries,
    lead,
    campaigns,
    stake: stakeOf(findParties(db, { caseIds, reportIds }), letters),
    own: [
      ...ownTexts(lead, entries, campaigns),
      ...textsOfRecords(db, quarter, { lead, entries }).map((text) => ({ ...text, writeup: null })),
    ].filter(({ text }) => text.trim() !== ""),
    ledgers,
    decisions: findDecisions(db, quarter),
    known: {
      labels: [...new Set(letters.map(({ label }) => label))],
      indicators: new Set(findAttackerValues(db, reportIds).map((value) => refang(value).toLowerCase())),
      acknowledged: findAcknowledgedWords(db),
      citations: findCitationNames(db),
    },
  };
}

/** As they are printed: the lead, each case's paragraph and what no write-up calls it, names of campaigns. */
function ownTexts(lead: string, entries: readonly ReportEntry[], campaigns: readonly CampaignInQuarter[]): OwnText[] {
  return [
    { key: "lead", kind: "lead", record: null, fixed: false, text: lead, writeup: null },
    ...entries.flatMap(({ caseId, place, record: { title, narrative, summary, writeup } }): OwnText[] => {
      const record = { id: caseId, title };
      const isPrinted = place === "chapter" && writeup === null && narrative.trim() !== "";
      return [
        { key: `title ${caseId}`, kind: "title", record, fixed: false, text: isPrinted ? title : "", writeup },
        { key: `summary ${caseId}`, kind: "summary", record, fixed: false, text: summary, writeup },
      ];
    }),
    ...campaigns.map(({ id, name }): OwnText => {
      const record = { id, title: name };
      return { key: `campaign ${id}`, kind: "campaign", record, fixed: false, text: name, writeup: null };
    }),
  ];
}

/** As their records have them: industries, frameworks, categories of the analysts' own, publications that are cited. */
function textsOfRecords(
  db: ReadableDb,
  quarter: Quarter,
  { lead, entries }: Pick<ReportSources, "lead" | "entries">,
): ReportPart[] {
  const { structure } = quarterFigures(db, quarter);
  const categories = [
    ...entries.map(({ record }) => record.kind),
    ...findReportedItems(db, quarter).map(({ category }) => category),
  ];
  const printed = entries.flatMap(({ record: { summary, narrative, writeup } }) => [
    summary,
    writeup?.body ?? narrative,
  ]);
  return recordTexts(structure, categories, citedReferences([lead, ...printed], findReferences(db)));
}
