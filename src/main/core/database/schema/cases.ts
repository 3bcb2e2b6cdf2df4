import { index, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { id, externalId, strings } from "./columns.ts";

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
  (table) => [index("cases_opened").on(table.openedAt), index("cases_campaign").on(table.campaignId, table.openedAt)],
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
