import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { CASE_SORTS, type CaseRow } from "#shared/contract/cases.ts";
import { isKnownCategory } from "#shared/domain/category.ts";
import { api } from "#renderer/data/api.ts";
import { useRows } from "#renderer/data/useRows.ts";
import { useCaseFilter } from "#renderer/state/caseFilter.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ListPane } from "#renderer/ui/ListPane.tsx";
import type { Column } from "#renderer/ui/useColumns.ts";
import { CaseFilterBar } from "./CaseFilterBar.tsx";
import classes from "./CaseList.module.css";

/** The word for a kind of case: one of the categories, or the analysts' own. */
export function useKindWord(): (kind: string) => string {
  const { category } = useMessages().vocabulary;
  return (kind) => (isKnownCategory(kind) ? category[kind] : kind);
}

function useCaseColumns(): Column<CaseRow>[] {
  const { cases: words } = useMessages();
  const kindWord = useKindWord();
  const count = (value: number) => (value === 0 ? "–" : value);
  return [
    {
      id: "openedAt",
      title: words.columns.openedAt,
      width: 86,
      sortable: true,
      cell: ({ openedAt }) => <Figures>{openedAt}</Figures>,
    },
    { id: "title", title: words.columns.title, width: 144, grows: 5, sortable: true, cell: ({ title }) => title },
    {
      id: "kind",
      title: words.columns.kind,
      width: 84,
      grows: 1,
      sortable: true,
      spare: 2,
      cell: ({ kind }) => kindWord(kind),
    },
    {
      id: "reportCount",
      title: words.columns.reportsShort,
      width: 44,
      align: "end",
      sortable: true,
      cell: ({ origin, reportCount }) => (origin === "hub" ? words.columns.hubShort : count(reportCount)),
    },
    {
      id: "narrative",
      title: words.columns.narrative,
      width: 46,
      spare: 1,
      cell: ({ hasNarrative }) => (
        <span className={hasNarrative ? undefined : classes.unwritten}>
          {hasNarrative ? words.written : words.unwritten}
        </span>
      ),
    },
  ];
}

function sortField(by: string): (typeof CASE_SORTS)[number] {
  return CASE_SORTS.find((field) => field === by) ?? "openedAt";
}

/** Enter in the list: to the text of the case. */
function focusNarrative(): void {
  document.querySelector<HTMLElement>("[data-case-text=narrative] .narrative")?.focus();
}

/** All cases, a line each, narrowed by the sentence above it. */
export function CaseList({ caseId, onCreate }: { caseId: string | null; onCreate(): void }) {
  const { cases: words } = useMessages();
  const quarter = useShownQuarter();
  const { inQuarter, origin, text, sort, set, clear } = useCaseFilter();
  const [settledText] = useDebouncedValue(text, 120);
  const select = useWorkplace((state) => state.select);
  const columns = useCaseColumns();
  const rows = useRows(api.cases.list, {
    filter: { quarter: inQuarter ? quarter : null, origin, text: settledText },
    sort: { by: sortField(sort.by), descending: sort.descending },
  });
  const narrowed = inQuarter || origin !== null || settledText !== "";
  return (
    <ListPane filter={<CaseFilterBar onCreate={onCreate} />}>
      <DataTable
        name="cases"
        label={words.listLabel}
        primary
        columns={columns}
        rows={rows}
        idOf={({ id }) => id}
        sort={sort}
        onSort={(next) => set({ sort: next })}
        cursorId={caseId}
        onCursor={({ id }) => select(id)}
        onOpen={focusNarrative}
        empty={
          <EmptyState title={narrowed ? words.emptyFiltered : words.empty}>
            {narrowed ? (
              <Button onClick={clear}>{words.showAll}</Button>
            ) : (
              <Button onClick={onCreate}>{words.create}</Button>
            )}
          </EmptyState>
        }
      />
    </ListPane>
  );
}
