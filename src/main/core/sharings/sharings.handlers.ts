import type { CoreContract } from "#shared/contract/index.ts";
import { sharingWords } from "#shared/messages/printed/sharingWords.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import type { TakenFile } from "../gate/takeOutFile.ts";
import { advanceSharing } from "./advanceSharing.ts";
import { createFromCase, createFromReports } from "./birthSharing.ts";
import { explainReports, unsharedReports } from "./explainReports.ts";
import { giveNotice } from "./giveNotice.ts";
import { issueSharing } from "./issueSharing.ts";
import { listSharings, sharingBoard } from "./listSharings.ts";
import { readSharing } from "./readSharing.ts";
import { recordDeliveryAnswer } from "./recordDeliveryAnswer.ts";
import { remindRecipient } from "./remindRecipient.ts";
import { reminderText } from "./reminderText.ts";
import { createSharing, followUpSharing, requireSharing, updateSharing } from "./sharingService.ts";
import { addSighting, removeSighting, updateSighting } from "./sightingService.ts";
import { silentRecipients } from "./silentRecipients.ts";
import { rewordWithdrawal, withdrawSharing } from "./withdrawSharing.ts";

const nameFile = ({ artifactId, fileName }: TakenFile) => ({ artifactId, fileName });

type SharingHandlers = Handlers<CoreContract>["sharings"];

export function sharingHandlers({ book, sanitiser }: FeatureContext): SharingHandlers {
  return {
    list: (listing) => {
      const session = book();
      return session.read((db) => listSharings(db, listing, session.now()));
    },
    board: ({ quarter }) => {
      const session = book();
      return session.read((db) => sharingBoard(db, quarter, session.now()));
    },
    get: ({ id }) => readSharing(book(), sanitiser(), id),
    create: (fields) => {
      const session = book();
      return { id: session.write("sharings.create", (db) => createSharing(db, session, fields)) };
    },
    createFromCase: async ({ caseId }) => ({ id: await createFromCase(book(), sanitiser(), caseId) }),
    createFromReports: async ({ reportIds, title }) => ({
      id: await createFromReports(book(), sanitiser(), reportIds, title),
    }),
    update: ({ id, fields }) => {
      const session = book();
      session.write("sharings.update", (db) => updateSharing(db, session, id, fields));
      return {};
    },
    advance: async (step, { signal }) => {
      await advanceSharing(book(), sanitiser(), step, signal);
      return {};
    },
    issue: async (order, { signal }) => {
      const { version, bulletin, indicators, notice } = await issueSharing(book(), sanitiser(), order, signal);
      return {
        version,
        bulletin: nameFile(bulletin),
        indicators: indicators && nameFile(indicators),
        notice: notice && nameFile(notice),
      };
    },
    withdraw: async (withdrawal, { signal }) => {
      await withdrawSharing(book(), sanitiser(), withdrawal, signal);
      return {};
    },
    rewordWithdrawal: async (withdrawal, { signal }) => {
      await rewordWithdrawal(book(), sanitiser(), withdrawal, signal);
      return {};
    },
    giveNotice: async ({ id }, { signal }) => nameFile(await giveNotice(book(), sanitiser(), id, signal)),
    followUp: ({ id }) => {
      const session = book();
      const followed = session.write("sharings.followUp", (db) =>
        followUpSharing(db, session, id, sharingWords.followUp(requireSharing(db, id).title)),
      );
      return { id: followed };
    },
    ...whatCameBack({ book, sanitiser }),
    unshared: (asked) => book().read((db) => unsharedReports(db, asked)),
    explain: ({ reportIds, reason }) => {
      const session = book();
      session.write("sharings.explain", (db) => explainReports(db, reportIds, reason, session.newId));
      return {};
    },
  };
}

type CameBack =
  "addSighting" | "updateSighting" | "removeSighting" | "recordAnswer" | "silence" | "reminderText" | "remind";

function whatCameBack({ book, sanitiser }: FeatureContext): Pick<SharingHandlers, CameBack> {
  return {
    addSighting: (sighting) => {
      const session = book();
      return { id: session.write("sharings.addSighting", (db) => addSighting(db, session, sighting)) };
    },
    updateSighting: ({ id, fields }) => {
      book().write("sharings.updateSighting", (db) => updateSighting(db, id, fields));
      return {};
    },
    removeSighting: ({ id }) => {
      book().write("sharings.removeSighting", (db) => removeSighting(db, id));
      return {};
    },
    recordAnswer: ({ delivery, at, answer }) => {
      const session = book();
      session.write("sharings.recordAnswer", (db) => recordDeliveryAnswer(db, session, delivery, { at, answer }));
      return {};
    },
    silence: ({ sinceDay }) => {
      const session = book();
      return session.read((db) => silentRecipients(db, sinceDay, session.now()));
    },
    reminderText: (asked) => reminderText(book(), sanitiser(), asked),
    remind: async (asked, { signal }) => nameFile(await remindRecipient(book(), sanitiser(), asked, signal)),
  };
}
