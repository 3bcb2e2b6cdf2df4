import { and, asc, eq, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import type { ReadableDb } from "../database/handles.ts";
import {
  approvals,
  campaigns,
  cases,
  frameworks,
  frameworkSizes,
  links,
  memberships,
  organizations,
  publishedFigures,
  referenceDocuments,
  sharingCases,
  sharingRecipients,
  sharingReports,
  sharings,
  sightings,
  sigs,
} from "../database/schema.ts";
import { readText } from "../sanitising/textRepository.ts";
import { putChildren } from "./childRows.ts";
import type { LineContext } from "./lineContext.ts";
import type { LineType } from "./lineSchemas.ts";
import { refuseLine, type Line } from "./readLines.ts";
import type { RecordIds } from "./recordIds.ts";
import { writeReport } from "./writeReport.ts";

type LineFor<T extends LineType> = Extract<Line, { type: T }>;
type LineWriter<T extends LineType> = (line: LineFor<T>, context: LineContext) => void;

function distinct(values: readonly string[] = []): string[] {
  return [...new Set(values)];
}

const writeSig: LineWriter<"sig"> = ({ record }, { writer, ids }) => {
  const { id } = ids.own("sig", record.id);
  writer.put(sigs, {
    id,
    externalId: record.id,
    name: record.name,
    nameEn: record.nameEn,
    fromDay: record.from,
    toDay: record.to,
  });
};

const writeOrganization: LineWriter<"organization"> = (line, { writer, ids }) => {
  const { type: _, id: externalId, parent, ...fields } = line.record;
  if (parent === externalId) refuseLine(line.file, line.number, "parent", "is the organisation itself");
  const parentId = parent === undefined ? null : ids.resolve(line, "parent", "organization", parent);
  writer.put(organizations, { ...fields, id: ids.own("organization", externalId).id, externalId, parentId });
};

const writeMembership: LineWriter<"membership"> = (line, { db, writer, ids, newId }) => {
  const { record } = line;
  const key = {
    organizationId: ids.resolve(line, "organization", "organization", record.organization),
    sigId: ids.resolve(line, "sig", "sig", record.sig),
    fromDay: record.from,
  };
  const known = db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.organizationId, key.organizationId),
        eq(memberships.sigId, key.sigId),
        eq(memberships.fromDay, key.fromDay),
      ),
    )
    .get();
  writer.put(memberships, { id: known?.id ?? newId(), ...key, toDay: record.to });
};

const writeFramework: LineWriter<"framework"> = (line, { db, writer, ids, newId }) => {
  const { record } = line;
  const { id, isNew } = ids.own("framework", record.id);
  const days = record.sizes.map(({ from }) => from);
  const twice = days.findIndex((day, position) => days.indexOf(day) !== position);
  if (twice >= 0) refuseLine(line.file, line.number, `sizes[${twice}].from`, "stands there twice");
  writer.put(frameworks, { id, externalId: record.id, name: record.name });
  const wanted = record.sizes.map(({ from, label, bodies = null, members = null }) => ({
    frameworkId: id,
    fromDay: from,
    label,
    bodies,
    members,
  }));
  const children = {
    table: frameworkSizes,
    parent: frameworkSizes.frameworkId,
    parentId: id,
    parentIsNew: isNew,
    wanted,
  };
  putChildren(db, writer, children, newId);
};

const writeCampaign: LineWriter<"campaign"> = ({ record }, { writer, ids }) => {
  const { id } = ids.own("campaign", record.id);
  const { name, since, description = "" } = record;
  writer.put(campaigns, { id, externalId: record.id, name, since, description });
};

const writeCase: LineWriter<"case"> = (line, { writer, ids }) => {
  const { id: externalId, title, kind, openedAt, origin, campaign, summary, narrative, techniques } = line.record;
  writer.put(cases, {
    id: ids.own("case", externalId).id,
    externalId,
    title,
    kind,
    openedAt,
    origin,
    campaignId: campaign === undefined ? null : ids.resolve(line, "campaign", "campaign", campaign),
    summary: summary ?? "",
    narrative: narrative ?? "",
    techniques: techniques ?? [],
  });
};

const writeLink: LineWriter<"link"> = (line, { db, writer, ids, newId }) => {
  const { from, to, relation, rationale, confidence } = line.record;
  const key = { fromId: ids.resolve(line, "from", "case", from), toId: ids.resolve(line, "to", "case", to), relation };
  if (key.fromId === key.toId) refuseLine(line.file, line.number, "to", "is the same case as from");
  const known = db
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.fromId, key.fromId), eq(links.toId, key.toId), eq(links.relation, relation)))
    .get();
  writer.put(links, { id: known?.id ?? newId(), ...key, rationale, confidence });
};

