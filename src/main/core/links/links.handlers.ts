import type { CoreContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { createLink, removeLink } from "./linkService.ts";
import { suggestLinks } from "./suggestLinks.ts";

export function linkHandlers({ book }: FeatureContext): Handlers<CoreContract>["links"] {
  return {
    suggest: ({ caseId }) => book().read((db) => suggestLinks(db, caseId)),
    create: (link) => {
      const session = book();
      return { id: session.write("links.create", (db) => createLink(db, link, session.newId)) };
    },
    remove: ({ id }) => {
      book().write("links.remove", (db) => removeLink(db, id));
      return {};
    },
  };
}
