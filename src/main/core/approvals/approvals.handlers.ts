import type { CoreContract } from "#shared/contract/index.ts";
import { AppError } from "#shared/errors.ts";
import { dayOf } from "#shared/domain/moment.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { readText } from "../sanitising/textRepository.ts";
import { textSha256 } from "../sanitising/textSha256.ts";
import { changesSince } from "./changesSince.ts";
import { consentsOfText } from "./consentsOfText.ts";
import { recordAnswers } from "./recordAnswers.ts";
import { waitingApprovals } from "./waitingApprovals.ts";

const notYet = (): never => {
  throw new AppError("internal");
};

export function approvalHandlers({ book }: FeatureContext): Handlers<CoreContract>["approvals"] {
  return {
    ofText: ({ text }) => {
      const session = book();
      return session.read((db) =>
        consentsOfText(db, text, textSha256(readText(db, text)), { day: dayOf(session.now()) }),
      );
    },
    waiting: () => {
      const session = book();
      return session.read((db) => waitingApprovals(db, session.now()));
    },
    changesSince: ({ text, party }) => book().read((db) => changesSince(db, text, party)),
    request: notYet,
    record: (answers) => {
      const session = book();
      session.write("approvals.record", (db) => recordAnswers(db, session, answers));
      return {};
    },
  };
}
