import { and, eq } from "drizzle-orm";
import { observables, reportCases, reportObservables, reports } from "../database/schema.ts";
import { putChildren } from "./childRows.ts";
import type { LineContext } from "./lineContext.ts";
import type { Line } from "./readLines.ts";

type ReportLine = Extract<Line, { type: "report" }>;

function providerColumns(line: ReportLine, { ids }: LineContext) {
  const none = { providerOrganizationId: null, providerFrameworkId: null, providerOutside: null };
  const { provider } = line.record;
  if ("organization" in provider) {
    const id = ids.resolve(line, "provider.organization", "organization", provider.organization);
    return { ...none, providerOrganizationId: id };
  }
  if ("framework" in provider) {
    return { ...none, providerFrameworkId: ids.resolve(line, "provider.framework", "framework", provider.framework) };
  }
  return { ...none, providerOutside: provider.outside };
}

function victimColumns(line: ReportLine, { ids }: LineContext) {
  const { victim } = line.record;
  if (victim === undefined) return { victimOrganizationId: null, victimOutside: null };
  if ("outside" in victim) return { victimOrganizationId: null, victimOutside: victim.outside };
  const id = ids.resolve(line, "victim.organization", "organization", victim.organization);
  return { victimOrganizationId: id, victimOutside: null };
}

function observableId({ db, writer, newId }: LineContext, kind: string, value: string): string {
  const known = db
    .select({ id: observables.id })
    .from(observables)
    .where(and(eq(observables.kind, kind), eq(observables.value, value)))
    .get();
  if (known) return known.id;
  const id = newId();
  writer.put(observables, { id, kind, value });
  return id;
}

/** Writes a report line with its observables and cases. */
export function writeReport(line: ReportLine, context: LineContext): void {
  const { db, writer, ids, newId } = context;
  const { record } = line;
  const { id, isNew } = ids.own("report", record.id);
  const { receivedAt, occurredAt, channel, items, category, assessment, title, body, tlp, handling, notShared } =
    record;
  writer.put(reports, {
    id,
    externalId: record.id,
    receivedAt,
    occurredAt,
    ...providerColumns(line, context),
    ...victimColumns(line, context),
    channel,
    items,
    category,
    assessment,
    title,
    body: body ?? "",
    tlp,
    handling,
    notShared,
    voidAt: record.void?.at,
    voidReason: record.void?.reason,
  });
  const under = { parentId: id, parentIsNew: isNew };
  const wantedObservables = record.observables.map(({ kind, value, role = null }, position) => ({
    reportId: id,
    observableId: observableId(context, kind, value),
    role,
    position,
  }));
  const wantedCases = [...new Set(record.cases ?? [])].map((name, position) => ({
    reportId: id,
    caseId: ids.resolve(line, `cases[${position}]`, "case", name),
  }));
  putChildren(
    db,
    writer,
    { table: reportObservables, parent: reportObservables.reportId, ...under, wanted: wantedObservables },
    newId,
  );
  putChildren(db, writer, { table: reportCases, parent: reportCases.reportId, ...under, wanted: wantedCases }, newId);
}
