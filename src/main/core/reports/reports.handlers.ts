import type { CoreContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { findReports } from "./reportRepository.ts";
import {
  assessReports,
  createReport,
  getReport,
  makeReportValid,
  makeReportVoid,
  updateReport,
} from "./reportService.ts";

export function reportHandlers({ book }: FeatureContext): Handlers<CoreContract>["reports"] {
  return {
    list: (listing) => book().read((db) => findReports(db, listing)),
    get: ({ id }) => book().read((db) => getReport(db, id)),
    create: (fields) => {
      const session = book();
      return { id: session.write("reports.create", (db) => createReport(db, fields, session.newId)) };
    },
    update: ({ id, fields }) => {
      const session = book();
      session.write("reports.update", (db) => updateReport(db, id, fields, session.newId));
      return {};
    },
    assess: ({ ids, assessment }) => {
      book().write("reports.assess", (db) => assessReports(db, ids, assessment));
      return {};
    },
    makeVoid: ({ id, reason }) => {
      const session = book();
      session.write("reports.makeVoid", (db) => makeReportVoid(db, id, reason, session.now()));
      return {};
    },
    makeValid: ({ id }) => {
      book().write("reports.makeValid", (db) => makeReportValid(db, id));
      return {};
    },
  };
}
