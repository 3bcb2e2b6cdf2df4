import type { CoreContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { createLink, removeLink } from "./linkService.ts";

export function linkHandlers({ book }: FeatureContext): Handlers<CoreContract>["links"] {
  return {
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
