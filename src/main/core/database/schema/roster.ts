import { index, integer, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { id, externalId, strings } from "./columns.ts";

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
