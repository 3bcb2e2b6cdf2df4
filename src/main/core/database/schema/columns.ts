import { text } from "drizzle-orm/sqlite-core";

/** Columns that stand in many tables, always the same. */
export const id = () => text("id").primaryKey();
export const externalId = () => text("external_id").notNull().unique();
export const strings = (name: string) => text(name, { mode: "json" }).$type<string[]>().notNull().default([]);
