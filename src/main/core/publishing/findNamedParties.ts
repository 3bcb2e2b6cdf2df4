import { fold } from "#shared/domain/fold.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findAllOrganizations, type OrganizationRecord } from "../roster/rosterRepository.ts";
import { findPartiesOfCases } from "./publishingRepository.ts";

/** A text that will be printed, and the case it belongs to (null: the report's own lead). */
export type AuthoredText = { caseId: string | null; text: string };
/** A word in a text that tells who is behind a report. */
export type NamedParty = { caseId: string | null; text: string };

/**
 * Looks for what would name a participant in the texts that analysts wrote. The organisations a case is about, their
 * parents and children are looked for in every form the roster knows; all others by name and domain. This is the last
 * net before print, not the sanitising itself: it finds the plainly written, not the encoded.
 */
export function findNamedParties(db: ReadableDb, texts: readonly AuthoredText[]): NamedParty[] {
  const organizations = findAllOrganizations(db);
  const caseIds = [...new Set(texts.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])))];
  const parties = caseIds.length === 0 ? [] : findPartiesOfCases(db, caseIds);
  const everyName = organizations.flatMap((organization) => [organization.name, ...organization.domains]);
  const always = toTerms(everyName, 4);
  return texts.flatMap(({ caseId, text }) => {
    const involved = parties.filter((party) => party.caseId === caseId);
    const family = familyOf(new Set(involved.map(({ organizationId }) => organizationId)), organizations);
    const outside = involved.flatMap(({ outside: name }) => (name === null ? [] : [name]));
    const own = toTerms([...family.flatMap(formsOf), ...outside], 3);
    const folded = foldForNames(text);
    const found = [...new Map([...always, ...own]).entries()].filter(([term]) => contains(folded, term));
    return found.map(([, word]) => ({ caseId, text: word }));
  });
}

function familyOf(ids: ReadonlySet<string | null>, organizations: readonly OrganizationRecord[]): OrganizationRecord[] {
  const parents = new Set(organizations.filter(({ id }) => ids.has(id)).map(({ parentId }) => parentId));
  return organizations.filter(
    ({ id, parentId }) =>
      ids.has(id) || parents.has(id) || (parentId !== null && (ids.has(parentId) || parents.has(parentId))),
  );
}

function formsOf({ name, nameEn, aliases, domains, persons, products }: OrganizationRecord): string[] {
  const people = persons.flatMap((person) => [person.name, person.email ?? ""]);
  return [name, nameEn ?? "", ...aliases, ...domains, ...people, ...products];
}

/** A 社, X 社, 当該組織: what a sanitised text is meant to say. */
const PSEUDONYM = /^(?:[a-z] ?社|当該組織|参加組織)$/u;
/** Legal forms around a name; the name without them gives the organisation away just as well. */
const LEGAL_FORM =
  /^(?:株式会社|有限会社|合同会社|\(株\)|一般社団法人|独立行政法人)|(?:株式会社|有限会社|合同会社|\(株\))$/gu;

/** Folded terms that are long enough to mean somebody, with the word as the roster has it. */
function toTerms(written: readonly string[], shortest: number): Map<string, string> {
  const terms = new Map<string, string>();
  for (const word of written) {
    const folded = foldForNames(word).trim();
    for (const term of [folded, folded.replaceAll(LEGAL_FORM, "").trim()]) {
      if (isTelling(term, shortest) && !PSEUDONYM.test(term)) terms.set(term, word);
    }
  }
  return terms;
}

/** Less than this stands in any text by chance: three characters with two kanji in them, else `shortest`, four for kana. */
function isTelling(term: string, shortest: number): boolean {
  const kanji = term.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (kanji >= 2) return term.length >= 3;
  return term.length >= (/[ァ-ヺ]/u.test(term) ? 4 : shortest);
}

/** Folded, and without the spaces that one writer puts beside Japanese and another leaves out (浜口 千鶴 = 浜口千鶴). */
function foldForNames(text: string): string {
  return fold(text)
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/(?<=[\p{Script=Han}\p{Script=Katakana}ー]) | (?=[\p{Script=Han}\p{Script=Katakana}])/gu, "");
}

function contains(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const before = at === 0 ? "" : text.charAt(at - 1);
    const after = text.charAt(at + term.length);
    // A Latin word must stand alone: the alias "nami" is not in "dynamic".
    const cutsWord = (inside: string, outside: string): boolean =>
      /[a-z0-9]/u.test(inside) && /[a-z0-9]/u.test(outside);
    if (!cutsWord(term.charAt(0), before) && !cutsWord(term.charAt(term.length - 1), after)) return true;
  }
  return false;
}
