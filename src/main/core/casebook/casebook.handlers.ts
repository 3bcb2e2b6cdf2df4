import { existsSync, statSync } from "node:fs";
import { basename } from "node:path";
import { PASSPHRASE_MIN_LENGTH, type OpenBook } from "#shared/contract/casebook.ts";
import { EVERY_REPORT } from "#shared/contract/reports.ts";
import type { CoreContract } from "#shared/contract/index.ts";
import { quarterOf } from "#shared/domain/quarter.ts";
import { AppError } from "#shared/errors.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { BookSession } from "../database/bookSession.ts";
import { countQuarter } from "../quarters/countQuarter.ts";
import { findLatestMoment } from "../quarters/quarterRepository.ts";
import { findReports } from "../reports/reportRepository.ts";
import { countSharings } from "../sharings/sharingRepository.ts";
import { BOOK_ENDING, type KnownBooks } from "./knownBooks.ts";
import { createBook, openBook, type BookOptions } from "./openBook.ts";
import { makeSample } from "./makeSample.ts";

/** The one book that is open, if any. */
export type OpenSlot = {
  current(): BookSession | null;
  replace(session: BookSession | null): void;
};

type Clock = Pick<BookOptions, "now" | "newId">;

function describe(session: BookSession, openedAt: number): OpenBook {
  const latest = session.read(findLatestMoment);
  return {
    name: basename(session.path, BOOK_ENDING),
    analyst: session.actor,
    openedAt,
    quarter: quarterOf(latest ?? session.now()),
  };
}

/** Two paths of one file: by a link, or in other letters. */
function isSameFile(a: string, b: string): boolean {
  if (!existsSync(a) || !existsSync(b)) return a === b;
  const [one, other] = [statSync(a), statSync(b)];
  return one.ino === other.ino && one.dev === other.dev;
}

function refuseShort(passphrase: string): void {
  if ([...passphrase].length < PASSPHRASE_MIN_LENGTH) {
    throw new AppError("casebook.passphrase-too-short", { min: PASSPHRASE_MIN_LENGTH });
  }
}

export function casebookHandlers(known: KnownBooks, slot: OpenSlot, clock: Clock): Handlers<CoreContract>["casebook"] {
  let openedAt = 0;
  const now = clock.now ?? Date.now;

  function show(session: BookSession): OpenBook {
    openedAt = now();
    slot.replace(session);
    known.noteOpened(session.path, openedAt);
    return describe(session, openedAt);
  }

  function make(name: string, passphrase: string, analyst: string): BookSession {
    refuseShort(passphrase);
    return createBook(known.placeFor(name), { passphrase, actor: analyst, ...clock });
  }

  /** The name of the sample, with a number when there is one already. */
  function freeSampleName(): string {
    const taken = new Set(known.list().map(({ name }) => name));
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? "見本 2022Q4" : `見本 2022Q4 (${number})`;
      if (!taken.has(name)) return name;
    }
  }

  return {
    listBooks: () => known.list(),
    current: () => {
      const session = slot.current();
      return session && describe(session, openedAt);
    },
    overview: ({ quarter }) => {
      const session = slot.current();
      if (!session) return { reportsInQuarter: 0, undetermined: 0, awaitingApproval: 0, lastSavedAt: null };
      return session.read((db) => {
        const filter = { ...EVERY_REPORT, assessments: ["undetermined" as const], standing: "counted" as const };
        const open = findReports(db, { filter, sort: { by: "receivedAt", descending: true }, offset: 0, limit: 1 });
        return {
          reportsInQuarter: countQuarter(db, quarter).provided,
          undetermined: open.total,
          awaitingApproval: countSharings(db, ["awaiting-approval"]),
          lastSavedAt: session.savedAt(),
        };
      });
    },
    create: ({ name, passphrase, analyst }) => show(make(name, passphrase, analyst)),
    createSample: async ({ passphrase, analyst }) => {
      const session = make(freeSampleName(), passphrase, analyst);
      await makeSample(session);
      const { path } = session;
      session.close();
      // Opened anew: how it was made is not for the analyst to undo.
      return show(openBook(path, { passphrase, actor: analyst, ...clock }));
    },
    open: ({ id, passphrase, analyst }) => {
      const path = known.pathOf(id);
      // The lock is held by this very program when the same book is opened again, by whatever name.
      const current = slot.current();
      if (current && isSameFile(current.path, path)) slot.replace(null);
      return show(openBook(path, { passphrase, actor: analyst, ...clock }));
    },
    close: () => {
      slot.replace(null);
      return {};
    },
  };
}
