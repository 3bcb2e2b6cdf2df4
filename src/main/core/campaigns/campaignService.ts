import type { CampaignQuarter, CampaignRow } from "#shared/contract/campaigns.ts";
import type { CaseRow } from "#shared/contract/cases.ts";
import { addQuarters, quarterOf, quarterOfDay, quartersBetween, type Quarter } from "#shared/domain/quarter.ts";
import { AppError } from "#shared/errors.ts";
import { findCasesOfCampaign } from "../cases/caseRepository.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import {
  findCampaign,
  findCampaignReports,
  findCampaigns,
  findCampaignSharings,
  findLatestDay,
  findCaseDays,
  insertCampaign,
  updateCampaignRecord,
  type CampaignRecord,
} from "./campaignRepository.ts";

type Sighted = { observed: boolean; items: number; cases: number };
/** What was seen of each campaign, by quarter. */
type Presence = Map<string, Map<Quarter, Sighted>>;

/**
 * A campaign was observed in a quarter when a case of it was opened, a counted report of such a case was received, or
 * a sharing of such a case was given out in it.
 */
function readPresence(db: ReadableDb): Presence {
  const presence: Presence = new Map();
  const note = (campaignId: string | null, quarter: Quarter, seen: { items?: number; cases?: number }) => {
    if (campaignId === null) return;
    const quarters = presence.get(campaignId) ?? new Map<Quarter, Sighted>();
    const before = quarters.get(quarter) ?? { observed: true, items: 0, cases: 0 };
    quarters.set(quarter, {
      observed: true,
      items: before.items + (seen.items ?? 0),
      cases: before.cases + (seen.cases ?? 0),
    });
    presence.set(campaignId, quarters);
  };
  for (const { campaignId, openedAt } of findCaseDays(db)) note(campaignId, quarterOfDay(openedAt), { cases: 1 });
  for (const { campaignId, receivedAt, items } of findCampaignReports(db)) {
    note(campaignId, quarterOf(receivedAt), { items });
  }
  for (const { campaignId, sharedAt } of findCampaignSharings(db)) note(campaignId, quarterOf(sharedAt), {});
  return presence;
}

const SILENT: Sighted = { observed: false, items: 0, cases: 0 };

/** A typing error in a day must not draw a strip of a thousand quarters. */
const MAX_STRIP_QUARTERS = 400;

function stripOf(
  { since }: CampaignRecord,
  seen: ReadonlyMap<Quarter, Sighted>,
  bookEnds: Quarter | null,
): CampaignQuarter[] {
  const begins = quarterOfDay(since);
  const quarters = [...seen.keys(), begins, ...(bookEnds === null ? [] : [bookEnds])].sort();
  const first = quarters[0] ?? begins;
  const last = quarters.at(-1) ?? begins;
  const length = Math.min(quartersBetween(first, last) + 1, MAX_STRIP_QUARTERS);
  return Array.from({ length }, (_, position) => {
    const quarter = addQuarters(last, position - length + 1);
    return { quarter, ...(seen.get(quarter) ?? SILENT) };
  });
}

function lastQuarterOf(db: ReadableDb): Quarter | null {
  const day = findLatestDay(db);
  return day === null ? null : quarterOfDay(day);
}

function toRow(record: CampaignRecord, presence: Presence, bookEnds: Quarter | null): CampaignRow {
  const seen = presence.get(record.id) ?? new Map<Quarter, Sighted>();
  const { id, externalId, name, since, description } = record;
  // A quarter after the last record of the book is not silent: nothing is known of it yet.
  const strip = stripOf(record, seen, bookEnds);
  const caseCount = [...seen.values()].reduce((sum, { cases }) => sum + cases, 0);
  return { id, externalId, name, since, description, caseCount, strip };
}

export function listCampaigns(db: ReadableDb): CampaignRow[] {
  const presence = readPresence(db);
  const bookEnds = lastQuarterOf(db);
  return findCampaigns(db).map((record) => toRow(record, presence, bookEnds));
}

/** @throws AppError record.not-found */
export function getCampaign(db: ReadableDb, id: string): CampaignRow & { cases: CaseRow[] } {
  const record = findCampaign(db, id);
  if (!record) throw new AppError("record.not-found", { record: id });
  return { ...toRow(record, readPresence(db), lastQuarterOf(db)), cases: findCasesOfCampaign(db, id) };
}

export type CampaignInQuarter = {
  id: string;
  externalId: string;
  name: string;
  since: string;
  observed: boolean;
  items: number;
};

/** The campaigns that had begun by a quarter, and what was seen of them in it. */
export function campaignsInQuarter(db: ReadableDb, quarter: Quarter): CampaignInQuarter[] {
  const presence = readPresence(db);
  return findCampaigns(db)
    .map(({ id, externalId, name, since }) => {
      const { observed, items } = presence.get(id)?.get(quarter) ?? SILENT;
      return { id, externalId, name, since, observed, items };
    })
    .filter(({ since, observed }) => observed || quarterOfDay(since) <= quarter);
}

type CampaignFields = { name: string; since: string; description: string };
type CampaignChange = { [Field in keyof CampaignFields]?: CampaignFields[Field] | undefined };

export function createCampaign(
  db: WritableDb,
  { name, since, description = "" }: CampaignChange & Pick<CampaignFields, "name" | "since">,
  newId: () => string,
): string {
  const id = newId();
  insertCampaign(db, { id, externalId: id, name, since, description });
  return id;
}

/** @throws AppError record.not-found */
export function updateCampaign(db: WritableDb, id: string, change: CampaignChange): void {
  if (!findCampaign(db, id)) throw new AppError("record.not-found", { record: id });
  updateCampaignRecord(db, id, Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)));
}
