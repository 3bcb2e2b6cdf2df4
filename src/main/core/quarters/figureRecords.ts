import type { FigureKey, FigureRecord } from "#shared/contract/quarters.ts";
import { EVERY_REPORT, type ReportRow } from "#shared/contract/reports.ts";
import { lastDayOf, quarterOfDay, spanOf, type Quarter } from "#shared/domain/quarter.ts";
import { campaignsInQuarter } from "../campaigns/campaignService.ts";
import { findCasesOfCampaign } from "../cases/caseRepository.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findReports, findReportsOfCase } from "../reports/reportRepository.ts";
import { findMembershipsAsOf, findOrganizationNames, findSigNames, findSigsAsOf } from "../roster/rosterRepository.ts";
import { findSharings } from "../sharings/sharingRepository.ts";

/** A quarter's records are opened as one list; this many is more than any quarter has held (2017Q4: 1,930). */
const ALL = 100_000;

type ReportFilterPart = Partial<Parameters<typeof findReports>[1]["filter"]>;

function quarterReports(db: ReadableDb, quarter: Quarter, part: ReportFilterPart): ReportRow[] {
  const filter = { ...EVERY_REPORT, quarter, standing: "counted" as const, ...part };
  const sort = { by: "receivedAt" as const, descending: false };
  return findReports(db, { filter, sort, offset: 0, limit: ALL }).rows;
}

function reportRecords(db: ReadableDb, quarter: Quarter, part: ReportFilterPart): FigureRecord[] {
  return quarterReports(db, quarter, part).map(toReportRecord);
}

function toReportRecord({ id, receivedAt, title, provider, items }: ReportRow): FigureRecord {
  return { type: "report", id, at: receivedAt, title, note: provider.name, items };
}

function sharingRecords(db: ReadableDb, quarter: Quarter, origin: "hub" | null): FigureRecord[] {
  return findSharings(db, { filter: { quarter, origin, states: [] }, offset: 0, limit: ALL })
    .rows.map(({ id, sharedAt, title, tlp }): FigureRecord => ({
      type: "sharing",
      id,
      at: sharedAt,
      title,
      note: tlp,
      items: 1,
    }))
    .reverse();
}

function sigRecords(db: ReadableDb, quarter: Quarter): FigureRecord[] {
  return findSigsAsOf(db, lastDayOf(quarter)).map(({ id, name, fromDay }) => ({
    type: "sig",
    id,
    at: null,
    title: name,
    note: fromDay,
    items: 1,
  }));
}

function membershipRecords(db: ReadableDb, quarter: Quarter, sig: string | null): FigureRecord[] {
  const organizations = findOrganizationNames(db);
  const sigs = findSigNames(db);
  const seen = new Set<string>();
  return findMembershipsAsOf(db, lastDayOf(quarter)).flatMap(({ organizationId, sigId }): FigureRecord[] => {
    const key = `${organizationId} ${sigId}`;
    if (seen.has(key) || (sig !== null && sigs.get(sigId)?.externalId !== sig)) return [];
    seen.add(key);
    const title = organizations.get(organizationId)?.name ?? "";
    return [{ type: "organization", id: organizationId, at: null, title, note: sigs.get(sigId)?.name ?? "", items: 1 }];
  });
}

/** What was seen of a campaign in the quarter: its counted reports, and its cases opened then. */
function campaignRecords(db: ReadableDb, quarter: Quarter, campaign: string | null): FigureRecord[] {
  const found = campaignsInQuarter(db, quarter).find(({ externalId }) => externalId === campaign);
  if (!found) return [];
  const { fromMs, untilMs } = spanOf(quarter);
  const cases = findCasesOfCampaign(db, found.id);
  const reports = new Map(
    cases
      .flatMap(({ id }) => findReportsOfCase(db, id))
      .filter((row) => row.receivedAt >= fromMs && row.receivedAt < untilMs)
      .filter(({ voided, provider }) => !voided && provider.kind !== "outside")
      .map((row) => [row.id, toReportRecord(row)]),
  );
  const opened = cases
    .filter(({ openedAt }) => quarterOfDay(openedAt) === quarter)
    .map(({ id, title, openedAt }): FigureRecord => ({ type: "case", id, at: null, title, note: openedAt, items: 0 }));
  return [...reports.values(), ...opened];
}

/** The records behind one number of a quarter, oldest first; their `items` add up to it. */
export function figureRecords(db: ReadableDb, quarter: Quarter, figure: FigureKey, key: string | null): FigureRecord[] {
  switch (figure) {
    case "provided":
      return reportRecords(db, quarter, {});
    case "targeted":
      return reportRecords(db, quarter, { assessments: ["targeted"] });
    case "undetermined":
      return reportRecords(db, quarter, { assessments: ["undetermined"] });
    case "outside":
      return reportRecords(db, quarter, { standing: "outside" });
    case "void":
      return reportRecords(db, quarter, { standing: "void" });
    case "category":
      return reportRecords(db, quarter, { categories: key === null ? [] : [key] });
    case "notShared":
      return quarterReports(db, quarter, {})
        .filter(({ notShared }) => notShared !== null && (key === null || notShared === key))
        .map(toReportRecord);
    case "shared":
      return sharingRecords(db, quarter, null);
    case "hubOrigin":
      return sharingRecords(db, quarter, "hub");
    case "sigs":
      return sigRecords(db, quarter);
    case "organizations":
      return membershipRecords(db, quarter, key);
    case "campaign":
      return campaignRecords(db, quarter, key);
  }
}
