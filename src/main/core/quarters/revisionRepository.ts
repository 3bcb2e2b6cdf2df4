import { and, inArray, isNotNull } from "drizzle-orm";
import type { ReadableDb } from "../database/handles.ts";
import { reports } from "../database/schema.ts";

/** Of these reports (external ids), those made void, with the reason. */
export function findVoidReasons(db: ReadableDb, externalIds: readonly string[]): Map<string, string> {
  if (externalIds.length === 0) return new Map();
  const rows = db
    .select({ externalId: reports.externalId, reason: reports.voidReason })
    .from(reports)
    .where(and(inArray(reports.externalId, [...externalIds]), isNotNull(reports.voidAt)))
    .all();
  return new Map(rows.map(({ externalId, reason }) => [externalId, reason ?? ""]));
}
