import { useMemo, useState } from "react";
import type { OrganizationRow } from "#shared/contract/roster.ts";
import { lastDayOf } from "#shared/domain/quarter.ts";
import { api } from "#renderer/data/api.ts";
import { useDebounced } from "#renderer/data/useDebounced.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useRows } from "#renderer/data/useRows.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useRosterView } from "#renderer/state/rosterView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { focusDetail } from "#renderer/ui/DetailPage.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { FilterBar, FilterText } from "#renderer/ui/FilterBar.tsx";
import { ListPane } from "#renderer/ui/ListPane.tsx";
import { SentenceChoice } from "#renderer/ui/SentenceChoice.tsx";
import type { Column } from "#renderer/ui/useColumns.ts";

const idOf = (row: OrganizationRow) => row.id;
const FILTER_DELAY_MS = 150;

export function OrganizationList() {
  const { sigId, showSig } = useRosterView();
  const { roster, ui } = useMessages();
  const quarter = useShownQuarter();
  const [text, setText] = useState("");
  const wanted = useDebounced(text.trim(), FILTER_DELAY_MS);
  const selected = useWorkplace((state) => state.selected.roster ?? null);
  const select = useWorkplace((state) => state.select);
  const { data: structure } = useRead(api.roster.structure, { asOf: lastDayOf(quarter) }, { keepPrevious: true });
  const sigs = structure?.sigs ?? [];
  const rows = useRows(api.roster.listOrganizations, { text: wanted, sigId });
  const columns = useOrganizationColumns();
  const sigName = sigs.find((sig) => sig.id === sigId)?.name;
  const isFiltered = wanted !== "" || sigId !== null;
  return (
    <ListPane
      filter={
        <FilterBar
          label={roster.filterLabel}
          aside={
            selected === null ? null : (
              <button type="button" className="link-button" onClick={() => select(null)}>
                {roster.structure.show}
              </button>
            )
          }
        >
          <SentenceChoice
            label={roster.columns.sigs}
            text={sigName ?? roster.allSigs(sigs.length)}
            options={[
              { value: "", label: roster.allSigs(sigs.length) },
              ...sigs.map((sig) => ({ value: sig.id, label: roster.sigSize(sig.name, sig.organizations) })),
            ]}
            chosen={[sigId ?? ""]}
            onToggle={(value) => showSig(value === "" ? null : value)}
          />
          {roster.sentence.sig}
          <FilterText label={ui.find} placeholder={roster.filterPlaceholder} value={text} onChange={setText} />
        </FilterBar>
      }
    >
      <DataTable
        name="roster"
        label={roster.listLabel}
        primary
        columns={columns}
        rows={rows}
        idOf={idOf}
        cursorId={selected}
        onCursor={(row) => select(row.id)}
        onOpen={focusDetail}
        empty={
          isFiltered ? (
            <EmptyState title={roster.empty.filtered} detail={roster.empty.filteredDetail} />
          ) : (
            <EmptyState title={roster.empty.title} detail={roster.empty.detail} />
          )
        }
      />
    </ListPane>
  );
}

function useOrganizationColumns(): readonly Column<OrganizationRow>[] {
  const { roster, format } = useMessages();
  return useMemo(
    () => [
      { id: "name", title: roster.columns.name, width: 140, grows: 3, cell: (row) => row.name },
      {
        id: "reading",
        title: roster.columns.reading,
        width: 116,
        grows: 2,
        spare: 2,
        cell: (row) => row.reading ?? "",
      },
      { id: "sigs", title: roster.columns.sigs, width: 110, cell: (row) => format.list(row.sigs) },
      {
        id: "domains",
        title: roster.columns.domains,
        width: 140,
        grows: 3,
        spare: 3,
        cell: (row) => row.domains.join(" "),
      },
      { id: "parent", title: roster.columns.parent, width: 100, spare: 1, cell: (row) => row.parent?.title ?? "" },
    ],
    [roster, format],
  );
}
