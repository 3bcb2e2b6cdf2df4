import { Button } from "@mantine/core";
import { REPORT_SORTS, type ReportRow } from "#shared/contract/reports.ts";
import { runCommand } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useDebounced } from "#renderer/data/useDebounced.ts";
import { useRows } from "#renderer/data/useRows.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { OPEN_FILTER, useReportsView, type ReportSort } from "#renderer/state/reportsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { focusDetail } from "#renderer/ui/DetailPage.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ListPane } from "#renderer/ui/ListPane.tsx";
import type { Sort } from "#renderer/ui/useColumns.ts";
import { ReportFilterBar } from "./ReportFilterBar.tsx";
import { useReportColumns } from "./useReportColumns.tsx";

const idOf = (row: ReportRow) => row.id;
const FILTER_DELAY_MS = 150;

function readSort({ by, descending }: Sort): ReportSort | undefined {
  const known = REPORT_SORTS.find((name) => name === by);
  return known === undefined ? undefined : { by: known, descending };
}

export function ReportList() {
  const { reports } = useMessages();
  const quarter = useShownQuarter();
  const { filter, sort, checked, setSort, setChecked } = useReportsView();
  const selected = useWorkplace((state) => state.selected.reports ?? null);
  const select = useWorkplace((state) => state.select);
  const { allQuarters, ...narrowed } = filter;
  const text = useDebounced(narrowed.text.trim(), FILTER_DELAY_MS);
  const rows = useRows(api.reports.list, {
    filter: { ...narrowed, text, quarter: allQuarters ? null : quarter },
    sort,
  });
  const columns = useReportColumns();
  return (
    <ListPane filter={<ReportFilterBar />}>
      <DataTable
        name="reports"
        label={reports.listLabel}
        primary
        columns={columns}
        rows={rows}
        idOf={idOf}
        sort={sort}
        onSort={(next) => {
          const read = readSort(next);
          if (read !== undefined) setSort(read);
        }}
        cursorId={selected}
        onCursor={(row) => select(row.id)}
        onOpen={focusDetail}
        checked={checked}
        onCheck={setChecked}
        isMuted={(row) => row.voided || row.provider.kind === "outside"}
        empty={<NoReports />}
      />
    </ListPane>
  );
}

function NoReports() {
  const { reports, frame } = useMessages();
  const filter = useReportsView((state) => state.filter);
  const showOnly = useReportsView((state) => state.showOnly);
  const { allQuarters, ...narrowed } = filter;
  const { allQuarters: _open, ...unfiltered } = OPEN_FILTER;
  const isFiltered = JSON.stringify(narrowed) !== JSON.stringify(unfiltered);
  if (isFiltered) {
    return (
      <EmptyState title={reports.empty.filtered} detail={reports.empty.filteredDetail}>
        <Button onClick={() => showOnly({ allQuarters })}>{reports.filter.clear}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={reports.empty.title} detail={reports.empty.detail}>
      <Button onClick={() => runCommand("frame.import")}>{frame.importFiles}</Button>
      <Button onClick={() => runCommand("reports.new")}>{reports.entry.command}</Button>
    </EmptyState>
  );
}
