import { useEffect, useRef } from "react";
import type { FigureRecord } from "#shared/contract/quarters.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { isComposingKey } from "#renderer/commands/shortcut.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace, type Place } from "#renderer/state/workplace.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { rowsOf } from "#renderer/ui/rows.ts";
import type { Column } from "#renderer/ui/useColumns.ts";
import classes from "./FigureRecords.module.css";
import { useOpenFigure, type OpenFigure } from "./openFigure.ts";

const PLACES: Partial<Record<FigureRecord["type"], Place>> = {
  report: "reports",
  case: "cases",
  campaign: "campaigns",
  sharing: "sharings",
  organization: "roster",
};

/** The records behind one number, with what each adds to it. */
export function FigureRecords({ opened }: { opened: OpenFigure }) {
  const { quarters: words, format } = useMessages();
  const close = useOpenFigure((state) => state.close);
  const go = useWorkplace((state) => state.go);
  const frame = useRef<HTMLElement>(null);
  const { quarter, figure, part, name } = opened;
  const { data, error } = useRead(api.quarters.records, { quarter, figure, key: part });
  const isRecord = figure !== "sigs" && figure !== "organizations";
  const openedFrom = useRef<Element | null>(null);
  const isLoaded = data !== undefined;
  useEffect(() => {
    openedFrom.current = document.activeElement;
    frame.current?.querySelector<HTMLElement>("[role=grid]")?.focus();
  }, [isLoaded]);
  const leave = () => {
    close();
    if (openedFrom.current instanceof HTMLElement) openedFrom.current.focus();
  };
  const openRecord = (record: FigureRecord) => {
    const place = PLACES[record.type];
    if (place !== undefined) go(place, record.id);
  };
  const noteTitle = (type: FigureRecord["type"] | undefined) => {
    if (type === "sharing") return words.records.columns.tlp;
    return type === "organization" || type === "sig" ? words.records.columns.sig : words.records.columns.note;
  };
  const columns: Column<FigureRecord>[] = [
    {
      id: "at",
      title: words.records.columns.at,
      width: 78,
      cell: ({ at }) => (at === null ? "" : <Figures>{dayOf(at)}</Figures>),
    },
    {
      id: "title",
      title: words.records.columns.title,
      width: 160,
      grows: 1,
      cell: (record) =>
        PLACES[record.type] === undefined ? (
          record.title
        ) : (
          <button
            type="button"
            tabIndex={-1}
            className={classes.open}
            title={record.title}
            onClick={() => openRecord(record)}
          >
            {record.title}
          </button>
        ),
    },
    { id: "note", title: noteTitle(data?.[0]?.type), width: 100, cell: ({ note }) => note },
    {
      id: "items",
      title: words.records.columns.items,
      width: 56,
      align: "end",
      cell: ({ items }) => format.number(items),
    },
  ];
  const items = (data ?? []).reduce((sum, record) => sum + record.items, 0);
  return (
    <section
      ref={frame}
      className={classes.pane}
      aria-label={words.records.title(format.quarter(quarter), name)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || isComposingKey(event.nativeEvent)) return;
        event.preventDefault();
        leave();
      }}
    >
      <header className={classes.head}>
        <div>
          <h2>{name}</h2>
          <p>
            {format.quarter(quarter)}
            {data === undefined || data.length === 0
              ? ""
              : ` · ${words.records.sum(isRecord ? format.items(items) : format.number(items), format.number(data.length))}`}
          </p>
        </div>
        <button type="button" className="link-button" onClick={leave}>
          {words.records.close}
        </button>
      </header>
      <div className={classes.list}>
        <DataTable
          name="quarter-records"
          label={words.records.title(format.quarter(quarter), name)}
          primary
          columns={columns}
          rows={rowsOf(data, error)}
          idOf={({ type, id }) => `${type}-${id}`}
          cursorId={null}
          onCursor={() => undefined}
          onOpen={openRecord}
          empty={
            <EmptyState title={opened.value === format.items(0) ? words.records.none : words.records.onlyPublished} />
          }
        />
      </div>
    </section>
  );
}
