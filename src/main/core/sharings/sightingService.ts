import type { SightingDetail } from "#shared/contract/sharings.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { findOrganization } from "../roster/rosterRepository.ts";
import { findMissing } from "./sharingPartsRepository.ts";
import { requireSharing } from "./sharingService.ts";
import { deleteSighting, findSighting, insertSighting, updateSightingRecord } from "./sightingRepository.ts";

export type NewSighting = {
  id: string;
  organizationId: string;
  at: number;
  note: string | null;
  reportId: string | null;
};
export type SightingChange = {
  [Field in "note" | "consent" | "consentAskedAt"]?: SightingDetail[Field] | undefined;
} & { reportId?: string | null | undefined };

function requireReport(db: ReadableDb, reportId: string | null | undefined): void {
  if (reportId !== null && reportId !== undefined && findMissing(db, "reports", [reportId]) !== undefined) {
    throw new AppError("record.not-found", { record: reportId });
  }
}

function requireSighting(db: ReadableDb, id: string): void {
  if (!findSighting(db, id)) throw new AppError("record.not-found", { record: id });
}

/** 反響: a participant found the same after a sharing. @returns its id; @throws AppError record.not-found */
export function addSighting(db: WritableDb, session: BookSession, sighting: NewSighting): string {
  const { id: sharingId, organizationId, at, note, reportId } = sighting;
  requireSharing(db, sharingId);
  if (!findOrganization(db, organizationId)) throw new AppError("record.not-found", { record: organizationId });
  requireReport(db, reportId);
  const id = session.newId();
  insertSighting(db, { id, externalId: id, sharingId, organizationId, at, note, reportId });
  return id;
}

/** @throws AppError record.not-found */
export function updateSighting(db: WritableDb, id: string, change: SightingChange): void {
  requireSighting(db, id);
  requireReport(db, change.reportId);
  const fields = Object.entries(change).filter(([, value]) => value !== undefined);
  updateSightingRecord(db, id, Object.fromEntries(fields));
}

/** @throws AppError record.not-found */
export function removeSighting(db: WritableDb, id: string): void {
  requireSighting(db, id);
  deleteSighting(db, id);
}
