import { index, integer, sqliteTable, text, unique, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, externalId } from "./columns.ts";
import { artifacts } from "./artifacts.ts";
import { cases } from "./cases.ts";
import { organizations, frameworks } from "./roster.ts";

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
    // All that counting needs of a report, so that a quarter is counted without reading its texts.
    index("reports_counted").on(
      table.receivedAt,
      table.voidAt,
      table.providerOutside,
      table.assessment,
      table.category,
      table.notShared,
      table.items,
    ),
    // Open work: counted without looking at the reports themselves.
    index("reports_undetermined").on(table.assessment, table.receivedAt, table.id, table.voidAt, table.providerOutside),
    // The list's other orders.
    index("reports_by_title").on(table.title, table.receivedAt, table.id),
    index("reports_by_category").on(table.category, table.receivedAt, table.id),
    index("reports_by_items").on(table.items, table.receivedAt, table.id),
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
