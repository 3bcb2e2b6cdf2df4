import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { TextRef } from "#shared/contract/sanitising.ts";
import { partyKey, type Party } from "#shared/domain/consent.ts";
import { AppError } from "#shared/errors.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import {
  frameworks,
  organizations,
  reportCases,
  reports,
  sharingCases,
  sharingReports,
  sharings,
  sightings,
  writeups,
} from "../database/schema.ts";
import { findListedIndicators } from "../sharings/indicatorRepository.ts";
import { fingerprintOf, type Enclosed } from "./fingerprint.ts";

/** A text that is to leave, and whose matter it is. */
export type LeavingText = {
  ref: TextRef;
  title: string;
  body: string;
  /** Who last changed its words; null where nobody did in this application. */
  author: string | null;
  updatedAt: number | null;
  caseIds: string[];
  reportIds: string[];
  /** What its readers see beside its words; null for a write-up, which has nothing beside them. */
  enclosed: Enclosed | null;
  /** Of all that: what consents and releases are bound to. */
  fingerprint: string;
};

/** @throws AppError record.not-found */
export function readText(db: ReadableDb, ref: TextRef): LeavingText {
  const found = ref.kind === "writeup" ? findWriteupText(db, ref) : findSharingText(db, ref);
  if (!found) throw new AppError("record.not-found", { record: ref.id });
  return found;
}

function findWriteupText(db: ReadableDb, ref: TextRef): LeavingText | undefined {
  const row = db.select().from(writeups).where(eq(writeups.id, ref.id)).get();
  if (!row) return undefined;
  const { title, body, author, updatedAt, caseId } = row;
  const reportIds = findReportIdsOfCases(db, [caseId]);
  const fingerprint = fingerprintOf({ title, body }, null);
  return { ref, title, body, author, updatedAt, caseIds: [caseId], reportIds, enclosed: null, fingerprint };
}

function findSharingText(db: ReadableDb, ref: TextRef): LeavingText | undefined {
  const row = db.select().from(sharings).where(eq(sharings.id, ref.id)).get();
  if (!row) return undefined;
  const caseIds = db
    .select({ id: sharingCases.caseId })
    .from(sharingCases)
    .where(eq(sharingCases.sharingId, ref.id))
    .all()
    .map(({ id }) => id);
  const own = db
    .select({ id: sharingReports.reportId })
    .from(sharingReports)
    .where(eq(sharingReports.sharingId, ref.id))
    .all()
    .map(({ id }) => id);
  const reportIds = [...new Set([...own, ...findReportIdsOfCases(db, caseIds)])];
  const { title, body, author } = row;
  const enclosed = enclosedWith(db, row);
  const fingerprint = fingerprintOf({ title, body }, enclosed);
  return { ref, title, body, author, updatedAt: null, caseIds, reportIds, enclosed, fingerprint };
}

/** A note belongs to a correction: what has not been given out has nothing to correct. */
function enclosedWith(db: ReadableDb, sharing: typeof sharings.$inferSelect): Enclosed {
  const { id, tlp, pap, sharedAt, correctionNote } = sharing;
  const indicators = findListedIndicators(db, id).filter(({ withheld }) => !withheld);
  return { tlp, pap, correctionNote: sharedAt === null ? null : correctionNote, indicators };
}

/** Reports of cases; those made void are kept out. */
export function findReportIdsOfCases(db: ReadableDb, caseIds: readonly string[]): string[] {
  return db
    .selectDistinct({ id: reportCases.reportId })
    .from(reportCases)
    .innerJoin(reports, eq(reports.id, reportCases.reportId))
    .where(and(inArray(reportCases.caseId, [...caseIds]), isNull(reports.voidAt)))
    .all()
    .map(({ id }) => id);
}

export type TextChange = { title?: string | undefined; body?: string | undefined };

