import type { ReportPart } from "#shared/contract/publishing.ts";
import type { DeskFinding } from "#shared/contract/sanitising.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useReportDesk } from "./reportDesk.ts";

/** Brings one to where words of the report are written: its lead and paragraphs here, titles and names in their records. */
export function useChangeWords(): (finding: DeskFinding, part: ReportPart) => void {
  const open = useReportDesk((state) => state.open);
  const want = useReportDesk((state) => state.want);
  return (finding, { kind, record }) => {
    if (record !== null && kind === "campaign") return goToRecord("campaign", record.id);
    if (record !== null && kind === "title") return goToRecord("case", record.id);
    if (record !== null) open(record.id);
    want(finding);
  };
}
