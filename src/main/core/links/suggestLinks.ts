import type { LinkEvidence, LinkSuggestion } from "#shared/contract/cases.ts";
import { defang } from "#shared/domain/defang.ts";
import { fold } from "#shared/domain/fold.ts";
import type { LinkRelation } from "#shared/domain/vocabulary.ts";
import { AppError } from "#shared/errors.ts";
import type { ReadableDb } from "../database/handles.ts";
import { isFreeMail, registeredDomain } from "../mail/mailDomains.ts";
import { pieceOfSubject, subjectShape } from "./subjectShape.ts";
import {
  findCampaignCases,
  findCasesHolding,
  findCasesTelling,
  findCaseText,
  findLinkedCases,
  findObservablesOfCase,
  findObservablesWith,
  findTechniques,
  type CaseText,
  type HeldObservable,
} from "./suggestionRepository.ts";
import { likenessOf, runsOf, vectorOf } from "./textLikeness.ts";

/** What is held or told by more cases than this is nothing that two of them have in common. */
const MOST_CASES = 100;
const MOST_OBSERVABLES = 400;
const MOST_RECORDS = 400;
/** Of a case's words, the longest ones look for others: they are the rarest. */
const MOST_RUNS = 40;
const MOST_COMPARED = 40;
const MOST_SUGGESTIONS = 20;
/** Below this two cases have no more in common than any two. */
const LEAST_SCORE = 0.2;
const LEAST_LIKENESS = 0.3;

/** How much one piece of evidence says by itself, 0…1, when only one other case shows it. */
const WEIGHTS = { hash: 0.9, observable: 0.75, domain: 0.6, subject: 0.6, campaign: 0.45, techniques: 0.3, text: 0.8 };

type Found = { evidence: LinkEvidence; weight: number };
type FoundByCase = Map<string, Found[]>;

/**
 * Cases that may belong together with one, best first, each with what speaks for it. Those linked already are left out.
 * Equal books give equal answers; nothing is computed over all texts, so ten thousand cases take as long as a hundred.
 * @throws AppError record.not-found
 */
