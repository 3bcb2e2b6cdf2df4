import { Button } from "@mantine/core";
import { useMemo } from "react";
import type { SharingRow } from "#shared/contract/sharings.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { api } from "#renderer/data/api.ts";
import { useRows } from "#renderer/data/useRows.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { usePreferences } from "#renderer/state/preferences.ts";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { focusDetail } from "#renderer/ui/DetailPage.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { ListPane } from "#renderer/ui/ListPane.tsx";
import { TlpLabel } from "#renderer/ui/TlpLabel.tsx";
import type { Column } from "#renderer/ui/useColumns.ts";
import { SharingFilterBar } from "./SharingFilterBar.tsx";
import { SharingStateMark } from "./SharingStateMark.tsx";

/** First widths, px; English words are longer. */
const WIDTHS = {
  ja: { origin: 68, state: 96, reports: 42, sightings: 42 },
  en: { origin: 98, state: 150, reports: 72, sightings: 74 },
} as const;

const idOf = (row: SharingRow) => row.id;

export function SharingList() {
  const { sharings, reports } = useMessages();
  const quarter = useShownQuarter();
  const { filter, showOnly } = useSharingsView();
  const selected = useWorkplace((state) => state.selected.sharings ?? null);
  const select = useWorkplace((state) => state.select);
  const rows = useRows(api.sharings.list, {
    filter: {
      quarter: filter.allQuarters ? null : quarter,
      origin: filter.origin,
      states: [...filter.states],
    },
  });
  const columns = useSharingColumns();
  const isFiltered = filter.origin !== null || filter.states.length > 0;
  const showAll = <Button onClick={() => showOnly({ allQuarters: true })}>{reports.filter.clear}</Button>;
  const empty = isFiltered ? (
    <EmptyState title={sharings.empty.filtered} detail={sharings.empty.filteredDetail}>
      {showAll}
    </EmptyState>
  ) : (
    <EmptyState title={sharings.empty.title} detail={sharings.empty.detail}>
      {filter.allQuarters ? null : showAll}
    </EmptyState>
  );
  return (
    <ListPane filter={<SharingFilterBar />}>
      <DataTable
        name="sharings"
        label={sharings.listLabel}
        primary
        columns={columns}
        rows={rows}
        idOf={idOf}
        cursorId={selected}
        onCursor={(row) => select(row.id)}
        onOpen={focusDetail}
        isMuted={(row) => row.state === "withdrawn"}
        empty={empty}
      />
    </ListPane>
  );
}

function useSharingColumns(): readonly Column<SharingRow>[] {
  const { sharings, vocabulary, format } = useMessages();
  const language = usePreferences((state) => state.language);
  return useMemo(() => {
    const { columns } = sharings;
    const width = WIDTHS[language];
    const figures = (count: number) => <Figures>{count === 0 ? "" : format.number(count)}</Figures>;
    return [
      {
        id: "sharedAt",
        title: columns.sharedOn,
        width: 84,
        cell: (row) =>
          row.sharedAt === null ? (
            sharings.notYet
          ) : (
            <span title={format.moment(row.sharedAt)}>
              <Figures>{dayOf(row.sharedAt)}</Figures>
            </span>
          ),
      },
      { id: "title", title: columns.title, width: 160, grows: 1, cell: (row) => row.title },
      {
        id: "state",
        title: columns.state,
        width: width.state,
        cell: (row) => <SharingStateMark state={row.state} column={row.column} />,
      },
      { id: "tlp", title: columns.tlp, width: 142, spare: 4, cell: (row) => <TlpLabel tlp={row.tlp} small /> },
      {
        id: "origin",
        title: columns.origin,
        width: width.origin,
        spare: 3,
        cell: (row) => vocabulary.origin[row.origin],
      },
      {
        id: "reports",
        title: columns.reports,
        width: width.reports,
        spare: 2,
        align: "end",
        cell: (row) => figures(row.reportCount),
      },
      {
        id: "sightings",
        title: columns.sightings,
        width: width.sightings,
        spare: 1,
        align: "end",
        cell: (row) => figures(row.sightingCount),
      },
    ];
  }, [sharings, vocabulary, format, language]);
}
