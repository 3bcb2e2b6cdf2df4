import type { BookSession } from "../database/bookSession.ts";
import type { WritableDb } from "../database/handles.ts";
import { outsideName, type Allotted } from "./pseudonymLedger.ts";
import { findEntities, insertPseudonym } from "./pseudonymRepository.ts";

/** Writes letters that were given out into the ledger of a text. */
export function storeAllotted(
  db: WritableDb,
  session: BookSession,
  textId: string,
  allotted: readonly Allotted[],
): void {
  if (allotted.length === 0) return;
  const names = findEntities(
    db,
    allotted.map(({ entity }) => entity),
  );
  for (const { entity, label } of allotted) {
    const organizationId = names.get(entity)?.id ?? null;
    const outside = organizationId === null ? (outsideName(entity) ?? entity) : null;
    insertPseudonym(db, { id: session.newId(), textId, label, organizationId, outside });
  }
}
