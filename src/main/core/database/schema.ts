import { blob, index, integer, primaryKey, sqliteTable, text, unique, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * The tables of a casebook. Moments are epoch milliseconds, days `YYYY-MM-DD` (Asia/Tokyo), ids UUIDv7.
 * `external_id` is the id in the interchange format: the writer's own string, or the UUID of what was made here.
 */
const id = () => text("id").primaryKey();
const externalId = () => text("external_id").notNull().unique();
const strings = (name: string) => text(name, { mode: "json" }).$type<string[]>().notNull().default([]);

export const sigs = sqliteTable("sigs", {
  id: id(),
  externalId: externalId(),
  name: text("name").notNull(),
  nameEn: text("name_en"),
  fromDay: text("from_day").notNull(),
  toDay: text("to_day"),
});

export type PersonColumn = { name: string; reading?: string | undefined; email?: string | undefined };

export const organizations = sqliteTable(
  "organizations",
  {
    id: id(),
    externalId: externalId(),
    name: text("name").notNull(),
    reading: text("reading"),
    nameEn: text("name_en"),
    aliases: strings("aliases"),
    domains: strings("domains"),
    persons: text("persons", { mode: "json" }).$type<PersonColumn[]>().notNull().default([]),
    products: strings("products"),
    addresses: strings("addresses"),
    phones: strings("phones"),
    parentId: text("parent_id"),
  },
  (table) => [index("organizations_parent").on(table.parentId)],
);

export const memberships = sqliteTable(
  "memberships",
  {
    id: id(),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id),
    sigId: text("sig_id")
      .notNull()
      .references(() => sigs.id),
    fromDay: text("from_day").notNull(),
    /** Last day inside. */
    toDay: text("to_day"),
  },
  (table) => [
    unique("memberships_key").on(table.organizationId, table.sigId, table.fromDay),
    index("memberships_sig").on(table.sigId),
  ],
);

export const frameworks = sqliteTable("frameworks", {
  id: id(),
  externalId: externalId(),
  name: text("name").notNull(),
});

export const frameworkSizes = sqliteTable(
  "framework_sizes",
  {
    id: id(),
    frameworkId: text("framework_id")
      .notNull()
      .references(() => frameworks.id, { onDelete: "cascade" }),
    fromDay: text("from_day").notNull(),
    label: text("label").notNull(),
    bodies: integer("bodies"),
    members: integer("members"),
  },
  (table) => [unique("framework_sizes_key").on(table.frameworkId, table.fromDay)],
);

export const reports = sqliteTable(
  "reports",
  {
    id: id(),
    externalId: externalId(),
    receivedAt: integer("received_at").notNull(),
    occurredAt: integer("occurred_at"),
    providerOrganizationId: text("provider_organization_id").references(() => organizations.id),
    providerFrameworkId: text("provider_framework_id").references(() => frameworks.id),
    providerOutside: text("provider_outside"),
    victimOrganizationId: text("victim_organization_id").references(() => organizations.id),
    victimOutside: text("victim_outside"),
    channel: text("channel").notNull(),
    items: integer("items").notNull(),
    category: text("category").notNull(),
    assessment: text("assessment").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull().default(""),
    tlp: text("tlp"),
    handling: text("handling"),
    notShared: text("not_shared"),
    voidAt: integer("void_at"),
    voidReason: text("void_reason"),
  },
  (table) => [
    // With the id, so that a page deep in the list is found in the index alone.
    index("reports_received").on(table.receivedAt, table.id),
    index("reports_provider_organization").on(table.providerOrganizationId),
    index("reports_provider_framework").on(table.providerFrameworkId),
    index("reports_undetermined").on(table.assessment, table.receivedAt),
  ],
);

export const observables = sqliteTable(
  "observables",
  { id: id(), kind: text("kind").notNull(), value: text("value").notNull() },
  (table) => [uniqueIndex("observables_key").on(table.kind, table.value)],
);

export const reportObservables = sqliteTable(
  "report_observables",
  {
    id: id(),
    reportId: text("report_id")
      .notNull()
      .references(() => reports.id, { onDelete: "cascade" }),
    observableId: text("observable_id")
      .notNull()
      .references(() => observables.id),
    role: text("role"),
    position: integer("position").notNull(),
  },
  (table) => [
    index("report_observables_report").on(table.reportId),
    index("report_observables_observable").on(table.observableId),
  ],
);

export const campaigns = sqliteTable("campaigns", {
  id: id(),
  externalId: externalId(),
  name: text("name").notNull(),
  /** `YYYY-MM`. */
  since: text("since").notNull(),
  description: text("description").notNull().default(""),
});

