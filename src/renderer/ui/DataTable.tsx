import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./DataTable.module.css";
import { DataTableHeader } from "./DataTableHeader.tsx";
import { DataTableRow } from "./DataTableRow.tsx";
import { ErrorNote } from "./ErrorNote.tsx";
import type { TableRows } from "./rows.ts";
import { useColumns, type Column, type Sort } from "./useColumns.ts";
import { useFocusOnArrival } from "./useFocusOnArrival.ts";
import { useListKeys } from "./useListKeys.ts";
import { useRowChecks } from "./useRowChecks.ts";
import { useWidth } from "./useWidth.ts";

export const ROW_HEIGHT_PX = 30;
const SKELETON_ROWS = 12;
/** As wide as the style sheet makes the column of ticks. */
const TICKS_PX = 26;

export type DataTableProps<Row> = {
  /** Column widths are kept under this name. */
  name: string;
  label: string;
  columns: readonly Column<Row>[];
  rows: TableRows<Row>;
  idOf(row: Row): string;
  sort?: Sort;
  onSort?(sort: Sort): void;
  /** The record whose detail is open; the cursor stands on it. */
  cursorId: string | null;
  onCursor(row: Row): void;
  /** Enter or a double click: go into the detail. */
  onOpen?(row: Row): void;
  /** With both given, rows can be ticked: Space, Ctrl or Shift and a click, Shift and an arrow. */
  checked?: ReadonlySet<string>;
  onCheck?(checked: ReadonlySet<string>): void;
  /** Shown in place of rows when there are none. */
  empty: ReactNode;
  /** Rows to be read as struck out or aside. */
  isMuted?(row: Row): boolean;
  /** J and K move in this table from anywhere in the place. One table of a place. */
  primary?: boolean;
};

/**
 * A list of any length: one line a record, 30 px a row, only what is on screen is in the page. Columns are sized by
 * their edges and sorted by their heads.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, label, rows, idOf, cursorId, onCursor, onOpen, checked, onCheck, empty, isMuted, primary } = props;
  const { ui } = useMessages();
  const tableId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const [awaited, setAwaited] = useState<number | null>(null);
  const total = rows.total ?? SKELETON_ROWS;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 8,
    scrollPaddingStart: ROW_HEIGHT_PX,
  });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => rows.show(first, last));

  const shown = items.flatMap(({ index }) => {
    const row = rows.rowAt(index);
    return row === undefined ? [] : [{ index, id: idOf(row), row }];
  });
  const cursorOnScreen = shown.find(({ id }) => id === cursorId);
  if (cursorOnScreen !== undefined && cursorOnScreen.index !== cursor) setCursor(cursorOnScreen.index);
  const cursorIndex = Math.min(cursor, Math.max(0, total - 1));
  const room = useWidth(scroller, rows.error === null && rows.total !== 0) - (onCheck === undefined ? 0 : TICKS_PX);
  const columns = useColumns({
    name,
    columns: props.columns,
    rows: shown,
    sort: props.sort,
    onSort: props.onSort,
    room,
  });
  const checks = useRowChecks({ checked, onCheck, rows: shown });

  const moveTo = (index: number, extend = false) => {
    const target = Math.max(0, Math.min(index, (rows.total ?? 0) - 1));
    const row = rows.rowAt(target);
    setCursor(target);
    virtualizer.scrollToIndex(target, { align: "auto" });
    if (extend) checks.extend(cursorIndex, target);
    setAwaited(row === undefined ? target : null);
    if (row !== undefined) onCursor(row);
  };
  // The row gone to may still be on the way (End in a long list): it is opened as it comes.
  const awaitedRow = awaited === null ? undefined : rows.rowAt(awaited);
  useEffect(() => {
    if (awaitedRow === undefined) return;
    setAwaited(null);
    onCursor(awaitedRow);
  }, [awaitedRow, onCursor]);
  /** One step on; from a row that is no longer listed (judged, and filtered away) to the one that took its place. */
  const stepFrom = (step: number) => {
    const standing = rows.rowAt(cursorIndex);
    const isGone = cursorId === null || (standing !== undefined && idOf(standing) !== cursorId);
    return isGone && step > 0 ? cursorIndex + step - 1 : cursorIndex + step;
  };
  const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 300) / ROW_HEIGHT_PX) - 2);
  const openCursor = () => {
    const row = rows.rowAt(cursorIndex);
    if (row !== undefined) onOpen?.(row);
  };
  const toggleCursor = () => {
    const row = rows.rowAt(cursorIndex);
    if (row !== undefined) checks.toggle(idOf(row));
  };
  useListKeys({ enabled: primary === true, ticks: onCheck !== undefined, move: (step) => moveTo(stepFrom(step)) });
  useFocusOnArrival(scroller, primary === true && rows.total !== undefined && rows.total > 0);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const actions: Record<string, () => void> = {
      ArrowDown: () => moveTo(stepFrom(1), event.shiftKey),
      ArrowUp: () => moveTo(stepFrom(-1), event.shiftKey),
      PageDown: () => moveTo(cursorIndex + pageRows),
      PageUp: () => moveTo(cursorIndex - pageRows),
      Home: () => moveTo(0),
      End: () => moveTo(total - 1),
      Enter: openCursor,
      ...(onCheck === undefined ? {} : { " ": toggleCursor }),
      ...(checks.count === 0 ? {} : { Escape: checks.clear }),
    };
    const action = event.target === event.currentTarget ? actions[event.key] : undefined;
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  const onRowClick = (event: MouseEvent, index: number, row: Row) => {
    if (onCheck !== undefined && (event.ctrlKey || event.metaKey)) checks.toggle(idOf(row));
    else if (onCheck !== undefined && event.shiftKey) checks.extend(cursorIndex, index);
    setCursor(index);
    onCursor(row);
  };

  if (rows.error !== null) return <ErrorNote error={rows.error} />;
  if (rows.total === 0) return <div className={classes.empty}>{empty}</div>;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.total ?? -1}
      aria-busy={rows.total === undefined || rows.stale}
      aria-multiselectable={onCheck !== undefined}
      aria-activedescendant={cursorOnScreen === undefined ? undefined : `${tableId}${cursorOnScreen.id}`}
      tabIndex={0}
      className={classes.table}
      style={{ "--columns": columns.template }}
      data-primary={primary}
      data-stale={rows.stale}
      onKeyDown={onKeyDown}
    >
      <DataTableHeader columns={columns} ticks={onCheck !== undefined} />
      <div role="presentation" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows.rowAt(item.index);
          const key = row === undefined ? `row-${item.index}` : idOf(row);
          return (
            <DataTableRow
              key={key}
              domId={`${tableId}${key}`}
              index={item.index}
              top={item.start}
              cells={row === undefined ? undefined : columns.cellsOf(key)}
              columns={columns.ids}
              isCursor={row !== undefined && key === cursorId}
              isStanding={cursorId === null ? item.index === cursorIndex : key === cursorId}
              isChecked={onCheck === undefined ? undefined : checks.has(key)}
              isMuted={row !== undefined && (isMuted?.(row) ?? false)}
              onClick={(event) => row !== undefined && onRowClick(event, item.index, row)}
              onTick={() => checks.toggle(key)}
              onDoubleClick={() => row !== undefined && onOpen?.(row)}
            />
          );
        })}
      </div>
      <span className="visually-hidden" role="status">
        {checks.count > 0 ? ui.selectedRows(checks.count) : ""}
      </span>
    </div>
  );
}
