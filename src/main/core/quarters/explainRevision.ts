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

/** Compares the records behind a freeze with those of now. */
export function explainRevision(db: ReadableDb, freeze: Freeze): string {
  const quarter = freeze.quarter as Quarter;
  const counted = findCountedReportIds(db, quarter);
  const sharings = findSharedIds(db, quarter);
  const frozenReports = freeze.records.reports ?? [];
  const frozenSharings = freeze.records.sharings ?? [];
  const gone = missingFrom(frozenReports, counted);
  const voided = findVoidReasons(db, gone);
  const outOfScope = gone.filter((id) => !voided.has(id));
  const added = missingFrom(counted, frozenReports);
  const sharingAdded = missingFrom(sharings, frozenSharings);
  const sharingGone = missingFrom(frozenSharings, sharings);
  const reasons = [
    ...(added.length > 0 ? [SENTENCE.reportAdded(nameSome(added))] : []),
    ...(voided.size > 0
      ? [SENTENCE.reportVoid(nameSome([...voided.keys()]), [...new Set(voided.values())].join("、"))]
      : []),
    ...(outOfScope.length > 0 ? [SENTENCE.reportGone(nameSome(outOfScope))] : []),
    ...(sharingAdded.length > 0 ? [SENTENCE.sharingAdded(nameSome(sharingAdded))] : []),
    ...(sharingGone.length > 0 ? [SENTENCE.sharingGone(nameSome(sharingGone))] : []),
  ];
  return reasons.length > 0 ? reasons.join("。") : SENTENCE.changed;
}
