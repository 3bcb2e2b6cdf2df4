import type { QuarterFigures } from "#shared/contract/quarters.ts";
import { isKnownCategory, KNOWN_CATEGORIES } from "#shared/domain/category.ts";
import { monthsOf, partsOf, type Quarter } from "#shared/domain/quarter.ts";
import { ja } from "#shared/messages/ja/index.ts";
import { quarterWords } from "#shared/messages/printed/quarterWords.ts";
import type { Block } from "#shared/narrative/narrative.ts";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { words } from "./printWords.ts";
import type { ContentBlock } from "./reportContent.ts";
import type { ReportEntry } from "./reportEntries.ts";

type DigestItem = Extract<ContentBlock, { kind: "digest" }>["items"][number];

/** Section 2.2: what participants provided, by category, each case in a paragraph; the rest by number only. */
export function composeProvided(figures: QuarterFigures, entries: readonly ReportEntry[]): ContentBlock[] {
  const text = quarterWords.provided;
  const told = entries.filter((entry) => entry.section === "provided" && isTold(entry));
  const groups = new Map<string, ReportEntry[]>();
  for (const entry of told) groups.set(entry.record.kind, [...(groups.get(entry.record.kind) ?? []), entry]);
  const items = [...groups].flatMap(([kind, members]) => composeGroup(kind, figures.byCategory[kind] ?? 0, members));
  const rest = listRest(figures.byCategory, new Set(groups.keys()));
  const blocks: ContentBlock[] = [{ kind: "heading", level: 2, children: words(text.title) }];
  if (items.length > 0) blocks.push(paragraph(text.opening), { kind: "digest", items });
  if (rest !== "") blocks.push(paragraph(items.length > 0 ? text.others(rest) : text.allOf(rest)));
  if (items.length === 0 && rest === "") blocks.push(paragraph(text.none));
  return blocks;
}

/** A category with one case leads into its paragraph; with several, each keeps its own bullet under the same lead. */
function composeGroup(kind: string, items: number, members: readonly ReportEntry[]): DigestItem[] {
  const lead = quarterWords.provided.group(categoryWord(kind), items);
  return members.map((entry, index) => composeItem(entry, index === 0 ? lead : ""));
}

function composeItem({ caseId, record, place }: ReportEntry, lead: string): DigestItem {
  const { blocks, notes } = parseNarrative(record.summary.trim() === "" ? record.title : record.summary);
  const leading: Block[] =
    lead === "" ? [] : [{ kind: "paragraph", children: [{ kind: "strong", children: words(lead) }] }];
  return { blocks: [...leading, ...blocks], notes, caseId: place === "chapter" ? caseId : null };
}

/** Categories of which no case is told, by number only: such a sentence names nobody. */
function listRest(byCategory: Readonly<Record<string, number>>, told: ReadonlySet<string>): string {
  const text = quarterWords.provided;
  const known: readonly string[] = KNOWN_CATEGORIES;
  const rank = (kind: string): number => (known.includes(kind) ? known.indexOf(kind) : known.length);
  return Object.entries(byCategory)
    .filter(([kind, items]) => items > 0 && !told.has(kind))
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, "en"))
    .map(([kind, items]) => text.item(categoryWord(kind), items))
    .join(text.and);
}

/** Section 2.3: what the hub collected itself, and each campaign with its age and whether it was seen. */
export function composeCollected(figures: QuarterFigures, entries: readonly ReportEntry[]): ContentBlock[] {
  const text = quarterWords.collected;
  const told = entries.filter((entry) => entry.section === "hub" && isTold(entry));
  const campaignOf = new Map(told.map(({ record }) => [record.campaignExternalId, record.id]));
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
    const item = composeItem(entry, "");
    const campaign = figures.campaigns.find(({ id }) => id === entry.record.campaignExternalId);
    const last = campaign && campaignOf.get(campaign.id) === entry.caseId;
    return last ? { ...item, blocks: [...item.blocks, describe(campaign)] } : item;
  });
  const others = figures.campaigns
    .filter(({ id }) => !campaignOf.has(id))
    .map((campaign): DigestItem => ({ blocks: [describe(campaign)], notes: [], caseId: null }));
  const opening = text.opening(told.length > 0 ? figures.hubOrigin : 0);
  const blocks: ContentBlock[] = [
    { kind: "heading", level: 2, children: words(text.title) },
    paragraph(figures.hubOrigin === 0 && told.length === 0 ? opening + text.noneShared : opening),
  ];
  if (items.length + others.length > 0) blocks.push({ kind: "digest", items: [...items, ...others] });
  return blocks;
}

function isTold({ place, hasSummary, hasNarrative }: ReportEntry): boolean {
  return place !== "left-out" && (hasSummary || (place === "chapter" && hasNarrative));
}

/** Whole months from the first day of a month to the end of a quarter. */
function monthsUntilEndOf(quarter: Quarter, since: string): number {
  const [year = 0, month = 1] = since.split("-").map(Number);
  return (partsOf(quarter).year - year) * 12 + monthsOf(quarter).last - month;
}

function categoryWord(kind: string): string {
  return isKnownCategory(kind) ? ja.vocabulary.category[kind] : kind;
}

function paragraph(text: string): Block {
  return { kind: "paragraph", children: words(text) };
}