/** Changes a text's words; a sharing on its way goes back to draft, since nobody has agreed to these words yet. */
export function updateText(db: WritableDb, ref: TextRef, change: TextChange, by: { actor: string; at: number }): void {
  const { title, body } = readText(db, ref);
  const words = { title: change.title ?? title, body: change.body ?? body };
  if (words.title === title && words.body === body) return;
  if (ref.kind === "writeup") {
    db.update(writeups)
      .set({ ...words, author: by.actor, updatedAt: by.at })
      .where(eq(writeups.id, ref.id))
      .run();
    return;
  }
  db.update(sharings)
    .set({ ...words, author: by.actor })
    .where(eq(sharings.id, ref.id))
    .run();
  db.update(sharings)
    .set({ state: "draft" })
    .where(and(eq(sharings.id, ref.id), inArray(sharings.state, ["sanitised", "awaiting-approval", "approved"])))
    .run();
}

/** Whose names are at stake: providers, victims, and those who saw the same afterwards. */
export type Parties = {
  /** Interchange ids, as the engine has them. */
  externalIds: string[];
  organizations: { id: string; externalId: string; name: string }[];
  /** Providers and victims that are in no roster. */
  outsiders: string[];
};

export function findParties(
  db: ReadableDb,
  { caseIds, reportIds }: Pick<LeavingText, "caseIds" | "reportIds">,
): Parties {
  const rows = db
    .select({
      provider: reports.providerOrganizationId,
      victim: reports.victimOrganizationId,
      providerOutside: reports.providerOutside,
      victimOutside: reports.victimOutside,
    })
    .from(reports)
    .where(inArray(reports.id, [...reportIds]))
    .all();
  const sighted = db
    .select({ id: sightings.organizationId })
    .from(sightings)
    .innerJoin(sharingCases, eq(sharingCases.sharingId, sightings.sharingId))
    .where(inArray(sharingCases.caseId, [...caseIds]))
    .all();
  const ids = new Set([...rows.flatMap(({ provider, victim }) => [provider, victim]), ...sighted.map(({ id }) => id)]);
  const found = db
    .select({ id: organizations.id, externalId: organizations.externalId, name: organizations.name })
    .from(organizations)
    .where(
      inArray(
        organizations.id,
        [...ids].filter((id) => id !== null),
      ),
    )
    .all();
  const outsiders = new Set(rows.flatMap(({ providerOutside, victimOutside }) => [providerOutside, victimOutside]));
  return {
    externalIds: found.map(({ externalId }) => externalId),
    organizations: found,
    outsiders: [...outsiders].filter((name) => name !== null),
  };
}

/** Who handed in what a text tells. `name` is for the analysts' eyes only. */
export type Provider = { party: Party; name: string; reportIds: string[] };

/** The distinct providers of a text's reports, in the order they reported; what was made void provided nothing. */
export function findProviders(db: ReadableDb, { reportIds }: Pick<LeavingText, "reportIds">): Provider[] {
  const rows = db
    .select({
      reportId: reports.id,
      organizationId: reports.providerOrganizationId,
      frameworkId: reports.providerFrameworkId,
      outside: reports.providerOutside,
      organizationName: organizations.name,
      frameworkName: frameworks.name,
    })
    .from(reports)
    .leftJoin(organizations, eq(organizations.id, reports.providerOrganizationId))
    .leftJoin(frameworks, eq(frameworks.id, reports.providerFrameworkId))
    .where(and(inArray(reports.id, [...reportIds]), isNull(reports.voidAt)))
    .orderBy(asc(reports.receivedAt), asc(reports.id))
    .all();
  const providers = new Map<string, Provider>();
  for (const { reportId, organizationId, frameworkId, outside, organizationName, frameworkName } of rows) {
    const [party, name] =
      organizationId !== null
        ? [{ organizationId }, organizationName]
        : frameworkId !== null
          ? [{ frameworkId }, frameworkName]
          : [{ outside: outside ?? "" }, outside];
    const known = providers.get(partyKey(party));
    if (known) known.reportIds.push(reportId);
    else providers.set(partyKey(party), { party, name: name ?? "", reportIds: [reportId] });
  }
  return [...providers.values()];
}
