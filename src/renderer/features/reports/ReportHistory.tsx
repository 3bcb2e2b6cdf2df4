import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { describeChanges } from "./changeWords.ts";
import { Figures } from "#renderer/ui/Figures.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";

/** Who did what to this report, and when. */
export function ReportHistory({ reportId }: { reportId: string }) {
  const messages = useMessages();
  const { reports, frame, format } = messages;
  const { data } = useRead(api.audit.history, { recordId: reportId });
  const entries = data ?? [];
  if (data !== undefined && entries.length === 0) return <p>{reports.historyEmpty}</p>;
  return (
    <RowTable
      label={reports.history}
      rows={entries}
      keyOf={(entry) => entry.id}
      columns={[
        { id: "at", title: reports.historyColumns.at, cell: (entry) => <Figures>{format.moment(entry.at)}</Figures> },
        { id: "actor", title: reports.historyColumns.actor, cell: (entry) => entry.actor },
        {
          id: "action",
          title: reports.historyColumns.action,
          cell: (entry) => frame.actions[entry.action] ?? frame.otherAction,
        },
        {
          id: "changes",
          grows: true,
          title: reports.historyColumns.changes,
          cell: (entry) => format.list(describeChanges(entry, messages)),
        },
      ]}
    />
  );
}
