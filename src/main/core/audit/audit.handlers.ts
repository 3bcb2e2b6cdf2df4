import type { CoreContract } from "#shared/contract/index.ts";
import { AppError } from "#shared/errors.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { FeatureContext } from "../feature.ts";
import { findEntryTitle, findHistory } from "./auditRepository.ts";
import { originOf, takeBackEntry, undoState } from "./undo.ts";

type Entry = BookSession["journal"][number];

function describe(session: BookSession, entry: Entry): { action: string; title: string } {
  return {
    action: originOf(entry, session.journal),
    title: session.read((db) => findEntryTitle(db, entry.entryId)),
  };
}

function takeBack(session: BookSession, which: "undo" | "redo"): { action: string; title: string } {
  const entry = undoState(session.journal)[which];
  if (!entry) throw new AppError("undo.nothing");
  const target = describe(session, entry);
  takeBackEntry(session, entry, `audit.${which}`);
  return target;
}

export function auditHandlers({ book }: FeatureContext): Handlers<CoreContract>["audit"] {
  return {
    history: ({ recordId }) => book().read((db) => findHistory(db, recordId)),
    undoState: () => {
      const session = book();
      const { undo, redo } = undoState(session.journal);
      return { undo: undo && describe(session, undo), redo: redo && describe(session, redo) };
    },
    undo: () => takeBack(book(), "undo"),
    redo: () => takeBack(book(), "redo"),
  };
}
