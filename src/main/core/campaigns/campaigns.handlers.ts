import type { CoreContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { createCampaign, getCampaign, listCampaigns, updateCampaign } from "./campaignService.ts";

export function campaignHandlers({ book }: FeatureContext): Handlers<CoreContract>["campaigns"] {
  return {
    list: () => book().read(listCampaigns),
    get: ({ id }) => book().read((db) => getCampaign(db, id)),
    create: (fields) => {
      const session = book();
      return { id: session.write("campaigns.create", (db) => createCampaign(db, fields, session.newId)) };
    },
    update: ({ id, fields }) => {
      book().write("campaigns.update", (db) => updateCampaign(db, id, fields));
      return {};
    },
  };
}
