import type { CoreContract } from "#shared/contract/index.ts";
import type { SharingDetail } from "#shared/contract/sharings.ts";
import { AppError } from "#shared/errors.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { ReadableDb } from "../database/handles.ts";
import type { FeatureContext } from "../feature.ts";
import { findReportsOfSharing } from "../reports/reportRepository.ts";
import {
  findApprovalsOf,
  findCasesOfSharing,
  findRecipientsOf,
  findSharing,
  findSharings,
  findSightingsOf,
} from "./sharingRepository.ts";

const notYet = (): never => {
  throw new AppError("internal");
};

function getSharing(db: ReadableDb, id: string): SharingDetail {
  const found = findSharing(db, id);
  if (!found) throw new AppError("record.not-found", { record: id });
  return {
    ...found.row,
    body: found.body,
    author: null,
    follows: null,
    followedBy: [],
    withdrawnReason: null,
    audience: { sigs: [], frameworks: [], organizations: [], except: [], reached: 0 },
    indicators: [],
    issues: [],
    reports: findReportsOfSharing(db, id),
    cases: findCasesOfSharing(db, id),
    recipients: findRecipientsOf(db, id),
    approvals: findApprovalsOf(db, id),
    sightings: findSightingsOf(db, id),
  };
}

export function sharingHandlers({ book }: FeatureContext): Handlers<CoreContract>["sharings"] {
  return {
    list: (listing) => book().read((db) => findSharings(db, listing)),
    get: ({ id }) => book().read((db) => getSharing(db, id)),
    board: notYet,
    create: notYet,
    createFromCase: notYet,
    createFromReports: notYet,
    update: notYet,
    advance: notYet,
    issue: notYet,
    withdraw: notYet,
    followUp: notYet,
    addSighting: notYet,
    updateSighting: notYet,
    removeSighting: notYet,
    recordAnswer: notYet,
    silence: notYet,
    reminderText: notYet,
  };
}
