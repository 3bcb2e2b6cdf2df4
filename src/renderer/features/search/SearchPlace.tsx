import { useEffect, useMemo, useRef, useState } from "react";
import type { SearchHit } from "#shared/contract/search.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { isComposingKey } from "#renderer/commands/shortcut.ts";
import { api } from "#renderer/data/api.ts";
import { marksIn } from "#renderer/data/marksIn.ts";
import { plainSnippet } from "#renderer/data/plainSnippet.ts";
import { useDebounced } from "#renderer/data/useDebounced.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { MarkedText } from "#renderer/ui/MarkedText.tsx";
import { rowsOf } from "#renderer/ui/rows.ts";
import type { Column } from "#renderer/ui/useColumns.ts";
import { ObservableDetail } from "./ObservableDetail.tsx";
import classes from "./SearchPlace.module.css";

const DELAY_MS = 120;
const LIMIT = 200;
const TYPES = ["report", "case", "sharing", "observable"] as const;
type HitType = (typeof TYPES)[number];

const idOf = (hit: SearchHit) => `${hit.type}-${hit.id}`;

/** Results while one types; what is no longer asked for is cancelled in the core. */
export function SearchPlace() {
  const messages = useMessages();
  const { search, vocabulary } = messages;
  const text = useWorkplace((state) => state.searchText);
  const setText = useWorkplace((state) => state.setSearchText);
  const observableId = useWorkplace((state) => state.selected.search ?? null);
  const [types, setTypes] = useState<readonly HitType[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const wanted = useDebounced(text.trim(), DELAY_MS);
  const found = useRead(api.search.find, wanted === "" ? null : { text: wanted, types: [...types], limit: LIMIT }, {
    keepPrevious: true,
  });
  const columns = useHitColumns(wanted);
  useEffect(() => input.current?.focus(), []);

  const open = (hit: SearchHit) => goToRecord(hit.type, hit.id);
  const hits = wanted === "" ? [] : found.data?.hits;
  const empty =
    wanted === "" ? (
      <EmptyState title={search.start} detail={search.hint} />
    ) : (
      <EmptyState title={search.nothing(wanted)} detail={search.nothingDetail} />
    );
  return (
    <div className={classes.place}>
      <div role="search" className={classes.head}>
        <input
          ref={input}
          data-filter
          className={classes.input}
          aria-label={search.label}
          placeholder={search.placeholder}
          value={text}
          maxLength={1000}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (isComposingKey(event.nativeEvent)) return;
            if (event.key === "Enter" || event.key === "ArrowDown") {
              event.preventDefault();
              document.querySelector<HTMLElement>("[data-primary=true]")?.focus();
            }
          }}
        />
        <div role="group" aria-label={search.columns.type} className={classes.types}>
          <button type="button" aria-pressed={types.length === 0} onClick={() => setTypes([])}>
            {search.all}
          </button>
          {TYPES.map((type) => (
            <button
              key={type}
              type="button"
              aria-pressed={types.length === 1 && types[0] === type}
              onClick={() => setTypes([type])}
            >
              {vocabulary.record[type]}
            </button>
          ))}
          <span role="status" className={classes.total}>
            {found.data === undefined || wanted === "" ? "" : search.total(found.data.total, found.data.hits.length)}
          </span>
        </div>
      </div>
      {observableId === null ? null : <ObservableDetail observableId={observableId} />}
      <div className={classes.results}>
        <DataTable
          name="search"
          label={search.listLabel}
          primary
          columns={columns}
          rows={rowsOf(hits, found.error)}
          idOf={idOf}
          cursorId={cursor}
          onCursor={(hit) => setCursor(idOf(hit))}
          onOpen={open}
          empty={empty}
        />
      </div>
    </div>
  );
}

function useHitColumns(searched: string): readonly Column<SearchHit>[] {
  const { search, vocabulary, format } = useMessages();
  return useMemo(
    () => [
      { id: "type", title: search.columns.type, width: 96, cell: (hit) => vocabulary.record[hit.type] },
      {
        id: "title",
        title: search.columns.title,
        width: 360,
        cell: (hit) => (
          <button
            type="button"
            className="link-button"
            tabIndex={-1}
            title={hit.title}
            onClick={() => goToRecord(hit.type, hit.id)}
          >
            <MarkedText text={hit.title} marks={marksIn(hit.title, searched)} />
          </button>
        ),
      },
      {
        id: "snippet",
        title: search.columns.snippet,
        width: 300,
        grows: 1,
        cell: (hit) => <MarkedText {...plainSnippet(hit.snippet, hit.marks)} />,
      },
      {
        id: "at",
        title: search.columns.at,
        width: 116,
        // A case has a day only.
        cell: ({ at, type }) => <Figures>{at === null ? "" : type === "case" ? dayOf(at) : format.moment(at)}</Figures>,
      },
    ],
    [search, vocabulary, format, searched],
  );
}
