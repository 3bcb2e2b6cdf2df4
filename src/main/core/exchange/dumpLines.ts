import { and, asc, eq, isNotNull, or } from "drizzle-orm";
import { writeMoment } from "#shared/domain/moment.ts";
import type { ReadableDb } from "../database/handles.ts";
import {
  approvals,
  campaigns,
  cases,
  frameworks,
  frameworkSizes,
  links,
  memberships,
  observables,
  organizations,
  publishedFigures,
  referenceDocuments,
  reportCases,
  reportObservables,
  reports,
  sharingCases,
  sharingRecipients,
  sharingReports,
  sharings,
  sightings,
  sigs,
} from "../database/schema.ts";
import { readText } from "../sanitising/textRepository.ts";
import { readIds } from "./exchangeRepository.ts";
import { INTERCHANGE_VERSION } from "./lineSchemas.ts";

type Json = Record<string, unknown>;

/** Leaves out what the format lets be left out, so that a loaded book dumps as it was. */
function compact(line: Json): Json {
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null && value !== undefined));
}

function unlessEmpty<T extends string | readonly unknown[]>(value: T): T | undefined {
  return value.length === 0 ? undefined : value;
}

function optionalMoment(at: number | null): string | undefined {
  return at === null ? undefined : writeMoment(at);
}

function invert(ids: ReadonlyMap<string, string>): (id: string) => string {
  const externalIds = new Map([...ids].map(([externalId, id]) => [id, externalId]));
  return (id) => externalIds.get(id) ?? id;
}

type Names = Record<
  "sig" | "organization" | "framework" | "campaign" | "case" | "report" | "sharing",
  (id: string) => string
>;

function readNames(db: ReadableDb): Names {
  return {
    sig: invert(readIds(db, sigs)),
    organization: invert(readIds(db, organizations)),
    framework: invert(readIds(db, frameworks)),
    campaign: invert(readIds(db, campaigns)),
    case: invert(readIds(db, cases)),
    report: invert(readIds(db, reports)),
    sharing: invert(readIds(db, sharings)),
  };
}

function byText(lines: Json[]): Json[] {
  const keyed = lines.map((line) => [JSON.stringify(line), line] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, line]) => line);
}

function* rosterLines(db: ReadableDb, names: Names): Generator<Json> {
  for (const row of db.select().from(sigs).orderBy(asc(sigs.externalId)).all()) {
    yield { type: "sig", id: row.externalId, name: row.name, nameEn: row.nameEn, from: row.fromDay, to: row.toDay };
  }
  for (const row of db.select().from(organizations).orderBy(asc(organizations.externalId)).all()) {
    const { externalId, name, reading, nameEn, aliases, domains, persons, products, addresses, phones, parentId } = row;
    const parent = parentId === null ? null : names.organization(parentId);
    const id = externalId;
    yield {
      type: "organization",
      id,
      name,
      reading,
      nameEn,
      aliases,
      domains,
      persons,
      products,
      addresses,
      phones,
      parent,
    };
  }
  yield* byText(
    db
      .select()
      .from(memberships)
      .all()
      .map(({ organizationId, sigId, fromDay, toDay }) => ({
        type: "membership",
        organization: names.organization(organizationId),
        sig: names.sig(sigId),
        from: fromDay,
        to: toDay,
      })),
  );
  for (const { id, externalId, name } of db.select().from(frameworks).orderBy(asc(frameworks.externalId)).all()) {
    const sizes = db
      .select()
      .from(frameworkSizes)
      .where(eq(frameworkSizes.frameworkId, id))
      .orderBy(asc(frameworkSizes.fromDay))
      .all()
      .map(({ fromDay, label, bodies, members }) => compact({ from: fromDay, label, bodies, members }));
    yield { type: "framework", id: externalId, name, sizes };
  }
}

function* caseLines(db: ReadableDb, names: Names): Generator<Json> {
  for (const { externalId, name, since, description } of db
    .select()
    .from(campaigns)
    .orderBy(asc(campaigns.externalId))
    .all()) {
    yield { type: "campaign", id: externalId, name, since, description: unlessEmpty(description) };
  }
  for (const row of db.select().from(cases).orderBy(asc(cases.externalId)).all()) {
    yield {
      type: "case",
      id: row.externalId,
      title: row.title,
      kind: row.kind,
      openedAt: row.openedAt,
      origin: row.origin,
      campaign: row.campaignId === null ? null : names.campaign(row.campaignId),
      summary: unlessEmpty(row.summary),
      narrative: unlessEmpty(row.narrative),
      techniques: unlessEmpty(row.techniques),
    };
  }
}

function partyOf(organizationId: string | null, frameworkId: string | null, outside: string | null, names: Names) {
  if (organizationId !== null) return { organization: names.organization(organizationId) };
  if (frameworkId !== null) return { framework: names.framework(frameworkId) };
  return outside === null ? undefined : { outside };
}

/** Children of all parents at once: one query a table instead of one a parent. */
function groupBy<Row, Value>(rows: readonly Row[], keyOf: (row: Row) => string, valueOf: (row: Row) => Value) {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(valueOf(row));
    else groups.set(keyOf(row), [valueOf(row)]);
  }
  return (key: string): Value[] => groups.get(key) ?? [];
}

