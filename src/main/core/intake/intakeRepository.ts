import { and, asc, eq, isNull } from "drizzle-orm";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { memberships, organizations, reportEvidence, reports } from "../database/schema.ts";

/** What a mail's sender is looked up by. */
export type RosterEntry = {
  id: string;
  name: string;
  aliases: readonly string[];
  domains: readonly string[];
  emails: readonly string[];
  parentId: string | null;
  /** Has been in a SIG of its own at some time; a group company without one reports through its parent. */
  isMember: boolean;
};

export function findRoster(db: ReadableDb): RosterEntry[] {
  const members = new Set(
    db
      .selectDistinct({ id: memberships.organizationId })
      .from(memberships)
      .all()
      .map(({ id }) => id),
  );
  return db
    .select({
      id: organizations.id,
      name: organizations.name,
      aliases: organizations.aliases,
      domains: organizations.domains,
      persons: organizations.persons,
      parentId: organizations.parentId,
    })
    .from(organizations)
    .orderBy(asc(organizations.externalId))
    .all()
    .map(({ persons, ...entry }) => ({
      ...entry,
      emails: persons.flatMap(({ email }) => email ?? []),
      isMember: members.has(entry.id),
    }));
}

export type KnownReport = { id: string; externalId: string; title: string };

/** The report that a file was imported as first; one made void does not stand in the way of importing it again. */
export function findReportBySource(db: ReadableDb, artifactId: string): KnownReport | undefined {
  return db
    .select({ id: reports.id, externalId: reports.externalId, title: reports.title })
    .from(reportEvidence)
    .innerJoin(reports, eq(reports.id, reportEvidence.reportId))
    .where(and(eq(reportEvidence.artifactId, artifactId), eq(reportEvidence.role, "source"), isNull(reports.voidAt)))
    .orderBy(asc(reports.id))
    .get();
}

export type SourceFile = { artifactId: string; fileName: string };

/** The mail that a report was made from, if it was made from one. */
export function findSourceOf(db: ReadableDb, reportId: string): SourceFile | undefined {
  return db
    .select({ artifactId: reportEvidence.artifactId, fileName: reportEvidence.fileName })
    .from(reportEvidence)
    .where(and(eq(reportEvidence.reportId, reportId), eq(reportEvidence.role, "source")))
    .orderBy(asc(reportEvidence.position))
    .get();
}

export function insertEvidence(db: WritableDb, evidence: typeof reportEvidence.$inferInsert): void {
  db.insert(reportEvidence).values(evidence).run();
}