export const cases = sqliteTable(
  "cases",
  {
    id: id(),
    externalId: externalId(),
    title: text("title").notNull(),
    kind: text("kind").notNull(),
    openedAt: text("opened_at").notNull(),
    origin: text("origin").notNull(),
    campaignId: text("campaign_id").references(() => campaigns.id),
    summary: text("summary").notNull().default(""),
    narrative: text("narrative").notNull().default(""),
    techniques: strings("techniques"),
  },
  (table) => [index("cases_opened").on(table.openedAt), index("cases_campaign").on(table.campaignId)],
);

export const reportCases = sqliteTable(
  "report_cases",
  {
    id: id(),
    reportId: text("report_id")
      .notNull()
      .references(() => reports.id, { onDelete: "cascade" }),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
  },
  (table) => [unique("report_cases_key").on(table.reportId, table.caseId), index("report_cases_case").on(table.caseId)],
);

export const links = sqliteTable(
  "links",
  {
    id: id(),
    fromId: text("from_id")
      .notNull()
      .references(() => cases.id),
    toId: text("to_id")
      .notNull()
      .references(() => cases.id),
    relation: text("relation").notNull(),
    rationale: text("rationale").notNull(),
    confidence: text("confidence"),
  },
  (table) => [unique("links_key").on(table.fromId, table.toId, table.relation), index("links_to").on(table.toId)],
);

export const sharings = sqliteTable(
  "sharings",
  {
    id: id(),
    externalId: externalId(),
    origin: text("origin").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull().default(""),
    tlp: text("tlp").notNull(),
    state: text("state").notNull(),
    sharedAt: integer("shared_at"),
  },
  (table) => [index("sharings_shared").on(table.sharedAt)],
);

export const sharingReports = sqliteTable(
  "sharing_reports",
  {
    id: id(),
    sharingId: text("sharing_id")
      .notNull()
      .references(() => sharings.id, { onDelete: "cascade" }),
    reportId: text("report_id")
      .notNull()
      .references(() => reports.id),
  },
  (table) => [
    unique("sharing_reports_key").on(table.sharingId, table.reportId),
    index("sharing_reports_report").on(table.reportId),
  ],
);

export const sharingCases = sqliteTable(
  "sharing_cases",
  {
    id: id(),
    sharingId: text("sharing_id")
      .notNull()
      .references(() => sharings.id, { onDelete: "cascade" }),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
  },
  (table) => [
    unique("sharing_cases_key").on(table.sharingId, table.caseId),
    index("sharing_cases_case").on(table.caseId),
  ],
);

/** To whom: a SIG or a framework, never both. */
export const sharingRecipients = sqliteTable(
  "sharing_recipients",
  {
    id: id(),
    sharingId: text("sharing_id")
      .notNull()
      .references(() => sharings.id, { onDelete: "cascade" }),
    sigId: text("sig_id").references(() => sigs.id),
    frameworkId: text("framework_id").references(() => frameworks.id),
  },
  (table) => [index("sharing_recipients_sharing").on(table.sharingId)],
);

export const approvals = sqliteTable(
  "approvals",
  {
    id: id(),
    sharingId: text("sharing_id")
      .notNull()
      .references(() => sharings.id, { onDelete: "cascade" }),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id),
    at: integer("at").notNull(),
    how: text("how").notNull(),
    decision: text("decision").notNull(),
    conditions: text("conditions"),
    position: integer("position").notNull(),
  },
  (table) => [index("approvals_sharing").on(table.sharingId)],
);

export const sightings = sqliteTable(
  "sightings",
  {
    id: id(),
    externalId: externalId(),
    sharingId: text("sharing_id")
      .notNull()
      .references(() => sharings.id),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id),
    at: integer("at").notNull(),
    note: text("note"),
  },
  (table) => [index("sightings_sharing").on(table.sharingId)],
);

export const publishedFigures = sqliteTable(
  "published_figures",
  {
    id: id(),
    quarter: text("quarter").notNull(),
    figure: text("figure").notNull(),
    value: integer("value").notNull(),
    source: text("source").notNull(),
  },
  (table) => [unique("published_figures_key").on(table.quarter, table.figure)],
);

export const referenceDocuments = sqliteTable("reference_documents", {
  id: id(),
  externalId: externalId(),
  title: text("title").notNull(),
  url: text("url"),
  publishedOn: text("published_on"),
});

/** The figures of a quarter as published, with the records behind them (rule 8). Never updated. */
export const quarterFreezes = sqliteTable("quarter_freezes", {
  id: id(),
  quarter: text("quarter").notNull().unique(),
  at: integer("at").notNull(),
  by: text("by").notNull(),
  figures: text("figures", { mode: "json" }).$type<Record<string, number>>().notNull(),
  records: text("records", { mode: "json" }).$type<Record<string, string[]>>().notNull(),
});

