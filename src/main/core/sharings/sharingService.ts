import type { Audience, SharingFields } from "#shared/contract/sharings.ts";
import { Pap } from "#shared/domain/consent.ts";
import { Tlp } from "#shared/domain/tlp.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { findAllOrganizations, findFramework, findSigsByIds } from "../roster/rosterRepository.ts";
import { changeText } from "../sanitising/changeText.ts";
import { readMatter } from "../sanitising/readMatter.ts";
import { findAudience, replaceAudience } from "./audienceRepository.ts";
import { settleState } from "./settleState.ts";
import { findMissing, replaceCases, replaceReports } from "./sharingPartsRepository.ts";
import { findSharingRecord, insertSharing, updateSharingRecord, type SharingRecord } from "./sharingRepository.ts";

/** `undefined` leaves a field as it is. */
export type SharingChange = { [Field in keyof SharingFields]?: SharingFields[Field] | undefined };
export type NewSharing = SharingChange & Pick<SharingFields, "title" | "origin"> & { followsId?: string };

const NOBODY: Audience = { sigs: [], frameworks: [], organizations: [], except: [] };

/** @throws AppError record.not-found */
export function requireSharing(db: ReadableDb, id: string): SharingRecord {
  const record = findSharingRecord(db, id);
  if (!record) throw new AppError("record.not-found", { record: id });
  return record;
}

/** What was withdrawn stays as it is. @throws AppError record.not-found, sharings.withdrawn */
export function requireStanding(db: ReadableDb, id: string): SharingRecord {
  const record = requireSharing(db, id);
  if (record.state === "withdrawn") throw new AppError("sharings.withdrawn", { title: record.title });
  return record;
}

/**
 * Writes a new draft down, in the name of the session's analyst; TLP:AMBER unless told otherwise.
 * @returns its id
 * @throws AppError record.not-found for a report, case, SIG, framework or organisation that is not there
 */
export function createSharing(db: WritableDb, session: BookSession, fields: NewSharing): string {
  const id = session.newId();
  insertSharing(db, {
    id,
    externalId: id,
    origin: fields.origin,
    title: fields.title,
    body: fields.body ?? "",
    tlp: fields.tlp ?? "TLP:AMBER",
    pap: fields.pap ?? null,
    state: "draft",
    author: session.actor,
    withheld: fields.withheld ?? [],
    followsId: fields.followsId ?? null,
  });
  putParts(db, session, id, fields);
  return id;
}

/**
 * Changes a sharing. Other words take one on its way back to draft, and so do other reports or cases when they put other
 * names at stake; whatever else its readers see (labels, list) takes the consents that it had. One that was given out stays shared, and what is edited is a correction until it is issued.
 *
 * @throws AppError record.not-found, sharings.withdrawn
 */
export function updateSharing(db: WritableDb, session: BookSession, id: string, change: SharingChange): void {
  requireStanding(db, id);
  const before = namesAtStake(db, id);
  const { title, body, origin, tlp, pap, withheld, correctionNote } = change;
  changeText(db, session, { kind: "sharing", id }, { title, body });
  updateSharingRecord(db, id, {
    ...(origin !== undefined && { origin }),
    ...(tlp !== undefined && { tlp }),
    ...(pap !== undefined && { pap }),
    ...(correctionNote !== undefined && { correctionNote }),
    ...(withheld !== undefined && { withheld: [...new Set(withheld)] }),
  });
  putParts(db, session, id, change);
  settleState(db, id, session.now(), { matterChanged: namesAtStake(db, id) !== before });
}

/** 続報: a draft to the same readers about the same cases; its words and reports are new. @throws AppError record.not-found */
export function followUpSharing(db: WritableDb, session: BookSession, id: string, title: string): string {
  const record = requireSharing(db, id);
  const idsOf = (names: readonly { id: string }[]) => names.map((name) => name.id);
  const { sigs, frameworks, organizations, except } = findAudience(db, id);
  return createSharing(db, session, {
    title,
    origin: record.origin === "hub" ? "hub" : "provided",
    followsId: id,
    caseIds: readMatter(db, { kind: "sharing", id }).text.caseIds,
    ...labelsOf(record),
    audience: {
      sigs: idsOf(sigs),
      frameworks: idsOf(frameworks),
      organizations: idsOf(organizations),
      except: idsOf(except),
    },
  });
}

function labelsOf({ tlp, pap }: SharingRecord): Pick<SharingChange, "tlp" | "pap"> {
  return { tlp: Tlp.catch("TLP:AMBER").parse(tlp), pap: Pap.nullable().catch(null).parse(pap) };
}

function namesAtStake(db: ReadableDb, id: string): string {
  const { parties, outsiders } = readMatter(db, { kind: "sharing", id }).stake;
  return JSON.stringify([parties?.toSorted(), outsiders?.toSorted()]);
}

function putParts(db: WritableDb, session: BookSession, id: string, change: SharingChange): void {
  const { reportIds, caseIds, audience } = change;
  const missing = findMissing(db, "reports", reportIds ?? []) ?? findMissing(db, "cases", caseIds ?? []);
  if (missing !== undefined) throw new AppError("record.not-found", { record: missing });
  if (reportIds) replaceReports(db, id, reportIds, session.newId);
  if (caseIds) replaceCases(db, id, caseIds, session.newId);
  if (audience) putAudience(db, session, id, audience);
}

function putAudience(db: WritableDb, session: BookSession, id: string, audience: Audience): void {
  const { sigs, frameworks, organizations, except } = { ...NOBODY, ...audience };
  const organizationIds = [...organizations, ...except];
  const known = new Set([
    ...findSigsByIds(db, sigs).map((sig) => sig.id),
    ...frameworks.filter((one) => findFramework(db, one)),
    ...(organizationIds.length > 0 ? findAllOrganizations(db).map((organization) => organization.id) : []),
  ]);
  const missing = [...sigs, ...frameworks, ...organizationIds].find((one) => !known.has(one));
  if (missing !== undefined) throw new AppError("record.not-found", { record: missing });
  replaceAudience(db, id, { sigs, frameworks, organizations, except }, session.newId);
}
