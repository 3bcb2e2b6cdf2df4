import type { CoreContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { findProviders, getOrganization, listOrganizations, structureAsOf } from "./rosterService.ts";

export function rosterHandlers({ book }: FeatureContext): Handlers<CoreContract>["roster"] {
  return {
    listOrganizations: (listing) => book().read((db) => listOrganizations(db, listing)),
    getOrganization: ({ id }) => book().read((db) => getOrganization(db, id)),
    structure: ({ asOf }) => book().read((db) => structureAsOf(db, asOf)),
    findProviders: ({ text, limit }) => book().read((db) => findProviders(db, text, limit)),
  };
}
