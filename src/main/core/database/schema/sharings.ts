import { index, integer, sqliteTable, text, unique, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { id, externalId, strings } from "./columns.ts";
import { artifacts } from "./artifacts.ts";
import { cases } from "./cases.ts";
import { reports } from "./reports.ts";
import type { ConsentTerm } from "#shared/domain/consent.ts";
import { sigs, organizations, frameworks } from "./roster.ts";
import { writeups } from "./sanitising.ts";

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
    /** What recipients may do with it: PAP. */
    pap: text("pap"),
    /** Who last changed its words: another person has to release it. */
    author: text("author"),
    /** The sharing that this one follows up (続報). */
    followsId: text("follows_id").references((): AnySQLiteColumn => sharings.id),
    /** Attackers' indicators (`kind value`) that stay out of the list that goes with it. */
    withheld: strings("withheld"),
    /** Why it was withdrawn. */
    withdrawnReason: text("withdrawn_reason"),
    /** What the hub calls it outside, `2022-012`; given to it when it goes out first. */
    number: text("number").unique(),
    /** What the next correction says that it corrects: printed on it, and consented to and released with it. */
    correctionNote: text("correction_note"),
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

/** To whom: a SIG, a framework or one organisation; `excepted` takes an organisation out of the SIGs named beside it. */
export const sharingRecipients = sqliteTable(
  "sharing_recipients",
  {
    id: id(),
    sharingId: text("sharing_id")
      .notNull()
      .references(() => sharings.id, { onDelete: "cascade" }),
    sigId: text("sig_id").references(() => sigs.id),
    frameworkId: text("framework_id").references(() => frameworks.id),
    organizationId: text("organization_id").references(() => organizations.id),
    excepted: integer("excepted", { mode: "boolean" }).notNull().default(false),
  },
  (table) => [index("sharing_recipients_sharing").on(table.sharingId)],
);

/** A party whose consent a text needs: a participant, a framework, or one from outside the scheme; exactly one is set. */
const party = () => ({
  organizationId: text("organization_id").references(() => organizations.id),
  frameworkId: text("framework_id").references(() => frameworks.id),
  outside: text("outside"),
});

/** A text: a sharing's or a write-up's; exactly one is set. */
const textReference = () => ({
  sharingId: text("sharing_id").references(() => sharings.id, { onDelete: "cascade" }),
  writeupId: text("writeup_id").references(() => writeups.id, { onDelete: "cascade" }),
});

/** A provider's answer about one exact text, for one purpose. Consent to share and consent to publish are two rows. */
export const approvals = sqliteTable(
  "approvals",
  {
    id: id(),
    ...textReference(),
    ...party(),
    purpose: text("purpose").notNull().default("share"),
    at: integer("at").notNull(),
    how: text("how").notNull(),
    decision: text("decision").notNull(),
    /** In the provider's words. */
    conditions: text("conditions"),
    /** The same as the gate evaluates it. */
    terms: text("terms", { mode: "json" }).$type<ConsentTerm[]>().notNull().default([]),
    /** The text it was given to; an edit makes it void. Null: given before the casebook kept hashes. */
    textSha256: text("text_sha256"),
    /** The mail or paper it was given by. */
    evidenceId: text("evidence_id").references(() => artifacts.id),
    recordedBy: text("recorded_by"),
    position: integer("position").notNull(),
  },
  (table) => [index("approvals_sharing").on(table.sharingId), index("approvals_writeup").on(table.writeupId)],
);

/** A packet that went to a provider: what they saw, for what they were asked, until when. */
export const approvalRequests = sqliteTable(
  "approval_requests",
  {
    id: id(),
    ...textReference(),
    ...party(),
    purposes: strings("purposes"),
    textSha256: text("text_sha256").notNull(),
    /** What they saw, to tell them next time what changed since. */
    title: text("title").notNull(),
    body: text("body").notNull(),
    at: integer("at").notNull(),
    by: text("by").notNull(),
    dueOn: text("due_on"),
    packetId: text("packet_id").references(() => artifacts.id),
    mailId: text("mail_id").references(() => artifacts.id),
    /** What else they saw beside title and body, a line each: labels, what is corrected, list of indicators. */
    enclosed: text("enclosed").notNull().default(""),
  },
  (table) => [
    index("approval_requests_sharing").on(table.sharingId),
    index("approval_requests_writeup").on(table.writeupId),
  ],
);

/** One giving-out of a sharing: the first, a correction, or the word that it is withdrawn. */
export const sharingIssues = sqliteTable(
  "sharing_issues",
  {
    id: id(),
    sharingId: text("sharing_id")
      .notNull()
      .references(() => sharings.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    kind: text("kind").notNull(),
    at: integer("at").notNull(),
    by: text("by").notNull(),
    textSha256: text("text_sha256").notNull(),
    note: text("note"),
    bulletinId: text("bulletin_id").references(() => artifacts.id),
    indicatorsId: text("indicators_id").references(() => artifacts.id),
    /** Its title as it went out. Null: from before that was kept. */
    title: text("title"),
    /** The notice of a withdrawal or a correction; a withdrawal's is made by another person than who withdrew it. */
    noticeId: text("notice_id").references(() => artifacts.id),
  },
  (table) => [unique("sharing_issues_version").on(table.sharingId, table.version)],
);

/** To whom one issue went, and whether they answered. */
export const sharingDeliveries = sqliteTable(
  "sharing_deliveries",
  {
    id: id(),
    issueId: text("issue_id")
      .notNull()
      .references(() => sharingIssues.id, { onDelete: "cascade" }),
    organizationId: text("organization_id").references(() => organizations.id),
    frameworkId: text("framework_id").references(() => frameworks.id),
    answeredAt: integer("answered_at"),
    answer: text("answer"),
    /** `bulletin`, or `notice`: they hold an earlier version and get the word that it was corrected or withdrawn, no more. */
    part: text("part").notNull().default("bulletin"),
  },
  (table) => [index("sharing_deliveries_issue").on(table.issueId)],
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
    /** The report that came of it, once there is one. */
    reportId: text("report_id").references(() => reports.id),
    /** Whether the others may be told of it: null until it was asked. */
    consent: text("consent"),
    consentAskedAt: integer("consent_asked_at"),
  },
  (table) => [index("sightings_sharing").on(table.sharingId)],
);