function* reportLines(db: ReadableDb, names: Names): Generator<Json> {
  const observablesOf = groupBy(
    db
      .select({
        reportId: reportObservables.reportId,
        role: reportObservables.role,
        kind: observables.kind,
        value: observables.value,
      })
      .from(reportObservables)
      .innerJoin(observables, eq(observables.id, reportObservables.observableId))
      .orderBy(asc(reportObservables.position))
      .all(),
    ({ reportId }) => reportId,
    ({ kind, value, role }) => compact({ kind, value, role }),
  );
  const casesOf = groupBy(
    db.select().from(reportCases).all(),
    ({ reportId }) => reportId,
    ({ caseId }) => names.case(caseId),
  );
  for (const row of db.select().from(reports).orderBy(asc(reports.externalId)).all()) {
    yield {
      type: "report",
      id: row.externalId,
      receivedAt: writeMoment(row.receivedAt),
      occurredAt: optionalMoment(row.occurredAt),
      provider: partyOf(row.providerOrganizationId, row.providerFrameworkId, row.providerOutside, names),
      victim: partyOf(row.victimOrganizationId, null, row.victimOutside, names),
      channel: row.channel,
      items: row.items,
      category: row.category,
      assessment: row.assessment,
      title: row.title,
      body: unlessEmpty(row.body),
      observables: observablesOf(row.id),
      cases: unlessEmpty(casesOf(row.id).sort()),
      tlp: row.tlp,
      handling: row.handling,
      notShared: row.notShared,
      void: row.voidAt === null ? undefined : { at: writeMoment(row.voidAt), reason: row.voidReason ?? "" },
    };
  }
}

function* linkLines(db: ReadableDb, names: Names): Generator<Json> {
  yield* byText(
    db
      .select()
      .from(links)
      .all()
      .map(({ fromId, toId, relation, rationale, confidence }) => ({
        type: "link",
        from: names.case(fromId),
        to: names.case(toId),
        relation,
        rationale,
        confidence,
      })),
  );
}

/**
 * Version 1 knows organisations' consents to share; the others stay in the book. So do those given to anything else than it
 * has now: whoever loads the lines would take them for consent to these.
 */
function findSharedApprovals(db: ReadableDb) {
  const fingerprints = new Map<string, string>();
  const fingerprintOf = (id: string) =>
    fingerprints.get(id) ?? fingerprints.set(id, readText(db, { kind: "sharing", id }).fingerprint).get(id) ?? "";
  return db
    .select()
    .from(approvals)
    .where(and(eq(approvals.purpose, "share"), isNotNull(approvals.organizationId)))
    .orderBy(asc(approvals.position))
    .all()
    .flatMap(({ sharingId, organizationId, ...approval }) =>
      sharingId === null ||
      organizationId === null ||
      (approval.textSha256 !== null && approval.textSha256 !== fingerprintOf(sharingId))
        ? []
        : [{ ...approval, sharingId, organizationId }],
    );
}

function* sharingLines(db: ReadableDb, names: Names): Generator<Json> {
  const keyOf = ({ sharingId }: { sharingId: string }) => sharingId;
  const reportsOf = groupBy(db.select().from(sharingReports).all(), keyOf, ({ reportId }) => names.report(reportId));
  const casesOf = groupBy(db.select().from(sharingCases).all(), keyOf, ({ caseId }) => names.case(caseId));
  const recipients = db
    .select()
    .from(sharingRecipients)
    .where(or(isNotNull(sharingRecipients.sigId), isNotNull(sharingRecipients.frameworkId)))
    .all();
  const recipientsOf = groupBy(recipients, keyOf, ({ sigId, frameworkId }) =>
    sigId === null ? names.framework(frameworkId ?? "") : names.sig(sigId),
  );
  const approvalsOf = groupBy(findSharedApprovals(db), keyOf, ({ organizationId, at, how, decision, conditions }) =>
    compact({ organization: names.organization(organizationId), at: writeMoment(at), how, decision, conditions }),
  );
  for (const row of db.select().from(sharings).orderBy(asc(sharings.externalId)).all()) {
    yield {
      type: "sharing",
      id: row.externalId,
      origin: row.origin,
      reports: reportsOf(row.id).sort(),
      cases: unlessEmpty(casesOf(row.id).sort()),
      title: row.title,
      body: unlessEmpty(row.body),
      tlp: row.tlp,
      recipients: recipientsOf(row.id).sort(),
      state: row.state,
      sharedAt: optionalMoment(row.sharedAt),
      approvals: approvalsOf(row.id),
    };
  }
  for (const row of db.select().from(sightings).orderBy(asc(sightings.externalId)).all()) {
    yield {
      type: "sighting",
      id: row.externalId,
      sharing: names.sharing(row.sharingId),
      organization: names.organization(row.organizationId),
      at: writeMoment(row.at),
      note: row.note,
    };
  }
}

function* publicationLines(db: ReadableDb): Generator<Json> {
  const figures = db
    .select()
    .from(publishedFigures)
    .orderBy(asc(publishedFigures.quarter), asc(publishedFigures.figure))
    .all();
  for (const { quarter, figure, value, source } of figures) {
    yield { type: "published-figure", quarter, figure, value, source };
  }
  const documents = db.select().from(referenceDocuments).orderBy(asc(referenceDocuments.externalId)).all();
  for (const { externalId, title, url, publishedOn } of documents) {
    yield { type: "reference", id: externalId, title, url, publishedOn };
  }
}

/** The whole book as interchange lines, in an order that depends on its content alone. */
export function* dumpLines(db: ReadableDb): Generator<string> {
  const names = readNames(db);
  yield JSON.stringify({ type: "casebook", version: INTERCHANGE_VERSION });
  const parts = [
    rosterLines(db, names),
    caseLines(db, names),
    reportLines(db, names),
    linkLines(db, names),
    sharingLines(db, names),
    publicationLines(db),
  ];
  for (const part of parts) {
    for (const line of part) yield JSON.stringify(compact(line));
  }
}
