import { index, integer, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { id, externalId } from "./columns.ts";
import { artifacts } from "./artifacts.ts";

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
