import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { redrawPictures } from "../pictures/redrawPictures.ts";
import { changeText } from "../sanitising/changeText.ts";
import { maskText } from "../sanitising/maskText.ts";
import { findPseudonyms } from "../sanitising/pseudonymRepository.ts";
import { storeAllotted } from "../sanitising/pseudonymStore.ts";
import { readMatter, stakeOf } from "../sanitising/readMatter.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { findParties, findReportIdsOfCases } from "../sanitising/textRepository.ts";
import { findNarrative, findWriteup, findWriteupOfCase, insertWriteup } from "./writeupRepository.ts";

/** @throws AppError record.not-found, writeups.no-narrative */
function readNarrative(db: ReadableDb, caseId: string): { title: string; body: string } {
  const found = findNarrative(db, caseId);
  if (!found) throw new AppError("record.not-found", { id: caseId });
  if (found.narrative.trim() === "") throw new AppError("writeups.no-narrative", { title: found.title });
  return { title: found.title, body: found.narrative };
}

/**
 * Writes the sanitised account of a case: nothing that tells who provided stays in it, and who is behind which letter goes to the
 * ledger. A case that has one keeps it.
 *
 * @returns the write-up's id
 * @throws AppError record.not-found, writeups.no-narrative
 */
export async function createWriteup(session: BookSession, sanitiser: Sanitiser, caseId: string): Promise<string> {
  const known = session.read((db) => findWriteupOfCase(db, caseId));
  if (known) return known.id;
  const { original, stake } = session.read((db) => ({
    original: readNarrative(db, caseId),
    stake: stakeOf(findParties(db, { caseIds: [caseId], reportIds: findReportIdsOfCases(db, [caseId]) }), []),
  }));
  const masked = await maskText(sanitiser, original, stake);
  const { body, keepPictures } = await redrawPictures(session, masked.body);
  return session.write("writeups.create", (db) => {
    // Somebody may have been faster while the text was looked through.
    const meanwhile = findWriteupOfCase(db, caseId);
    if (meanwhile) return meanwhile.id;
    const id = session.newId();
    const at = session.now();
    keepPictures(db);
    insertWriteup(db, { id, caseId, title: masked.title, body, author: session.actor, createdAt: at, updatedAt: at });
    storeAllotted(db, session, id, masked.allotted);
    return id;
  });
}

/**
 * Writes it anew from the narrative as it stands now; who has a letter keeps it.
 * @throws AppError record.not-found, writeups.no-narrative
 */
export async function rewriteWriteup(session: BookSession, sanitiser: Sanitiser, id: string): Promise<void> {
  const { original, matter } = session.read((db) => {
    const writeup = findWriteup(db, id);
    if (!writeup) throw new AppError("record.not-found", { id });
    return { original: readNarrative(db, writeup.caseId), matter: readMatter(db, { kind: "writeup", id }) };
  });
  const masked = await maskText(sanitiser, original, matter.stake, matter.ledger);
  const { body, keepPictures } = await redrawPictures(session, masked.body);
  session.write("writeups.rewrite", (db) => {
    const given = new Set(findPseudonyms(db, id).map(({ label }) => label));
    if (masked.allotted.some(({ label }) => given.has(label))) throw new AppError("record.changed-meanwhile");
    storeAllotted(db, session, id, masked.allotted);
    keepPictures(db);
    changeText(db, session, { kind: "writeup", id }, { title: masked.title, body });
  });
}