function recipientOf(line: LineFor<"sharing">, position: number, recipient: string, ids: RecordIds) {
  const sigId = ids.find("sig", recipient) ?? null;
  const frameworkId = sigId === null ? (ids.find("framework", recipient) ?? null) : null;
  if (sigId === null && frameworkId === null) {
    refuseLine(line.file, line.number, `recipients[${position}]`, `no sig or framework has the id "${recipient}"`);
  }
  return { sigId, frameworkId };
}

/** Places of the answers that are there, in their order: loading them again leaves them where they are. */
function findPositions(db: ReadableDb, condition: SQL | undefined): number[] {
  return db
    .select({ position: approvals.position })
    .from(approvals)
    .where(condition)
    .orderBy(asc(approvals.position))
    .all()
    .map(({ position }) => position);
}

const writeSharing: LineWriter<"sharing"> = (line, { db, writer, ids, newId }) => {
  const { record } = line;
  const { id, isNew } = ids.own("sharing", record.id);
  const { origin, title, body = "", tlp, state, sharedAt } = record;
  writer.put(sharings, { id, externalId: record.id, origin, title, body, tlp, state, sharedAt });
  const under = { parentId: id, parentIsNew: isNew };
  const wantedReports = distinct(record.reports).map((report, position) => ({
    sharingId: id,
    reportId: ids.resolve(line, `reports[${position}]`, "report", report),
  }));
  const wantedCases = distinct(record.cases).map((name, position) => ({
    sharingId: id,
    caseId: ids.resolve(line, `cases[${position}]`, "case", name),
  }));
  const wantedRecipients = distinct(record.recipients).map((recipient, position) => ({
    sharingId: id,
    ...recipientOf(line, position, recipient, ids),
  }));
  putChildren(
    db,
    writer,
    { table: sharingReports, parent: sharingReports.sharingId, ...under, wanted: wantedReports },
    newId,
  );
  // What was said about other words, labels or indicators is void, and stays as it is.
  const sha256 = readText(db, { kind: "sharing", id }).fingerprint;
  const spokenOf = and(
    eq(approvals.sharingId, id),
    eq(approvals.purpose, "share"),
    isNotNull(approvals.organizationId),
    or(isNull(approvals.textSha256), eq(approvals.textSha256, sha256)),
  );
  const positions = isNew ? [] : findPositions(db, spokenOf);
  const wantedApprovals = record.approvals.map(({ organization, at, how, decision, conditions = null }, index) => ({
    sharingId: id,
    organizationId: ids.resolve(line, `approvals[${index}].organization`, "organization", organization),
    at,
    how,
    decision,
    conditions,
    position: positions[index] ?? (positions.at(-1) ?? -1) + 1 + index,
  }));
  putChildren(
    db,
    writer,
    { table: sharingCases, parent: sharingCases.sharingId, ...under, wanted: wantedCases },
    newId,
  );
  putChildren(
    db,
    writer,
    {
      table: sharingRecipients,
      parent: sharingRecipients.sharingId,
      ...under,
      wanted: wantedRecipients,
      spokenOf: and(isNull(sharingRecipients.organizationId), eq(sharingRecipients.excepted, false)),
    },
    newId,
  );
  putChildren(
    db,
    writer,
    {
      table: approvals,
      parent: approvals.sharingId,
      ...under,
      wanted: wantedApprovals,
      spokenOf,
      // What another program hands over as approved was approved as it stands.
      added: { textSha256: sha256, purpose: "share", terms: [] },
    },
    newId,
  );
};

const writeSighting: LineWriter<"sighting"> = (line, { writer, ids }) => {
  const { id: externalId, sharing, organization, at, note } = line.record;
  writer.put(sightings, {
    id: ids.own("sighting", externalId).id,
    externalId,
    sharingId: ids.resolve(line, "sharing", "sharing", sharing),
    organizationId: ids.resolve(line, "organization", "organization", organization),
    at,
    note,
  });
};

const writePublishedFigure: LineWriter<"published-figure"> = ({ record }, { db, writer, newId }) => {
  const { quarter, figure, value, source } = record;
  const known = db
    .select({ id: publishedFigures.id })
    .from(publishedFigures)
    .where(and(eq(publishedFigures.quarter, quarter), eq(publishedFigures.figure, figure)))
    .get();
  writer.put(publishedFigures, { id: known?.id ?? newId(), quarter, figure, value, source });
};

const writeReference: LineWriter<"reference"> = ({ record }, { writer, ids }) => {
  const { id: externalId, title, url, publishedOn } = record;
  writer.put(referenceDocuments, { id: ids.own("reference", externalId).id, externalId, title, url, publishedOn });
};

/** In the order in which records must be written: what is referred to comes first. */
export const LINE_WRITERS: { [T in LineType]: LineWriter<T> } = {
  sig: writeSig,
  organization: writeOrganization,
  membership: writeMembership,
  framework: writeFramework,
  campaign: writeCampaign,
  case: writeCase,
  report: writeReport,
  link: writeLink,
  sharing: writeSharing,
  sighting: writeSighting,
  "published-figure": writePublishedFigure,
  reference: writeReference,
};
