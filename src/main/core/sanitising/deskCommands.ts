import type { Decision, TextRef } from "#shared/contract/sanitising.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { WritableDb } from "../database/handles.ts";
import { changeText } from "./changeText.ts";
import { decideEdits } from "./decideEdits.ts";
import { deleteDecisions, insertExactValue, upsertDecision, type DecisionRecord } from "./deskRepository.ts";
import { inspectText } from "./inspectText.ts";
import { lettersIn, replaceLabel } from "./pseudonymLabels.ts";
import { storeAllotted } from "./pseudonymStore.ts";
import { findPseudonyms, updatePseudonymLabel } from "./pseudonymRepository.ts";
import type { Sanitiser } from "./sanitiser.ts";
import { styleHints } from "./styleHints.ts";
import { applyEdits } from "./textEdits.ts";
import { readText, type LeavingText } from "./textRepository.ts";
import { textSha256 } from "./textSha256.ts";

/** @throws AppError record.not-found; record.changed-meanwhile when the text is not the one that was shown */
function readShown(db: WritableDb, ref: TextRef, sha256: string): LeavingText {
  const text = readText(db, ref);
  if (textSha256(text) !== sha256) throw new AppError("record.changed-meanwhile");
  return text;
}

/**
 * Applies decisions to a text as it was shown, all or none.
 * @returns how many findings were decided
 */
export async function decide(
  session: BookSession,
  sanitiser: Sanitiser,
  { text: ref, sha256, decisions }: { text: TextRef; sha256: string; decisions: readonly Decision[] },
): Promise<{ changed: number }> {
  const inspection = await inspectText(session, sanitiser, ref);
  if (inspection.sha256 !== sha256) throw new AppError("record.changed-meanwhile");
  const decided = decideEdits(inspection, decisions, { actor: session.actor, at: session.now() });
  session.write("sanitising.decide", (db) => {
    readShown(db, ref, sha256);
    storeAllotted(db, session, ref.id, decided.allotted);
    storeDecisions(db, session, ref.id, decided.records);
    changeText(db, session, ref, { title: decided.title, body: decided.body });
  });
  return { changed: decided.changed };
}

/** What was decided about a text, or under a quarter about the words of its report. */
export function storeDecisions(
  db: WritableDb,
  session: BookSession,
  textId: string,
  records: readonly DecisionRecord[],
): void {
  for (const record of records) upsertDecision(db, textId, record, session.newId);
}

export function forgetDecisions(db: WritableDb, textId: string, keys: readonly string[]): void {
  deleteDecisions(db, textId, keys);
}

/** Takes back that something was allowed. */
export function reconsider(
  session: BookSession,
  { text: ref, keys }: { text: TextRef; keys: readonly string[] },
): void {
  session.write("sanitising.reconsider", (db) => {
    readText(db, ref);
    forgetDecisions(db, ref.id, keys);
  });
}

type Stretch = { text: TextRef; sha256: string; start: number; end: number; words: string };

/** Puts a coarser number in the place of an exact one, which is kept. */
export function coarsen(session: BookSession, { text: ref, sha256, start, end, words }: Stretch): void {
  session.write("sanitising.coarsen", (db) => {
    const { body } = readShown(db, ref, sha256);
    if (end <= start || end > body.length) throw new AppError("record.changed-meanwhile");
    const exact = body.slice(start, end);
    insertExactValue(db, { id: session.newId(), textId: ref.id, written: words, exact, at: session.now() });
    changeText(db, session, ref, {
      body: applyEdits(body, [{ ...joinJapanese(body, start, end, words), text: words }]),
    });
  });
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** "の 68% が" becomes "の約 7 割が": between Japanese words there is no space. */
function joinJapanese(body: string, start: number, end: number, words: string): { start: number; end: number } {
  const isJapanese = (character: string) => JAPANESE.test(character);
  const first = isJapanese(words.charAt(0)) && body.charAt(start - 1) === " " && isJapanese(body.charAt(start - 2));
  const last = isJapanese(words.slice(-1)) && body.charAt(end) === " " && isJapanese(body.charAt(end + 1));
  return { start: first ? start - 1 : start, end: last ? end + 1 : end };
}

type ChosenHint = { start: number; end: number; suggestion: string };

/** Applies suggestions of hints that the text has; nothing else of it changes. */
export function applyHints(
  session: BookSession,
  { text: ref, sha256, hints }: { text: TextRef; sha256: string; hints: readonly ChosenHint[] },
): void {
  session.write("sanitising.applyHints", (db) => {
    const { body } = readShown(db, ref, sha256);
    const keyOf = ({ start, end, suggestion }: { start: number; end: number; suggestion: string | null }) =>
      JSON.stringify([start, end, suggestion]);
    const known = new Set(styleHints(body).map(keyOf));
    if (hints.some((hint) => !known.has(keyOf(hint)))) throw new AppError("record.changed-meanwhile");
    const edits = hints.map(({ start, end, suggestion }) => ({ start, end, text: suggestion }));
    changeText(db, session, ref, { body: applyEdits(body, edits) });
  });
}

/**
 * Gives a party another label; all places follow.
 * @throws AppError sanitising.label-taken when another party has it; record.not-found for a label the text does not have
 */
export function relabel(
  session: BookSession,
  { text: ref, from, to }: { text: TextRef; from: string; to: string },
): void {
  session.write("sanitising.relabel", (db) => {
    const { title, body } = readText(db, ref);
    const ledger = findPseudonyms(db, ref.id);
    const spoken = lettersIn(`${title}\n${body}`);
    if (!ledger.some(({ label }) => label === from) && !spoken.includes(from))
      throw new AppError("record.not-found", { id: from });
    if (from === to) return;
    if (ledger.some(({ label }) => label === to) || spoken.includes(to))
      throw new AppError("sanitising.label-taken", { label: to });
    updatePseudonymLabel(db, ref.id, from, to);
    changeText(db, session, ref, { title: replaceLabel(title, from, to), body: replaceLabel(body, from, to) });
  });
}
