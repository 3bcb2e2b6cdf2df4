import { asc, desc, eq, inArray, isNotNull, sql, and } from "drizzle-orm";
import type { RecordName } from "#shared/contract/common.ts";
import type { SharingIssue } from "#shared/contract/sharings.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { frameworks, organizations, sharingDeliveries, sharingIssues } from "../database/schema.ts";

export type IssueRecord = typeof sharingIssues.$inferSelect & { kind: SharingIssue["kind"] };
/** Who is sent something: an organisation or a framework. */
export type RecipientRef = { organizationId: string | null; frameworkId: string | null };
export type DeliveryRecord = RecipientRef & {
  id: string;
  issueId: string;
  recipient: RecordName;
  answeredAt: number | null;
  answer: string | null;
};

const KINDS: readonly SharingIssue["kind"][] = ["first", "correction", "withdrawal"];

/** What was given out of these sharings, oldest first. */
export function findIssues(db: ReadableDb, sharingIds: readonly string[]): IssueRecord[] {
  return db
    .select()
    .from(sharingIssues)
    .where(inArray(sharingIssues.sharingId, [...sharingIds]))
    .orderBy(asc(sharingIssues.sharingId), asc(sharingIssues.version))
    .all()
    .map((row) => ({ ...row, kind: KINDS.find((kind) => kind === row.kind) ?? "first" }));
}

export function findLastIssue(db: ReadableDb, sharingId: string): typeof sharingIssues.$inferSelect | undefined {
  return db
    .select()
    .from(sharingIssues)
    .where(eq(sharingIssues.sharingId, sharingId))
    .orderBy(desc(sharingIssues.version))
    .limit(1)
    .get();
}

export function findDeliveries(db: ReadableDb, issueIds: readonly string[]): DeliveryRecord[] {
  return db
    .select({
      id: sharingDeliveries.id,
      issueId: sharingDeliveries.issueId,
      organizationId: sharingDeliveries.organizationId,
      frameworkId: sharingDeliveries.frameworkId,
      recipient: {
        id: sql<string>`coalesce(${organizations.id}, ${frameworks.id})`,
        title: sql<string>`coalesce(${organizations.name}, ${frameworks.name})`,
      },
      answeredAt: sharingDeliveries.answeredAt,
      answer: sharingDeliveries.answer,
    })
    .from(sharingDeliveries)
    .leftJoin(organizations, eq(organizations.id, sharingDeliveries.organizationId))
    .leftJoin(frameworks, eq(frameworks.id, sharingDeliveries.frameworkId))
    .where(inArray(sharingDeliveries.issueId, [...issueIds]))
    .orderBy(sql`coalesce(${organizations.reading}, ${organizations.name}, ${frameworks.name})`)
    .all();
}

export function insertIssue(
  db: WritableDb,
  issue: typeof sharingIssues.$inferInsert,
  recipients: readonly RecipientRef[],
  newId: () => string,
): void {
  db.insert(sharingIssues).values(issue).run();
  for (const { organizationId, frameworkId } of recipients) {
    db.insert(sharingDeliveries).values({ id: newId(), issueId: issue.id, organizationId, frameworkId }).run();
  }
}

/** @returns whether there is such a delivery */
export function updateDelivery(db: WritableDb, id: string, answered: { answeredAt: number; answer: string }): boolean {
  return db.update(sharingDeliveries).set(answered).where(eq(sharingDeliveries.id, id)).run().changes > 0;
}

/** When each recipient last answered anything, by their id. */
export function findLastAnswers(db: ReadableDb): Map<string, number> {
  const recipient = sql<string>`coalesce(${sharingDeliveries.organizationId}, ${sharingDeliveries.frameworkId})`;
  const rows = db
    .select({ recipient, at: sql<number>`max(${sharingDeliveries.answeredAt})` })
    .from(sharingDeliveries)
    .where(and(isNotNull(sharingDeliveries.answeredAt)))
    .groupBy(recipient)
    .all();
  return new Map(rows.map((row) => [row.recipient, row.at]));
}
