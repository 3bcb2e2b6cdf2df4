import type { Decision } from "#shared/contract/sanitising.ts";
import { AppError } from "#shared/errors.ts";
import { lineBefore } from "./fitMask.ts";
import { labelledEntity, maskContext, masksFor, type MaskContext } from "./deskProposals.ts";
import type { DecisionRecord } from "./deskRepository.ts";
import type { Finding } from "./finding.ts";
import { findingKey, wordKey } from "./findingKey.ts";
import { ledgerOf, type InspectedFinding, type Inspection } from "./inspectText.ts";
import type { Mask } from "./maskSpans.ts";
import type { Allotted, PseudonymLedger } from "./pseudonymLedger.ts";
import { asNamed } from "./shapeMask.ts";
import { createSentenceFinder } from "./sentenceAround.ts";
import { applyEdits, fitMasks, placeAfter } from "./textEdits.ts";

/** What decisions come to, before any of it is stored. */
export type DecidedText = {
  title: string;
  body: string;
  allotted: Allotted[];
  records: DecisionRecord[];
  /** How many findings were decided. */
  changed: number;
};

/** A text with the letters that hold in it; null: none do. */
export type DecidablePart = { where: string; text: string; ledger: PseudonymLedger | null };

/** Of each part what it becomes, and the letters that were given out in it. */
export type DecidedPart = { where: string; text: string; allotted: Allotted[] };
export type DecidedParts = { parts: DecidedPart[]; records: DecisionRecord[]; changed: number };

type Found = Pick<Inspection, "findings" | "decisions">;
type By = { actor: string; at: number };

/**
 * Works decisions into a write-up or a sharing.
 *
 * @throws AppError as decideParts
 */
export function decideEdits(inspection: Inspection, decisions: readonly Decision[], by: By): DecidedText {
  const ledger = ledgerOf(inspection);
  const { title, body } = inspection.text;
  const texts = [
    { where: "title", text: title, ledger },
    { where: "body", text: body, ledger },
  ];
  const { parts, records, changed } = decideParts(texts, inspection, decisions, by);
  const textOf = (where: string): string => parts.find((part) => part.where === where)?.text ?? "";
  return {
    title: inOneLine(textOf("title")),
    body: textOf("body"),
    allotted: parts.flatMap(({ allotted }) => allotted),
    records,
    changed,
  };
}

/** What is one line stays one. */
export const inOneLine = (text: string): string => text.replaceAll(/\s*\n\s*/gu, " ");

/**
 * Works decisions into texts: edits go from the end of each to its beginning, so that places stay true.
 *
 * @throws AppError record.changed-meanwhile for a key that the texts no longer have; sanitising.must-stays, .reason-missing,
 *   .words-missing
 */
export function decideParts(
  parts: readonly DecidablePart[],
  found: Found,
  decisions: readonly Decision[],
  by: By,
): DecidedParts {
  const byKey = new Map(decisions.map((decision) => [decision.key, decision]));
  const decided = found.findings.flatMap((finding) => {
    const decision = byKey.get(finding.shown.key);
    return decision ? [{ ...finding, decision }] : [];
  });
  const known = new Set(decided.map(({ decision }) => decision.key));
  if (decisions.some(({ key }) => !known.has(key))) throw new AppError("record.changed-meanwhile");
  for (const { decision, finding } of decided) checkDecision(decision, finding);
  const edited = parts.map(({ where, text, ledger }) => {
    const context = maskContext(text, ledger);
    const allotted: Allotted[] = [];
    const wished = decided
      .filter((each) => each.where === where && each.decision.action !== "allow")
      .flatMap(({ decision, finding }) => editsOf(context, decision, finding, allotted));
    const edits = fitMasks(text, wished);
    return { where, before: text, edits, after: applyEdits(text, edits), allotted };
  });
  const records = decided.map(({ decision, finding }) => recordOf(decision, finding, by));
  const carried = edited.flatMap((part) => carryAllowed(part, found, byKey, records));
  return {
    parts: edited.map(({ where, after, allotted }) => ({ where, text: after, allotted })),
    records: [...records, ...carried],
    changed: decided.length,
  };
}

function checkDecision({ action, reason, words }: Decision, { severity, text }: Finding): void {
  if (action === "allow" && severity === "must") throw new AppError("sanitising.must-stays", { text });
  if (action === "allow" && reason === undefined) throw new AppError("sanitising.reason-missing", { text });
  if ((action === "generalise" || action === "describe") && words === undefined)
    throw new AppError("sanitising.words-missing", { text });
}

const recordOf = ({ key, action, reason }: Decision, { text, kind }: Finding, { actor, at }: By): DecisionRecord => ({
  findingKey: action === "allow" && kind === "novel-term" ? wordKey(text) : key,
  action,
  surface: text,
  reason: reason ?? null,
  by: actor,
  at,
});

