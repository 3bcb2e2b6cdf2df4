import { useMemo } from "react";
import type { ReportRow } from "#shared/contract/reports.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { Figures } from "#renderer/ui/Figures.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import type { Column } from "#renderer/ui/useColumns.ts";
import { AssessmentMark } from "./AssessmentMark.tsx";
import { categoryWord } from "./reportWords.ts";

export function useReportColumns(): readonly Column<ReportRow>[] {
  const messages = useMessages();
  return useMemo(() => {
    const { reports, format, vocabulary } = messages;
    return [
      {
        id: "receivedAt",
        title: reports.columns.receivedAt,
        width: 116,
        sortable: true,
        cell: (row) => <Figures>{format.moment(row.receivedAt)}</Figures>,
      },
      {
        id: "provider",
        title: reports.columns.provider,
        width: 124,
        sortable: true,
        cell: (row) => row.provider.name,
      },
      { id: "title", title: reports.columns.title, width: 150, grows: true, sortable: true, cell: (row) => row.title },
      {
        id: "category",
        title: reports.columns.category,
        width: 96,
        sortable: true,
        cell: (row) => categoryWord(row.category, messages),
      },
      {
        id: "assessment",
        title: reports.columns.assessment,
        width: 88,
        sortable: true,
        cell: (row) =>
          row.voided ? (
            <StatusMark shape="cross" tone="soft">
              {vocabulary.voided}
            </StatusMark>
          ) : (
            <AssessmentMark assessment={row.assessment} />
          ),
      },
      {
        id: "items",
        title: reports.columns.items,
        width: 40,
        align: "end",
        sortable: true,
        cell: (row) => <Figures>{format.number(row.items)}</Figures>,
      },
    ];
  }, [messages]);
}
