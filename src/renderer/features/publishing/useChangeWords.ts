import type { ReportPart } from "#shared/contract/publishing.ts";
import type { DeskFinding } from "#shared/contract/sanitising.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { useReportDesk } from "./reportDesk.ts";

/** Categories are those of the reports, publications come in by interchange: no one place changes them. */
export const isChangedInWindow = (kind: ReportPart["kind"]): boolean => kind !== "category" && kind !== "reference";

/** Brings one to where words of the report are written: its lead and paragraphs here, titles and names in their records, the roster's in the roster. */
export function useChangeWords(): (finding: DeskFinding, part: ReportPart) => void {
  const open = useReportDesk((state) => state.open);
  const want = useReportDesk((state) => state.want);
  const go = useWorkplace((state) => state.go);
  return (finding, { kind, record }) => {
    if (kind === "sig" || kind === "framework") return go("roster");
    if (!isChangedInWindow(kind)) return undefined;
    if (record !== null && kind === "campaign") return goToRecord("campaign", record.id);
    if (record !== null && kind === "title") return goToRecord("case", record.id);
    if (record !== null) open(record.id);
    want(finding);
  };
}
