import { asc, desc, eq, inArray, isNotNull, sql, and } from "drizzle-orm";
import type { RecordName } from "#shared/contract/common.ts";
import type { SharingIssue } from "#shared/contract/sharings.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { artifacts, frameworks, organizations, sharingDeliveries, sharingIssues } from "../database/schema.ts";

export type IssueRecord = typeof sharingIssues.$inferSelect & { kind: SharingIssue["kind"] };
/** Who is sent something: an organisation or a framework. */
export type RecipientRef = { organizationId: string | null; frameworkId: string | null };
export type DeliveryRecord = RecipientRef & {
  id: string;
  issueId: string;
  recipient: RecordName;
  answeredAt: number | null;
  answer: string | null;
  part: DeliveredPart;
};
/** The bulletin with all that belongs to it, or only the notice that what they hold was corrected or withdrawn. */
export type DeliveredPart = SharingIssue["deliveries"][number]["part"];

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
      part: sharingDeliveries.part,
    })
    .from(sharingDeliveries)
    .leftJoin(organizations, eq(organizations.id, sharingDeliveries.organizationId))
    .leftJoin(frameworks, eq(frameworks.id, sharingDeliveries.frameworkId))
    .where(inArray(sharingDeliveries.issueId, [...issueIds]))
    .orderBy(sql`coalesce(${organizations.reading}, ${organizations.name}, ${frameworks.name})`)
    .all()
    .map((row) => ({ ...row, part: row.part === "notice" ? ("notice" as const) : ("bulletin" as const) }));
}

export function insertIssue(
  db: WritableDb,
  issue: typeof sharingIssues.$inferInsert,
  recipients: readonly (RecipientRef & { part: DeliveredPart })[],
  newId: () => string,
): void {
  db.insert(sharingIssues).values(issue).run();
  for (const { organizationId, frameworkId, part } of recipients) {
    db.insert(sharingDeliveries).values({ id: newId(), issueId: issue.id, organizationId, frameworkId, part }).run();
  }
}

export function updateIssue(db: WritableDb, id: string, fields: Partial<typeof sharingIssues.$inferInsert>): void {
  db.update(sharingIssues).set(fields).where(eq(sharingIssues.id, id)).run();
}

/** Under which names files of the book were looked through and left, by their ids. */
export function findFileNames(db: ReadableDb, ids: readonly (string | null)[]): ReadonlyMap<string, string> {
  const wanted = ids.filter((id) => id !== null);
  const rows = db
    .select({ id: artifacts.id, fileName: artifacts.fileName })
    .from(artifacts)
    .where(inArray(artifacts.id, wanted))
    .all();
  return new Map(rows.map(({ id, fileName }) => [id, fileName]));
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
