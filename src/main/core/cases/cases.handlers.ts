import type { CoreContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { findCases } from "./caseRepository.ts";
import {
  addReportsToCase,
  createCase,
  createCaseFromReports,
  getCase,
  removeReportsFromCase,
  updateCase,
} from "./caseService.ts";
import { addPicture, readPicture } from "./pictures.ts";

export function caseHandlers({ book }: FeatureContext): Handlers<CoreContract>["cases"] {
  return {
    list: (listing) => book().read((db) => findCases(db, listing)),
    get: ({ id }) => book().read((db) => getCase(db, id)),
    create: (fields) => {
      const session = book();
      return { id: session.write("cases.create", (db) => createCase(db, fields, session.newId)) };
    },
    createFromReports: (input) => {
      const session = book();
      return { id: session.write("cases.createFromReports", (db) => createCaseFromReports(db, input, session.newId)) };
    },
    update: ({ id, fields }) => {
      book().write("cases.update", (db) => updateCase(db, id, fields));
      return {};
    },
    addReports: ({ id, reportIds }) => {
      const session = book();
      session.write("cases.addReports", (db) => addReportsToCase(db, id, reportIds, session.newId));
      return {};
    },
    removeReports: ({ id, reportIds }) => {
      book().write("cases.removeReports", (db) => removeReportsFromCase(db, id, reportIds));
      return {};
    },
    addImage: (picture) => {
      const session = book();
      return { artifactId: session.write("cases.addImage", (db) => addPicture(db, picture, session.now())) };
    },
    readImage: ({ artifactId }) => book().read((db) => readPicture(db, artifactId)),
  };
}
