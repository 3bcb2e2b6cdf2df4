import { and, asc, desc, eq, max } from "drizzle-orm";
import type { TextRef } from "#shared/contract/sanitising.ts";
import { ConsentPurpose, type ConsentTerm, type Party } from "#shared/domain/consent.ts";
import { ApprovalDecision } from "#shared/domain/vocabulary.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { approvalRequests, approvals, artifacts, frameworks, organizations } from "../database/schema.ts";

export type AnswerRecord = Omit<typeof approvals.$inferSelect, "purpose" | "decision"> & {
  party: Party;
  purpose: ConsentPurpose;
  decision: ApprovalDecision;
  /** What the evidence was called when it came. */
  evidenceName: string | null;
};
export type RequestRecord = Omit<typeof approvalRequests.$inferSelect, "purposes"> & {
  party: Party;
  text: TextRef;
  purposes: ConsentPurpose[];
};

type PartyColumns = { organizationId: string | null; frameworkId: string | null; outside: string | null };
type TextColumns = { sharingId: string | null; writeupId: string | null };

function partyOf({ organizationId, frameworkId, outside }: PartyColumns): Party {
  if (organizationId !== null) return { organizationId };
  return frameworkId === null ? { outside: outside ?? "" } : { frameworkId };
}

function partyColumns(party: Party): PartyColumns {
  return { organizationId: null, frameworkId: null, outside: null, ...party };
}

function textOf({ sharingId, writeupId }: TextColumns): TextRef {
  return sharingId === null ? { kind: "writeup", id: writeupId ?? "" } : { kind: "sharing", id: sharingId };
}

function textColumns({ kind, id }: TextRef): TextColumns {
  return kind === "sharing" ? { sharingId: id, writeupId: null } : { sharingId: null, writeupId: id };
}

/** Answers about a text, oldest first, void ones too. */
export function findAnswers(db: ReadableDb, { kind, id }: TextRef): AnswerRecord[] {
  return db
    .select({ row: approvals, evidenceName: artifacts.fileName })
    .from(approvals)
    .leftJoin(artifacts, eq(artifacts.id, approvals.evidenceId))
    .where(eq(kind === "sharing" ? approvals.sharingId : approvals.writeupId, id))
    .orderBy(asc(approvals.position))
    .all()
    .map(({ row, evidenceName }) => ({
      ...row,
      evidenceName,
      party: partyOf(row),
      purpose: ConsentPurpose.parse(row.purpose),
      decision: ApprovalDecision.parse(row.decision),
    }));
}

function toRequest(row: typeof approvalRequests.$inferSelect): RequestRecord {
  return {
    ...row,
    party: partyOf(row),
    text: textOf(row),
    purposes: row.purposes.map((purpose) => ConsentPurpose.parse(purpose)),
  };
}

/** Requests about a text, oldest first. */
export function findRequests(db: ReadableDb, { kind, id }: TextRef): RequestRecord[] {
  return db
    .select()
    .from(approvalRequests)
    .where(eq(kind === "sharing" ? approvalRequests.sharingId : approvalRequests.writeupId, id))
    .orderBy(asc(approvalRequests.at), asc(approvalRequests.id))
    .all()
    .map(toRequest);
}

export function findRequest(db: ReadableDb, id: string): RequestRecord | undefined {
  const row = db.select().from(approvalRequests).where(eq(approvalRequests.id, id)).get();
  return row && toRequest(row);
}

/** Every request ever made, oldest first. */
export function findAllRequests(db: ReadableDb): RequestRecord[] {
  return db
    .select()
    .from(approvalRequests)
    .orderBy(asc(approvalRequests.at), asc(approvalRequests.id))
    .all()
    .map(toRequest);
}

/** What a party is called, whether or not they still provide anything. */
export function findPartyName(db: ReadableDb, party: Party): string {
  if ("outside" in party) return party.outside;
  const row =
    "organizationId" in party
      ? db
          .select({ name: organizations.name })
          .from(organizations)
          .where(eq(organizations.id, party.organizationId))
          .get()
      : db.select({ name: frameworks.name }).from(frameworks).where(eq(frameworks.id, party.frameworkId)).get();
  return row?.name ?? "";
}

export type NewAnswer = Pick<
  AnswerRecord,
  "purpose" | "at" | "how" | "decision" | "conditions" | "terms" | "textSha256" | "evidenceId" | "recordedBy"
> & { id: string; text: TextRef; party: Party };

/** Behind the answers that are there: the latest counts. */
export function insertAnswer(db: WritableDb, { text, party, ...answer }: NewAnswer): void {
  const columns = textColumns(text);
  const last = db
    .select({ position: max(approvals.position) })
    .from(approvals)
    .where(text.kind === "sharing" ? eq(approvals.sharingId, text.id) : eq(approvals.writeupId, text.id))
    .get();
  const position = (last?.position ?? -1) + 1;
  db.insert(approvals)
    .values({ ...answer, ...columns, ...partyColumns(party), position })
    .run();
}

export function updateAnswerTerms(db: WritableDb, id: string, terms: ConsentTerm[]): void {
  db.update(approvals).set({ terms }).where(eq(approvals.id, id)).run();
}

export type NewRequest = Omit<typeof approvalRequests.$inferInsert, keyof PartyColumns | keyof TextColumns> & {
  text: TextRef;
  party: Party;
};

export function insertRequest(db: WritableDb, { text, party, ...request }: NewRequest): void {
  db.insert(approvalRequests)
    .values({ ...request, ...textColumns(text), ...partyColumns(party) })
    .run();
}

/** What a party was shown last. */
export function findLastRequest(db: ReadableDb, text: TextRef, party: Party): RequestRecord | undefined {
  const { sharingId, writeupId } = textColumns(text);
  const ofText =
    sharingId === null ? eq(approvalRequests.writeupId, writeupId ?? "") : eq(approvalRequests.sharingId, sharingId);
  const ofParty =
    "organizationId" in party
      ? eq(approvalRequests.organizationId, party.organizationId)
      : "frameworkId" in party
        ? eq(approvalRequests.frameworkId, party.frameworkId)
        : eq(approvalRequests.outside, party.outside);
  const row = db
    .select()
    .from(approvalRequests)
    .where(and(ofText, ofParty))
    .orderBy(desc(approvalRequests.at), desc(approvalRequests.id))
    .limit(1)
    .get();
  return row && toRequest(row);
}
