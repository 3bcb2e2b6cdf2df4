import type { GateCondition, GateVerdict } from "#shared/contract/gate.ts";
import type { TextRef } from "#shared/contract/sanitising.ts";
import type { ConsentPurpose, Destination } from "#shared/domain/consent.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { readTlp } from "#shared/domain/tlp.ts";
import { consentsOfText } from "../approvals/consentsOfText.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { foldString } from "../sanitising/folding/foldText.ts";
import { inspectText, isOpen, type Inspection } from "../sanitising/inspectText.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { findSharingRecord } from "../sharings/sharingRepository.ts";
import { condition, verdictOf } from "./condition.ts";
import { changedParts } from "../sanitising/fingerprint.ts";
import { judgeIndicators } from "../sharings/judgeIndicators.ts";
import { countTelling } from "../sharings/judgeNote.ts";
import { countUncheckedPictures } from "./checkPictures.ts";
import { findLastRelease, findRelease } from "./gateRepository.ts";

/** A text as the gate sees it. */
export type JudgedText = { inspection: Inspection; verdict: GateVerdict };

/**
 * Whether a write-up or a sharing may go where it is to go, and why not. A working copy and a packet need a text without
 * findings, and a packet also a list of indicators that tells nothing; participants and the public also a second person's word
 * and the consent of all who provided it, for exactly what would go out.
 * @throws AppError record.not-found, call.cancelled
 */
export async function judgeText(
  session: BookSession,
  sanitiser: Sanitiser,
  ref: TextRef,
  destination: Destination,
  signal?: AbortSignal,
): Promise<JudgedText> {
  const inspection = await inspectText(session, sanitiser, ref, signal);
  const pictures = await countUncheckedPictures(session, sanitiser, inspection, signal);
  const conditions = [...findingConditions(inspection), condition("pictures-checked", pictures.count === 0, pictures)];
  if (destination !== "copy") conditions.push(...(await enclosedConditions(sanitiser, inspection, signal)));
  const purpose = purposeOf(destination);
  if (purpose) {
    const today = dayOf(session.now());
    conditions.push(...session.read((db) => agreementConditions(db, inspection, purpose, today)));
  }
  return { inspection, verdict: verdictOf(conditions) };
}

export const purposeOf = (destination: Destination): ConsentPurpose | undefined =>
  destination === "share" || destination === "publish" ? destination : undefined;

function findingConditions({ text, findings, open }: Inspection): GateCondition[] {
  const limits = findings.filter(({ shown }) => shown.kind === "limit" && isOpen(shown)).length;
  return [
    condition("text-there", text.title.trim() !== "" && text.body.trim() !== ""),
    condition("no-must-finding", open.must - limits === 0, {
      count: open.must - limits,
      ...firstOpen(text, findings, "must"),
    }),
    condition("no-review-finding", open.review === 0, { count: open.review, ...firstOpen(text, findings, "review") }),
    condition("no-cap-reached", limits === 0, { count: limits }),
  ];
}

/**
 * An address that tells who provided it cannot be masked and still be of use: it stays out of the list. Why something is
 * corrected is said without telling, too.
 */
async function enclosedConditions(
  sanitiser: Sanitiser,
  { text, stake }: Inspection,
  signal: AbortSignal | undefined,
): Promise<GateCondition[]> {
  if (text.enclosed === null) return [];
  const { indicators, correctionNote } = text.enclosed;
  const judged = await judgeIndicators(sanitiser, indicators, stake, signal);
  const count = judged.filter(({ tells }) => tells).length;
  const list = condition("list-clear", count === 0, { count });
  if (correctionNote === null) return [list];
  const telling = await countTelling(sanitiser, correctionNote, stake, signal);
  return [list, condition("note-clear", telling === 0, { count: telling })];
}

/** What the first of them is, and in which line of the body; without a line it is in the title. */
function firstOpen({ body }: Inspection["text"], findings: Inspection["findings"], severity: "must" | "review") {
  const first = findings.find(({ shown }) => shown.severity === severity && shown.kind !== "limit" && isOpen(shown));
  if (!first) return {};
  const { kind, start } = first.shown;
  return first.where === "title" ? { kind } : { kind, line: body.slice(0, start).split("\n").length };
}

