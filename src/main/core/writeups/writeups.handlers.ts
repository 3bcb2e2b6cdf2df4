import type { CoreContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { changeText } from "../sanitising/changeText.ts";
import { listWriteups } from "./listWriteups.ts";
import { findUnwrittenCases, findWriteupOfCase } from "./writeupRepository.ts";
import { createWriteup, rewriteWriteup } from "./writeupService.ts";

export function writeupHandlers({ book, sanitiser }: FeatureContext): Handlers<CoreContract>["writeups"] {
  return {
    list: (listing) => book().read((db) => listWriteups(db, listing)),
    unwritten: ({ quarter }) => book().read((db) => findUnwrittenCases(db, quarter)),
    ofCase: ({ caseId }) => book().read((db) => findWriteupOfCase(db, caseId)) ?? null,
    create: async ({ caseId }) => ({ id: await createWriteup(book(), sanitiser(), caseId) }),
    update: ({ id, fields }) => {
      const session = book();
      session.write("writeups.update", (db) => changeText(db, session, { kind: "writeup", id }, fields));
      return {};
    },
    rewrite: async ({ id }) => {
      await rewriteWriteup(book(), sanitiser(), id);
      return {};
    },
  };
}
