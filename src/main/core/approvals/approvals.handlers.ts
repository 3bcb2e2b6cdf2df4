import type { CoreContract } from "#shared/contract/index.ts";
import { dayOf } from "#shared/domain/moment.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import type { TakenFile } from "../gate/takeOutFile.ts";
import { readText } from "../sanitising/textRepository.ts";
import { changesSince } from "./changesSince.ts";
import { confirmTerm } from "./confirmTerm.ts";
import { consentsOfText } from "./consentsOfText.ts";
import { remindApproval } from "./remindApproval.ts";
import { requestApproval } from "./requestApproval.ts";
import { recordAnswers } from "./recordAnswers.ts";
import { waitingApprovals } from "./waitingApprovals.ts";

const nameFile = ({ artifactId, fileName }: TakenFile) => ({ artifactId, fileName });

export function approvalHandlers({ book, sanitiser }: FeatureContext): Handlers<CoreContract>["approvals"] {
  return {
    ofText: ({ text }) => {
      const session = book();
      return session.read((db) =>
        consentsOfText(db, text, readText(db, text).fingerprint, { day: dayOf(session.now()) }),
      );
    },
    leaving: ({ text }) => {
      const { title, fingerprint } = book().read((db) => readText(db, text));
      return { title, sha256: fingerprint };
    },
    waiting: () => {
      const session = book();
      return session.read((db) => waitingApprovals(db, session.now()));
    },
    changesSince: ({ text, party }) => book().read((db) => changesSince(db, text, party)),
    request: async (asked, { signal }) => {
      const { requestId, packet, mail } = await requestApproval(book(), sanitiser(), asked, signal);
      return { requestId, packet: nameFile(packet), mail: nameFile(mail) };
    },
    remind: async ({ requestId }, { signal }) => nameFile(await remindApproval(book(), sanitiser(), requestId, signal)),
    record: (answers) => {
      const session = book();
      session.write("approvals.record", (db) => recordAnswers(db, session, answers));
      return {};
    },
    confirmTerm: (confirmation) => {
      book().write("approvals.confirmTerm", (db) => confirmTerm(db, confirmation));
      return {};
    },
  };
}