export function suggestLinks(db: ReadableDb, caseId: string): LinkSuggestion[] {
  const own = findCaseText(db, caseId);
  if (!own) throw new AppError("record.not-found", { record: caseId });
  const found: FoundByCase = new Map();
  const observables = findObservablesOfCase(db, caseId);
  addObservables(db, caseId, observables, found);
  addDomains(db, caseId, observables, found);
  addSubjects(db, caseId, observables, found);
  addCampaign(db, own, found);
  addTechniques(db, own, found);
  const candidates = addLikeness(db, own, found);
  const linked = findLinkedCases(db, caseId);
  return [...found]
    .filter(([id]) => id !== caseId && !linked.has(id))
    .flatMap(([id, pieces]) => {
      const other = candidates.get(id) ?? findCaseText(db, id);
      return other === undefined ? [] : [suggestionOf(other, pieces)];
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort(
      (a, b) => b.score - a.score || compare(b.other.openedAt, a.other.openedAt) || compare(a.externalId, b.externalId),
    )
    .slice(0, MOST_SUGGESTIONS);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What many cases show says less of any two of them. */
const rarity = (others: number): number => 1 / Math.sqrt(Math.max(1, others));

function add(found: FoundByCase, cases: readonly string[], weight: number, evidence: LinkEvidence): void {
  for (const id of cases) {
    const pieces = found.get(id) ?? [];
    pieces.push({ evidence, weight: weight * rarity(cases.length) });
    found.set(id, pieces);
  }
}

const isHash = ({ kind, value }: HeldObservable): boolean =>
  kind.startsWith("file") && /^[0-9a-f]{32,128}$/iu.test(value);

function addObservables(
  db: ReadableDb,
  caseId: string,
  observables: readonly HeldObservable[],
  found: FoundByCase,
): void {
  for (const observable of observables) {
    const cases = findCasesHolding(db, observable.id, caseId, MOST_CASES);
    const { kind, value } = observable;
    const weight = isHash(observable) ? WEIGHTS.hash : WEIGHTS.observable;
    add(found, cases, weight, {
      kind: "observable",
      observable: kind,
      value: defang(kind, value),
      cases: cases.length,
    });
  }
}

/** The domain somebody registered for it; "" where anyone can have an address. */
function domainOf({ kind, value }: HeldObservable): string {
  const host =
    kind === "email-addr"
      ? value.slice(value.lastIndexOf("@") + 1)
      : kind === "url"
        ? (URL.parse(value)?.hostname ?? "")
        : kind === "domain-name" || kind === "hostname"
          ? value
          : "";
  const domain = registeredDomain(host.toLowerCase());
  return domain === "" || isFreeMail(domain) ? "" : domain;
}

/** Other addresses under a domain that the case's addresses are under. */
function addDomains(db: ReadableDb, caseId: string, observables: readonly HeldObservable[], found: FoundByCase): void {
  const own = new Set(observables.map(({ id }) => id));
  const senders = new Set(observables.filter(({ kind }) => kind === "email-addr").map(domainOf));
  for (const domain of new Set(observables.map(domainOf))) {
    if (domain === "") continue;
    const others = findObservablesWith(db, fold(domain), MOST_OBSERVABLES).filter(
      (observable) => !own.has(observable.id) && domainOf(observable) === domain,
    );
    const cases = casesOf(db, caseId, others);
    const evidence = { kind: "domain" as const, value: defang("domain-name", domain), sender: senders.has(domain) };
    add(found, cases, WEIGHTS.domain, evidence);
  }
}

function casesOf(db: ReadableDb, caseId: string, observables: readonly HeldObservable[]): string[] {
  const cases = new Set(observables.flatMap(({ id }) => findCasesHolding(db, id, caseId, MOST_CASES)));
  return cases.size > MOST_CASES ? [] : [...cases].sort();
}

const isSubject = ({ kind }: HeldObservable): boolean => kind.startsWith("email-message");

function addSubjects(db: ReadableDb, caseId: string, observables: readonly HeldObservable[], found: FoundByCase): void {
  const own = new Set(observables.map(({ id }) => id));
  const bySubject = new Map(observables.filter(isSubject).map(({ value }) => [subjectShape(value), value]));
  for (const [shape, subject] of bySubject) {
    if (shape === "") continue;
    const others = findObservablesWith(db, pieceOfSubject(subject), MOST_OBSERVABLES).filter(
      (observable) => isSubject(observable) && !own.has(observable.id) && subjectShape(observable.value) === shape,
    );
    add(found, casesOf(db, caseId, others), WEIGHTS.subject, { kind: "subject", value: subject });
  }
}

function addCampaign(db: ReadableDb, { row }: CaseText, found: FoundByCase): void {
  if (row.campaignId === null) return;
  const evidence: LinkEvidence = { kind: "campaign", name: row.campaignName ?? "" };
  for (const id of findCampaignCases(db, row.campaignId, row.id, MOST_CASES)) {
    found.set(id, [...(found.get(id) ?? []), { evidence, weight: WEIGHTS.campaign }]);
  }
}

function readTechniques(json: string): string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** Share of the techniques that either case has, the rare ones counting more. */
function addTechniques(db: ReadableDb, { row }: CaseText, found: FoundByCase): void {
  const own = new Set(readTechniques(row.techniques));
  if (own.size === 0) return;
  const all = findTechniques(db).map(({ id, techniques }) => ({ id, techniques: readTechniques(techniques) }));
  const held = new Map<string, number>();
  for (const { techniques } of all) for (const one of techniques) held.set(one, (held.get(one) ?? 0) + 1);
  const weigh = (techniques: Iterable<string>): number =>
    [...techniques].reduce((sum, one) => sum + Math.log(1 + all.length / (held.get(one) ?? 1)), 0);
  for (const { id, techniques } of all) {
    const ids = techniques.filter((one) => own.has(one)).sort();
    if (id === row.id || ids.length === 0) continue;
    const weight = (WEIGHTS.techniques * weigh(ids)) / weigh(new Set([...own, ...techniques]));
    found.set(id, [...(found.get(id) ?? []), { evidence: { kind: "techniques", ids }, weight }]);
  }
}

/**
 * Compares the words with those of cases that say something rare that this one says, and of cases found already.
 * @returns the texts read, by case
 */
function addLikeness(db: ReadableDb, own: CaseText, found: FoundByCase): Map<string, CaseText> {
  const told = new Map<string, number>();
  const runs = [...runsOf(own.text).keys()].sort((a, b) => b.length - a.length || compare(a, b)).slice(0, MOST_RUNS);
  for (const run of runs) {
    const cases = findCasesTelling(db, run, MOST_RECORDS);
    for (const id of cases) told.set(id, (told.get(id) ?? 0) + rarity(cases.length));
  }
  told.delete(own.row.id);
  const byWords = [...told].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([id]) => id);
  const byFacts = [...found].sort((a, b) => scoreOf(b[1]) - scoreOf(a[1]) || compare(a[0], b[0])).map(([id]) => id);
  const compared = new Map<string, CaseText>();
  for (const id of new Set([...byWords.slice(0, MOST_COMPARED), ...byFacts.slice(0, MOST_COMPARED)])) {
    const other = findCaseText(db, id);
    if (other) compared.set(id, other);
  }
  const vectors = [...compared].map(([id, { text }]) => ({ id, vector: vectorOf(text) }));
  const commonness = commonnessIn(vectors.map(({ vector }) => vector));
  const vector = vectorOf(own.text);
  for (const { id, vector: other } of vectors) {
    const likeness = likenessOf(vector, other, commonness);
    if (likeness < LEAST_LIKENESS) continue;
    const weight = (WEIGHTS.text * (likeness - LEAST_LIKENESS)) / (1 - LEAST_LIKENESS) + LEAST_SCORE / 2;
    const evidence: LinkEvidence = { kind: "text", percent: Math.round(likeness * 100) };
    found.set(id, [...(found.get(id) ?? []), { evidence, weight }]);
  }
  return compared;
}

/** Few texts tell nothing of what texts usually say. */
const TEXTS_TO_KNOW = 8;

/** Share of the compared texts that hold a pair: what all of them say is the language of such reports. */
function commonnessIn(vectors: readonly ReadonlyMap<string, number>[]): (pair: string) => number {
  if (vectors.length < TEXTS_TO_KNOW) return () => 0;
  const counts = new Map<string, number>();
  for (const vector of vectors) for (const pair of vector.keys()) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return (pair) => (counts.get(pair) ?? 0) / (vectors.length + 1);
}

/** Independent evidence adds up without ever reaching certainty. */
const scoreOf = (pieces: readonly Found[]): number => 1 - pieces.reduce((rest, { weight }) => rest * (1 - weight), 1);

function suggestionOf({ row }: CaseText, pieces: readonly Found[]): LinkSuggestion {
  const sorted = pieces.toSorted((a, b) => b.weight - a.weight);
  return {
    other: { id: row.id, title: row.title, openedAt: row.openedAt },
    externalId: row.externalId,
    score: Math.round(scoreOf(pieces) * 100) / 100,
    relation: relationOf(sorted.map(({ evidence }) => evidence)),
    evidence: sorted.map(({ evidence }) => evidence),
  };
}

/** What the link would say: the person who makes it may say otherwise. */
function relationOf(evidence: readonly LinkEvidence[]): LinkRelation {
  const kinds = new Set(evidence.map(({ kind }) => kind));
  if (kinds.has("campaign")) return "same-campaign";
  return kinds.has("observable") || kinds.has("domain") ? "same-infrastructure" : "similar-to";
}