/** What people have to have agreed to before it leaves, as it stands on a day (Asia/Tokyo). */
export function agreementConditions(
  db: ReadableDb,
  inspection: Inspection,
  purpose: ConsentPurpose,
  today: string,
): GateCondition[] {
  const { text } = inspection;
  return [
    secondPerson(db, { id: text.ref.id, sha256: text.fingerprint, purpose }, text.author),
    ...consentConditions(db, inspection, purpose, today),
    ...markConditions(db, text.ref, purpose),
  ];
}

/**
 * The same person writes their name in different ways; two persons do not differ by a space, by a character nobody sees or by
 * an old form of a letter. Folded as the engine folds names: rather one person too few than one who releases their own words.
 */
export const isSamePerson = (a: string, b: string): boolean => plainName(a) === plainName(b);
const plainName = (name: string): string => foldString(name) || name.normalize("NFKC").trim().toLowerCase();

export function secondPerson(
  db: ReadableDb,
  text: { id: string; sha256: string; purpose: ConsentPurpose },
  author: string | null,
): GateCondition {
  const release = findRelease(db, text);
  if (!release || isSamePerson(release.releaser, author ?? release.author))
    return condition("second-person", false, {
      ...(author !== null && { author }),
      ...(release === undefined && lapsedRelease(db, text)),
    });
  return condition("second-person", true, { releaser: release.releaser, author: author ?? release.author });
}

/** A release that was given and holds no more, and what changed since. */
function lapsedRelease(
  db: ReadableDb,
  { id, sha256, purpose }: { id: string; sha256: string; purpose: ConsentPurpose },
): { releaser?: string; changed?: string } {
  const last = findLastRelease(db, { id, purpose });
  return last ? { releaser: last.releaser, changed: changedParts(last.sha256, sha256).join(" ") } : {};
}

function consentConditions(
  db: ReadableDb,
  { text }: Inspection,
  purpose: ConsentPurpose,
  day: string,
): GateCondition[] {
  const parties = consentsOfText(db, text.ref, text.fingerprint, { day }).map(({ name, consents }) => ({
    name,
    consent: consents.find((consent) => consent.purpose === purpose),
  }));
  const missing = parties.filter(({ consent }) => consent?.state !== "approved" && consent?.state !== "conditional");
  const unmet = parties.flatMap(({ name, consent }) => (consent?.unmetTerms ?? []).map((term) => ({ name, term })));
  const [first] = missing;
  const [firstUnmet] = unmet;
  return [
    condition("consent", !first, {
      total: parties.length,
      count: missing.length,
      ...(first && {
        party: first.name,
        state: first.consent?.state ?? "not-asked",
        changed: (first.consent?.changed ?? []).join(" "),
      }),
    }),
    condition("terms", !firstUnmet, {
      count: unmet.length,
      ...(firstUnmet && { party: firstUnmet.name, ...termParams(firstUnmet.term) }),
    }),
  ];
}

type Term = ReturnType<typeof consentsOfText>[number]["consents"][number]["unmetTerms"][number];

function termParams(term: Term): Record<string, string> {
  if (term.kind === "not-before") return { term: term.kind, day: term.day };
  return term.kind === "other" ? { term: term.kind, text: term.text } : { term: term.kind };
}

/** Participants have to be told how far it may go; what is not clear may not be published. A write-up has no label of its own. */
function markConditions(db: ReadableDb, ref: TextRef, purpose: ConsentPurpose): GateCondition[] {
  if (ref.kind === "writeup") return purpose === "publish" ? [] : [condition("marked", false, { tlp: "" })];
  const label = readTlp(findSharingRecord(db, ref.id)?.tlp ?? "");
  const isEnough = purpose === "publish" ? label === "TLP:CLEAR" : label !== undefined;
  return [condition("marked", isEnough, { tlp: label ?? "" })];
}
