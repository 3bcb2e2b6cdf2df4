import { index, integer, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { id } from "./columns.ts";
import { artifacts } from "./artifacts.ts";
import { cases } from "./cases.ts";
import { organizations } from "./roster.ts";

/** 事例解説: the sanitised account of a case. Who is who in it stands in `pseudonyms`, never here. */
export const writeups = sqliteTable("writeups", {
  id: id(),
  caseId: text("case_id")
    .notNull()
    .unique()
    .references(() => cases.id),
  title: text("title").notNull(),
  /** Markdown, see shared/narrative. */
  body: text("body").notNull(),
  /** Who last changed its words: another person has to release it. */
  author: text("author").notNull(),
  createdAt: integer("created_at").notNull(),
  updatedAt: integer("updated_at").notNull(),
});

/**
 * The secret ledger: who is behind a letter of one text. `textId` is the id of a write-up or of a sharing; letters begin
 * anew in each.
 */
export const pseudonyms = sqliteTable(
  "pseudonyms",
  {
    id: id(),
    textId: text("text_id").notNull(),
    label: text("label").notNull(),
    organizationId: text("organization_id").references(() => organizations.id),
    /** Name of one who is not in the roster; null for one who is. */
    outside: text("outside"),
  },
  (table) => [unique("pseudonyms_label").on(table.textId, table.label)],
);

/** What a person decided about a finding of one text. `findingKey`: see sanitising/findingKey.ts. */
export const findingDecisions = sqliteTable(
  "finding_decisions",
  {
    id: id(),
    textId: text("text_id").notNull(),
    findingKey: text("finding_key").notNull(),
    action: text("action").notNull(),
    /** What it was about, as it stood: for the record of what was allowed and why. */
    surface: text("surface").notNull(),
    reason: text("reason"),
    by: text("by").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [unique("finding_decisions_key").on(table.textId, table.findingKey)],
);

/** The exact number behind a coarsened one (約 7 割): kept here, never in the text. */
export const exactValues = sqliteTable(
  "exact_values",
  {
    id: id(),
    textId: text("text_id").notNull(),
    written: text("written").notNull(),
    exact: text("exact").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [index("exact_values_text").on(table.textId)],
);

/** A second person's word that exactly this text may leave. `textId` may also be a quarter: its report. */
export const textReleases = sqliteTable(
  "text_releases",
  {
    id: id(),
    textId: text("text_id").notNull(),
    purpose: text("purpose").notNull(),
    textSha256: text("text_sha256").notNull(),
    author: text("author").notNull(),
    releaser: text("releaser").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [index("text_releases_text").on(table.textId)],
);

/** Everything that left through the gate: what, where to, in whose name, and the hash of the bytes. */
export const exits = sqliteTable(
  "exits",
  {
    id: id(),
    at: integer("at").notNull(),
    by: text("by").notNull(),
    /** Write-up, sharing or quarter; null where it was neither. */
    textId: text("text_id"),
    textSha256: text("text_sha256"),
    destination: text("destination").notNull(),
    format: text("format").notNull(),
    fileName: text("file_name").notNull(),
    sha256: text("sha256").notNull(),
    artifactId: text("artifact_id").references(() => artifacts.id),
  },
  (table) => [index("exits_at").on(table.at)],
);
