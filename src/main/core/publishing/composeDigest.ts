import type { QuarterFigures } from "#shared/contract/quarters.ts";
import { isKnownCategory, KNOWN_CATEGORIES } from "#shared/domain/category.ts";
import { monthsOf, partsOf, type Quarter } from "#shared/domain/quarter.ts";
import { ja } from "#shared/messages/ja/index.ts";
import { quarterWords } from "#shared/messages/printed/quarterWords.ts";
import type { Block } from "#shared/narrative/narrative.ts";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { words } from "../printing/printWords.ts";
import type { ReportedItems } from "./publishingRepository.ts";
import type { ContentBlock, DigestItem, DigestMatter } from "../printing/content.ts";
import { recordTextKey } from "./recordTexts.ts";
import type { ReportWords, WordedEntry } from "./reportWords.ts";

/** Section 2.2: what participants provided, by category, each case in a paragraph; the rest by number only. */
export function composeProvided(
  reported: readonly ReportedItems[],
  { entries, recordTexts }: Pick<ReportWords, "entries" | "recordTexts">,
): ContentBlock[] {
  const text = quarterWords.provided;
  const wordOf = (kind: string) => categoryWord(kind, recordTexts);
  const told = entries.filter((entry) => entry.section === "provided" && isTold(entry));
  const groups = Map.groupBy(told, ({ kind }) => kind);
  const items = [...groups].map(([kind, members]) => composeGroup(wordOf(kind), members, reported));
  const rest = listRest(reported, new Set(told.map(({ caseId }) => caseId)), wordOf);
  const blocks: ContentBlock[] = [{ kind: "heading", level: 2, children: words(text.title) }];
  if (items.length > 0) blocks.push(paragraph(text.opening), { kind: "digest", items });
  if (rest !== "") blocks.push(paragraph(items.length > 0 ? text.others(rest) : text.allOf(rest)));
  if (items.length === 0 && rest === "") blocks.push(paragraph(text.none));
  return blocks;
}

/** Counts what was reported of a group's cases, so that the number agrees with the words beneath it. */
function composeGroup(
  category: string,
  members: readonly WordedEntry[],
  reported: readonly ReportedItems[],
): DigestItem {
  const ids = new Set(members.map(({ caseId }) => caseId));
  const items = sumItems(reported.filter(({ caseIds }) => caseIds.some((id) => ids.has(id))));
  return { lead: quarterWords.provided.group(category, items), matters: members.map(composeMatter) };
}

function composeMatter({ caseId, title, summary, place }: WordedEntry): DigestMatter {
  const { blocks, notes } = parseNarrative(summary.trim() === "" ? title : summary);
  return { blocks, notes, caseId: place === "chapter" ? caseId : null };
}

/** Reports of which no case is told, by category and number only: such a sentence names nobody. */
function listRest(
  reported: readonly ReportedItems[],
  told: ReadonlySet<string>,
  wordOf: (kind: string) => string,
): string {
  const text = quarterWords.provided;
  const known: readonly string[] = KNOWN_CATEGORIES;
  const rank = (kind: string): number => (known.includes(kind) ? known.indexOf(kind) : known.length);
  const untold = reported.filter(({ caseIds }) => !caseIds.some((id) => told.has(id)));
  return [...Map.groupBy(untold, ({ category }) => category)]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, "en"))
    .map(([kind, members]) => text.item(wordOf(kind), sumItems(members)))
    .join(text.and);
}

function sumItems(reported: readonly ReportedItems[]): number {
  return reported.reduce((sum, { items }) => sum + items, 0);
}

/** Section 2.3: what the hub collected itself, and each campaign with its age and whether it was seen. */
export function composeCollected(figures: QuarterFigures, entries: readonly WordedEntry[]): ContentBlock[] {
  const text = quarterWords.collected;
  const told = entries.filter((entry) => entry.section === "hub" && isTold(entry));
  const campaignOf = new Map(told.map(({ campaignExternalId, caseId }) => [campaignExternalId, caseId]));
  const describe = (campaign: QuarterFigures["campaigns"][number]): Block =>
    paragraph(
      text.campaign(
        campaign.name,
        campaign.since,
        monthsUntilEndOf(figures.quarter, campaign.since),
        campaign.observed,
        campaign.items,
      ),
    );
  const items = told.map((entry): DigestItem => {
    const matter = composeMatter(entry);
    const campaign = figures.campaigns.find(({ id }) => id === entry.campaignExternalId);
    const last = campaign && campaignOf.get(campaign.id) === entry.caseId;
    return { lead: "", matters: [last ? { ...matter, blocks: [...matter.blocks, describe(campaign)] } : matter] };
  });
  const others = figures.campaigns
    .filter(({ id }) => !campaignOf.has(id))
    .map((campaign): DigestItem => ({
      lead: "",
      matters: [{ blocks: [describe(campaign)], notes: [], caseId: null }],
    }));
  const opening = text.opening(told.length > 0 ? figures.hubOrigin : 0);
  const blocks: ContentBlock[] = [
    { kind: "heading", level: 2, children: words(text.title) },
    paragraph(figures.hubOrigin === 0 && told.length === 0 ? opening + text.noneShared : opening),
  ];
  if (items.length + others.length > 0) blocks.push({ kind: "digest", items: [...items, ...others] });
  return blocks;
}

function isTold({ place, summary, chapter }: WordedEntry): boolean {
  return place !== "left-out" && (summary.trim() !== "" || (place === "chapter" && chapter.trim() !== ""));
}

/** Whole months from the first day of a month to the end of a quarter. */
function monthsUntilEndOf(quarter: Quarter, since: string): number {
  const [year = 0, month = 1] = since.split("-").map(Number);
  return (partsOf(quarter).year - year) * 12 + monthsOf(quarter).last - month;
}

function categoryWord(kind: string, recordTexts: ReportWords["recordTexts"]): string {
  if (isKnownCategory(kind)) return ja.vocabulary.category[kind];
  return `「${recordTexts.get(recordTextKey("category", kind)) ?? ""}」`;
}

function paragraph(text: string): Block {
  return { kind: "paragraph", children: words(text) };
}
