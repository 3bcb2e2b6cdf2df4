import { quarterOf } from "#shared/domain/quarter.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useReportsView } from "#renderer/state/reportsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";

/** Why the list does not show the report that is open, and the way to a list that does. */
export function OtherQuarterNote({ receivedAt }: { receivedAt: number }) {
  const { reports, format } = useMessages();
  const shown = useShownQuarter();
  const allQuarters = useReportsView((state) => state.filter.allQuarters);
  const showQuarter = useWorkplace((state) => state.showQuarter);
  const quarter = quarterOf(receivedAt);
  if (allQuarters || quarter === shown) return null;
  return (
    <button type="button" className="link-button" onClick={() => showQuarter(quarter)}>
      {reports.otherQuarter(format.quarter(quarter))}
    </button>
  );
}
