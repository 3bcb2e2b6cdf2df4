import type { Quarter } from "#shared/domain/quarter.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findVoidReasons } from "./revisionRepository.ts";
import { findCountedReportIds, findSharedIds, type Freeze } from "./quarterRepository.ts";

/** A revision's reason is printed in the next report, so it is written in the report's language. */
const SENTENCE = {
  reportAdded: (ids: string) => `情報提供 ${ids} が確定後に加わったため`,
  reportVoid: (ids: string, reason: string) => `情報提供 ${ids} が確定後に無効となったため（${reason}）`,
  reportGone: (ids: string) => `情報提供 ${ids} が確定後に対象から外れたため`,
  sharingAdded: (ids: string) => `情報共有 ${ids} が確定後に加わったため`,
  sharingGone: (ids: string) => `情報共有 ${ids} が確定後に対象から外れたため`,
  changed: "確定後に記録が改められたため",
} as const;

const MOST_NAMED = 5;

function nameSome(ids: readonly string[]): string {
  const rest = ids.length - MOST_NAMED;
  return ids.slice(0, MOST_NAMED).join("、") + (rest > 0 ? ` ほか ${rest} 件` : "");
}

function missingFrom(list: readonly string[], all: readonly string[]): string[] {
  const known = new Set(all);
  return list.filter((id) => !known.has(id));
}

function explainReports(db: ReadableDb, { quarter, records }: Freeze): string[] {
  const counted = findCountedReportIds(db, quarter as Quarter);
  const frozen = records.reports ?? [];
  const added = missingFrom(counted, frozen);
  const gone = missingFrom(frozen, counted);
  const voided = findVoidReasons(db, gone);
  const outOfScope = gone.filter((id) => !voided.has(id));
  return [
    ...(added.length > 0 ? [SENTENCE.reportAdded(nameSome(added))] : []),
    ...(voided.size > 0
      ? [SENTENCE.reportVoid(nameSome([...voided.keys()]), [...new Set(voided.values())].join("、"))]
      : []),
    ...(outOfScope.length > 0 ? [SENTENCE.reportGone(nameSome(outOfScope))] : []),
  ];
}

function explainSharings(db: ReadableDb, { quarter, records }: Freeze): string[] {
  const shared = findSharedIds(db, quarter as Quarter);
  const frozen = records.sharings ?? [];
  const added = missingFrom(shared, frozen);
  const gone = missingFrom(frozen, shared);
  return [
    ...(added.length > 0 ? [SENTENCE.sharingAdded(nameSome(added))] : []),
    ...(gone.length > 0 ? [SENTENCE.sharingGone(nameSome(gone))] : []),
  ];
}

/** Which records a figure is counted from; the scheme's numbers come from the roster, which a freeze does not list. */
const EXPLAINED_BY: Readonly<Record<string, (db: ReadableDb, freeze: Freeze) => string[]>> = {
  provided: explainReports,
  targeted: explainReports,
  shared: explainSharings,
  "hub-origin": explainSharings,
};

/** Compares the records behind a frozen figure with those of now. */
export function explainRevision(db: ReadableDb, freeze: Freeze, figure: string): string {
  const reasons = EXPLAINED_BY[figure]?.(db, freeze) ?? [];
  return reasons.length > 0 ? reasons.join("。") : SENTENCE.changed;
}
