import { and, asc, eq, inArray, isNull, min, type SQLWrapper } from "drizzle-orm";
import type { ReadableDb } from "../database/handles.ts";
import { observables, reportObservables, reports, sharings, sharingReports } from "../database/schema.ts";

/** An attackers' indicator of a sharing's reports; `withheld` by an analyst. */
export type ListedIndicator = { kind: string; value: string; withheld: boolean };

/** How an indicator is named in `sharings.withheld`. */
export const indicatorKey = ({ kind, value }: Pick<ListedIndicator, "kind" | "value">): string => `${kind} ${value}`;

/** Attackers' indicators of a sharing's reports, see `findIndicatorsOf`, and whether they are withheld. */
export function findListedIndicators(db: ReadableDb, sharingId: string): ListedIndicator[] {
  const withheld = new Set(
    db.select({ withheld: sharings.withheld }).from(sharings).where(eq(sharings.id, sharingId)).get()?.withheld ?? [],
  );
  const ofSharing = db
    .select({ id: sharingReports.reportId })
    .from(sharingReports)
    .where(eq(sharingReports.sharingId, sharingId));
  return findIndicatorsOf(db, ofSharing).map((indicator) => ({
    ...indicator,
    withheld: withheld.has(indicatorKey(indicator)),
  }));
}

/** Attackers' indicators of reports that were not made void, each once, in order of kind and first report. */
export function findIndicatorsOf(
  db: ReadableDb,
  reportIds: SQLWrapper | readonly string[],
): { kind: string; value: string }[] {
  const ids = "getSQL" in reportIds ? reportIds : [...reportIds];
  return db
    .select({ kind: observables.kind, value: observables.value })
    .from(reportObservables)
    .innerJoin(observables, eq(observables.id, reportObservables.observableId))
    .innerJoin(reports, eq(reports.id, reportObservables.reportId))
    .where(
      and(inArray(reportObservables.reportId, ids), eq(reportObservables.role, "attacker"), isNull(reports.voidAt)),
    )
    .groupBy(observables.id)
    .orderBy(asc(observables.kind), asc(min(reports.receivedAt)), asc(observables.value))
    .all();
}
