import { useWorkplace } from "#renderer/state/workplace.ts";
import { Panes } from "#renderer/ui/Panes.tsx";
import { QuickEntry } from "./QuickEntry.tsx";
import { ReportDetail } from "./ReportDetail.tsx";
import { ReportList } from "./ReportList.tsx";

/** 受付: what was handed in on the left, what it says on the right. */
export function ReportsPlace() {
  const selected = useWorkplace((state) => state.selected.reports ?? null);
  return (
    <>
      <Panes
        name="reports"
        initialWidth="55%"
        minWidth={360}
        minRest={516}
        sized={<ReportList />}
        rest={<ReportDetail key={selected} reportId={selected} />}
      />
      <QuickEntry />
    </>
  );
}
