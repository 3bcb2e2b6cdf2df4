import { setImmediate } from "node:timers/promises";
import type { CoreContract } from "#shared/contract/index.ts";
import type { Receipt } from "#shared/contract/intake.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { importFile } from "./importFile.ts";
import { readRosterIndex } from "./importMail.ts";
import { readReportMail } from "./readReportMail.ts";

export function intakeHandlers({ book }: FeatureContext): Handlers<CoreContract>["intake"] {
  return {
    /** Stops between two mails of an archive when it is told to; those imported stay, each a report of its own. */
    importFile: async (file, { signal, progress }) => {
      const session = book();
      const receipts: Receipt[] = [];
      for (const receipt of importFile(session, readRosterIndex(session), file)) {
        receipts.push(receipt);
        progress(receipts.length, receipts.length, receipt.path);
        await setImmediate();
        if (signal.aborted) break;
      }
      return receipts;
    },
    readMail: ({ reportId }) => book().read((db) => readReportMail(db, reportId)),
  };
}
