/**
 * The tables of a casebook. Moments are epoch milliseconds, days `YYYY-MM-DD` (Asia/Tokyo), ids UUIDv7.
 * `external_id` is the id in the interchange format: the writer's own string, or the UUID of what was made here.
 */
export * from "./schema/roster.ts";
export * from "./schema/cases.ts";
export * from "./schema/reports.ts";
export * from "./schema/sanitising.ts";
export * from "./schema/sharings.ts";
export * from "./schema/artifacts.ts";
export * from "./schema/publishing.ts";
export * from "./schema/audit.ts";
