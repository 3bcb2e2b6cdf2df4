import { index, integer, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { id, externalId } from "./columns.ts";
import { cases } from "./cases.ts";
import { reports } from "./reports.ts";
import { sigs, organizations, frameworks } from "./roster.ts";

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
  (table) => [index("sharings_shared").on(table.sharedAt, table.origin)],
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
