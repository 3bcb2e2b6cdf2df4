import type { InspectedFinding } from "./inspectText.ts";

/**
 * Leaves out what is settled with something else at the same place: a guess (unknown company, new word) across a name that must go anyway,
 * and a new word across something that is told more exactly. Once that is masked the rest is looked at anew, so nothing is
 * passed over. A new word beyond what was allowed stays.
 */
export function dropShadowed(findings: readonly InspectedFinding[]): InspectedFinding[] {
  const musts = findings.filter(({ shown }) => shown.severity === "must");
  const exact = findings.filter(({ shown }) => shown.severity === "review" && shown.kind !== "novel-term");
  const touchesMust = createTouching(musts);
  const touchesExact = createTouching(exact);
  return findings.filter((finding) => {
    const { severity, kind, entity } = finding.shown;
    if (severity === "must") return true;
    if (entity === null && touchesMust(finding).length > 0) return false;
    if (kind !== "novel-term") return true;
    return !touchesExact(finding).some(
      ({ shown }) =>
        shown.decision?.action !== "allow" || (shown.start <= finding.shown.start && shown.end >= finding.shown.end),
    );
  });
}

/** Those of a list, which is in order of place, that lie across a finding. */
function createTouching(list: readonly InspectedFinding[]) {
  const reach: number[] = [];
  for (const { shown } of list) reach.push(Math.max(shown.end, reach.at(-1) ?? 0));
  return ({ shown: { start, end } }: InspectedFinding): InspectedFinding[] => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reach[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const touching: InspectedFinding[] = [];
    for (let at = low; at < list.length; at += 1) {
      const one = list[at];
      if (!one || one.shown.start >= end) break;
      if (one.shown.end > start) touching.push(one);
    }
    return touching;
  };
}