function editsOf(context: MaskContext, { action, words }: Decision, finding: Finding, allotted: Allotted[]): Mask[] {
  const put = (span: { start: number; end: number }, text: string) => [fitWords(context, { ...span, text }, finding)];
  if (action === "generalise") return put(spanOf(finding), words ?? "");
  // Described in words is all of the indicator that holds it.
  if (action === "describe") return put(tokenOf(context, finding), words ?? "");
  const masks = masksFor(context, finding);
  const [first] = masks;
  if (words !== undefined) return put(first ?? spanOf(finding), words);
  const entity = labelledEntity(finding);
  const { ledger } = context;
  if (entity !== null && ledger !== null && ledger.labels[entity] === undefined) {
    const label = ledger.labelFor(entity);
    if (masks.some(({ text }) => text.includes(label))) allotted.push(ledger.allot(entity));
  }
  return masks.map((mask) => fitWords(context, mask, finding));
}

const spanOf = ({ start, end }: Finding) => ({ start, end });

function tokenOf({ tokens, text }: MaskContext, finding: Finding): { start: number; end: number } {
  const around = [...tokens.urls, ...tokens.mails].find(({ start, end }) => start < finding.end && end > finding.start);
  if (!around) return spanOf(finding);
  const end = around.end - (/[)\]>`|*"']+$/u.exec(text.slice(around.start, around.end))?.[0].length ?? 0);
  return { start: Math.min(around.start, finding.start), end: Math.max(end, finding.end) };
}

const FORM = "株式会社|有限会社|合同会社|㈱|㈲|[（(](?:株|有|同)[)）]";
const AFTER_NAME = new RegExp(`^[ \\u3000]?(?:${FORM})?[ \\u3000]?(?:御中|様|さま|殿(?!下))?`, "u");
const BEFORE_NAME = new RegExp(`(?:${FORM})[ \\u3000]?$`, "u");
const AFTER_PERSON = /^[ \u3000]?(?:様|さま|さん|氏(?!名)|殿(?!下))/u;

/** The hour goes with its day. */
const AFTER_DAY =
  /^(?:[（(][月火水木金土日][)）])?[ の、]?(?:午前|午後)? ?\d{1,2}(?: ?時(?: ?\d{1,2} ?分)?(?: ?\d{1,2} ?秒)?|:\d{2}(?::\d{2})?)(?:頃|ごろ)?/u;

/** Takes what belongs to a name along with it, and words typed over several lines into one; a row of a table stays one. */
function fitWords({ text }: MaskContext, edit: Mask, finding: Finding): Mask {
  const { kind } = asNamed(finding);
  const line = lineBefore(text, edit.start);
  const plain = edit.text.replaceAll(/[ \t]*\n\s*/gu, edit.text.includes("|") ? "\n" : "");
  const fitted = /^\s*\|/u.test(line) && !/\n/u.test(edit.text) ? plain.replaceAll(/(?<!\\)\|/gu, "\\|") : plain;
  const after = text.slice(edit.end, edit.end + 24);
  if (kind === "person" && !fitted.startsWith("〔"))
    return { ...edit, text: fitted, end: edit.end + (AFTER_PERSON.exec(after)?.[0].length ?? 0) };
  if (kind === "quasi-identifier" && /[旬月点]$/u.test(fitted))
    return { ...edit, text: fitted, end: edit.end + (AFTER_DAY.exec(after)?.[0].length ?? 0) };
  if (kind !== "organization") return { ...edit, text: fitted };
  const before = BEFORE_NAME.exec(text.slice(Math.max(0, edit.start - 12), edit.start))?.[0].length ?? 0;
  const taken = (AFTER_NAME.exec(after)?.[0] ?? "").trimEnd().length;
  return { start: edit.start - before, end: edit.end + taken, text: fitted };
}

type Part = { where: string; before: string; after: string; edits: readonly Mask[] };

/** What was allowed in a sentence stays allowed when something else of the sentence is taken out of it. */
function carryAllowed(
  part: Part,
  { findings, decisions }: Found,
  byKey: ReadonlyMap<string, Decision>,
  records: readonly DecisionRecord[],
): DecisionRecord[] {
  const isFree = (key: string) => byKey.get(key)?.action === "describe";
  if (part.edits.length === 0 || [...byKey.keys()].some(isFree)) return [];
  const allowedNow = new Map(records.map((record) => [record.findingKey, record]));
  const sentenceAround = createSentenceFinder(part.after);
  return findings.flatMap(({ where, finding, shown }: InspectedFinding) => {
    const record = allowedNow.get(shown.key) ?? decisions.get(shown.key);
    if (where !== part.where || record?.action !== "allow" || shown.key === wordKey(finding.text)) return [];
    const start = placeAfter(part.edits, finding.start);
    const end = start + finding.text.length;
    if (part.after.slice(start, end) !== finding.text) return [];
    const key = findingKey(finding, sentenceAround(start, end));
    return key === shown.key ? [] : [{ ...record, findingKey: key }];
  });
}
