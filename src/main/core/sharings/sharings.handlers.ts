import type { CoreContract } from "#shared/contract/index.ts";
import { AppError } from "#shared/errors.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { listSharings, sharingBoard } from "./listSharings.ts";
import { readSharing } from "./readSharing.ts";

const notYet = (): never => {
  throw new AppError("internal");
};

export function sharingHandlers({ book, sanitiser }: FeatureContext): Handlers<CoreContract>["sharings"] {
  return {
    list: (listing) => book().read((db) => listSharings(db, listing)),
    board: ({ quarter }) => book().read((db) => sharingBoard(db, quarter)),
    get: ({ id }) => readSharing(book(), sanitiser(), id),
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
    unshared: notYet,
    explain: notYet,
  };
}
