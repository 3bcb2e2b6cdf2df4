import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { DecisionAction } from "#shared/domain/consent.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { cases, exactValues, findingDecisions, observables, reportObservables, reports } from "../database/schema.ts";

export type DecisionRecord = {
  findingKey: string;
  action: DecisionAction;
  surface: string;
  reason: string | null;
  by: string;
  at: number;
};

export function findDecisions(db: ReadableDb, textId: string): ReadonlyMap<string, DecisionRecord> {
  const rows = db.select().from(findingDecisions).where(eq(findingDecisions.textId, textId)).all();
  return new Map(
    rows.map(({ findingKey, action, surface, reason, by, at }) => [
      findingKey,
      { findingKey, action: DecisionAction.parse(action), surface, reason, by, at },
    ]),
  );
}

/** A later decision about the same finding takes the place of the earlier. */
export function upsertDecision(db: WritableDb, textId: string, record: DecisionRecord, newId: () => string): void {
  db.insert(findingDecisions)
    .values({ id: newId(), textId, ...record })
    .onConflictDoUpdate({ target: [findingDecisions.textId, findingDecisions.findingKey], set: record })
    .run();
}

export function deleteDecisions(db: WritableDb, textId: string, keys: readonly string[]): void {
  db.delete(findingDecisions)
    .where(and(eq(findingDecisions.textId, textId), inArray(findingDecisions.findingKey, [...keys])))
    .run();
}

export function findExactValues(db: ReadableDb, textId: string) {
  return db
    .select({ id: exactValues.id, written: exactValues.written, exact: exactValues.exact, at: exactValues.at })
    .from(exactValues)
    .where(eq(exactValues.textId, textId))
    .orderBy(desc(exactValues.at), desc(exactValues.id))
    .all();
}

export function insertExactValue(db: WritableDb, record: typeof exactValues.$inferInsert): void {
  db.insert(exactValues).values(record).run();
}

/** A text as it was received or written down inside, to compare with. */
export type Original = { type: "case" | "report"; id: string; title: string; body: string };

export function findCaseOriginals(db: ReadableDb, caseIds: readonly string[]): Original[] {
  return db
    .select({ id: cases.id, title: cases.title, body: cases.narrative })
    .from(cases)
    .where(inArray(cases.id, [...caseIds]))
    .orderBy(asc(cases.openedAt), asc(cases.id))
    .all()
    .map((row) => ({ type: "case", ...row }));
}

export function findReportOriginals(db: ReadableDb, reportIds: readonly string[]): Original[] {
  return db
    .select({ id: reports.id, title: reports.title, body: reports.body })
    .from(reports)
    .where(inArray(reports.id, [...reportIds]))
    .orderBy(asc(reports.receivedAt), asc(reports.id))
    .all()
    .map((row) => ({ type: "report", ...row }));
}

/** Values that reports list as an attacker's. */
export function findAttackerValues(db: ReadableDb, reportIds: readonly string[]): string[] {
  return db
    .selectDistinct({ value: observables.value })
    .from(reportObservables)
    .innerJoin(observables, eq(observables.id, reportObservables.observableId))
    .where(and(inArray(reportObservables.reportId, [...reportIds]), eq(reportObservables.role, "attacker")))
    .all()
    .map(({ value }) => value);
}