/** A figure of a frozen quarter that a later command changed (rule 8). Never updated. */
export const figureRevisions = sqliteTable(
  "figure_revisions",
  {
    id: id(),
    quarter: text("quarter").notNull(),
    figure: text("figure").notNull(),
    oldValue: integer("old_value").notNull(),
    newValue: integer("new_value").notNull(),
    reason: text("reason").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [index("figure_revisions_quarter").on(table.quarter)],
);

export type DraftEntryColumn = { caseId: string; place: "chapter" | "digest" | "left-out" };

/** What the analysts decided about one quarter's report. */
export const reportDrafts = sqliteTable("report_drafts", {
  id: id(),
  quarter: text("quarter").notNull().unique(),
  publishedOn: text("published_on"),
  lead: text("lead").notNull().default(""),
  entries: text("entries", { mode: "json" }).$type<DraftEntryColumn[]>().notNull().default([]),
});

/** A file kept untouched, named by its content; its bytes are rows of `artifact_chunks`. */
export const artifacts = sqliteTable("artifacts", {
  /** SHA-256 of the bytes, lower-case hex. */
  id: id(),
  sizeBytes: integer("size_bytes").notNull(),
  mediaType: text("media_type").notNull(),
  fileName: text("file_name").notNull(),
  addedAt: integer("added_at").notNull(),
});

export const artifactChunks = sqliteTable(
  "artifact_chunks",
  {
    artifactId: text("artifact_id")
      .notNull()
      .references(() => artifacts.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.artifactId, table.position] })],
);

export const reportEvidence = sqliteTable(
  "report_evidence",
  {
    id: id(),
    reportId: text("report_id")
      .notNull()
      .references(() => reports.id, { onDelete: "cascade" }),
    artifactId: text("artifact_id")
      .notNull()
      .references(() => artifacts.id),
    role: text("role").notNull(),
    fileName: text("file_name").notNull(),
    declaredType: text("declared_type").notNull(),
    trueType: text("true_type").notNull(),
    position: integer("position").notNull(),
  },
  (table) => [
    index("report_evidence_report").on(table.reportId),
    index("report_evidence_artifact").on(table.artifactId, table.role),
  ],
);

/** A quarterly report that was written out: which file, when, by whom. */
export const publications = sqliteTable("publications", {
  id: id(),
  quarter: text("quarter").notNull(),
  artifactId: text("artifact_id")
    .notNull()
    .references(() => artifacts.id),
  pages: integer("pages").notNull(),
  at: integer("at").notNull(),
  by: text("by").notNull(),
});

/** One command. `hash` chains over the entry before and all its changes, so that none can be altered unseen. */
export const auditEntries = sqliteTable("audit_entries", {
  seq: integer("seq").primaryKey({ autoIncrement: true }),
  id: text("id").notNull().unique(),
  at: integer("at").notNull(),
  actor: text("actor").notNull(),
  action: text("action").notNull(),
  /** The entry that this one took back or did again. */
  undoes: text("undoes"),
  changesHash: text("changes_hash").notNull(),
  hash: text("hash").notNull(),
});

/** One row that a command inserted, updated or deleted, as JSON before and after; written by triggers. */
export const auditChanges = sqliteTable(
  "audit_changes",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    entryId: text("entry_id").notNull(),
    tableName: text("table_name").notNull(),
    rowId: text("row_id").notNull(),
    before: text("before"),
    after: text("after"),
  },
  (table) => [index("audit_changes_entry").on(table.entryId), index("audit_changes_row").on(table.rowId)],
);

/**
 * What stands in the search index: `search_terms.rowid` = `seq`, which rises with the record's time, so that the
 * newest matches come first without a sort. Kept by triggers.
 */
export const searchEntries = sqliteTable(
  "search_entries",
  {
    seq: integer("seq").primaryKey(),
    type: text("type").notNull(),
    recordId: text("record_id").notNull(),
  },
  (table) => [uniqueIndex("search_entries_record").on(table.recordId)],
);

export const settings = sqliteTable("settings", { key: text("key").primaryKey(), value: text("value").notNull() });

/** Tables whose every change is an audit row. Search rows, chunks and the audit itself are derived or immutable. */
export const AUDITED_TABLES = [
  sigs,
  organizations,
  memberships,
  frameworks,
  frameworkSizes,
  campaigns,
  cases,
  reports,
  observables,
  reportObservables,
  reportCases,
  links,
  sharings,
  sharingReports,
  sharingCases,
  sharingRecipients,
  approvals,
  sightings,
  publishedFigures,
  referenceDocuments,
  quarterFreezes,
  figureRevisions,
  reportDrafts,
  artifacts,
  reportEvidence,
  publications,
] as const;
