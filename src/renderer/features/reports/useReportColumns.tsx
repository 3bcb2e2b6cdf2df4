import { useMemo } from "react";
import type { ReportRow } from "#shared/contract/reports.ts";
import { usePreferences } from "#renderer/state/preferences.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { Figures } from "#renderer/ui/Figures.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import type { Column } from "#renderer/ui/useColumns.ts";
import { AssessmentMark } from "./AssessmentMark.tsx";
import { categoryWord } from "./reportWords.ts";

/** First widths, px; English words are longer. */
const WIDTHS = {
  ja: { provider: 108, category: 84, assessment: 88, items: 54 },
  en: { provider: 84, category: 80, assessment: 118, items: 54 },
} as const;

export function useReportColumns(): readonly Column<ReportRow>[] {
  const messages = useMessages();
  const language = usePreferences((state) => state.language);
  return useMemo(() => {
    const { reports, format, vocabulary } = messages;
    const width = WIDTHS[language];
    return [
      {
        id: "receivedAt",
        title: reports.columns.receivedAt,
        width: 112,
        sortable: true,
        cell: (row) => <Figures>{format.moment(row.receivedAt)}</Figures>,
      },
      {
        id: "provider",
        title: reports.columns.provider,
        width: width.provider,
        spare: 3,
        grows: 1,
        sortable: true,
        cell: (row) => row.provider.name,
      },
      { id: "title", title: reports.columns.title, width: 150, grows: 4, sortable: true, cell: (row) => row.title },
      {
        id: "category",
        title: reports.columns.category,
        width: width.category,
        spare: 1,
        grows: 1,
        sortable: true,
        cell: (row) => categoryWord(row.category, messages),
      },
      {
        id: "assessment",
        title: reports.columns.assessment,
        width: width.assessment,
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
        width: width.items,
        spare: 2,
        align: "end",
        sortable: true,
        cell: (row) => <Figures>{format.number(row.items)}</Figures>,
      },
    ];
  }, [messages, language]);
}
