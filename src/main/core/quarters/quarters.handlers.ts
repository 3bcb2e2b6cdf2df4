import type { CoreContract } from "#shared/contract/index.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { ReadableDb } from "../database/handles.ts";
import type { FeatureContext } from "../feature.ts";
import { figureRecords } from "./figureRecords.ts";
import { freezeQuarter } from "./freezeQuarter.ts";
import { quarterFigures, quarterTrend, readColumns } from "./quarterFigures.ts";
import { findPublishedQuarters, findRecordQuarters } from "./quarterRepository.ts";

function listQuarters(db: ReadableDb): { quarter: Quarter; basis: "published" | "records"; frozen: boolean }[] {
  const quarters = [...new Set([...findRecordQuarters(db), ...findPublishedQuarters(db)])].sort().reverse();
  return readColumns(db, quarters).map(({ quarter, basis, frozen }) => ({
    quarter,
    basis,
    frozen: frozen !== undefined,
  }));
}

export function quarterHandlers({ book }: FeatureContext): Handlers<CoreContract>["quarters"] {
  return {
    list: () => book().read(listQuarters),
    figures: ({ quarter }) => book().read((db) => quarterFigures(db, quarter)),
    records: ({ quarter, figure, key }) => book().read((db) => figureRecords(db, quarter, figure, key)),
    trend: ({ quarter, count }) => book().read((db) => quarterTrend(db, quarter, count)),
    freeze: ({ quarter, acceptUndetermined }) => {
      const session = book();
      session.write("quarters.freeze", (db) =>
        freezeQuarter(db, quarter, {
          by: session.actor,
          nowMs: session.now(),
          acceptUndetermined,
          newId: session.newId,
        }),
      );
      return {};
    },
  };
}
