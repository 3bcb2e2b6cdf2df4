import {
  columnResizingFeature,
  columnSizingFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnSizingState,
  type Updater,
} from "@tanstack/react-table";
import { useMemo, type ReactNode } from "react";
import { usePreferences } from "#renderer/state/preferences.ts";
import { fitColumns } from "./fitColumns.ts";

export type Sort = { by: string; descending: boolean };

export type Column<Row> = {
  id: string;
  title: string;
  /** First width, px; the person's own is kept. */
  width: number;
  /** Takes this share of the room that is left, beside the other columns that grow. */
  grows?: number;
  align?: "start" | "end";
  sortable?: boolean;
  /** Left out of a narrow list: 1 goes first. What has none always stays. */
  spare?: number;
  cell(row: Row): ReactNode;
};

type Shown<Row> = { index: number; id: string; row: Row };

const features = tableFeatures({ columnSizingFeature, columnResizingFeature, rowSortingFeature });
const NARROWEST_PX = 36;
const NARROWEST_GROWING_PX = 96;

export type ColumnHead = {
  id: string;
  title: string;
  align: "start" | "end";
  sorted: "ascending" | "descending" | null;
  /** Undefined for a column that cannot be sorted. */
  toggleSort: (() => void) | undefined;
  startResize: (event: unknown) => void;
};

export type Columns = {
  ids: readonly string[];
  heads: readonly ColumnHead[];
  /** `grid-template-columns` of the head and every row. */
  template: string;
  cellsOf(rowId: string): readonly { id: string; align: "start" | "end"; content: ReactNode }[] | undefined;
};

export type UseColumnsOptions<Row> = {
  name: string;
  columns: readonly Column<Row>[];
  rows: readonly Shown<Row>[];
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  /** Room for the columns, px; 0 while it is not known. */
  room: number;
};

/** Heads, widths and cells of a table. It is given only the rows on screen: which those are is the virtualizer's work. */
export function useColumns<Row>({ name, columns: all, rows, sort, onSort, room }: UseColumnsOptions<Row>): Columns {
  const keptWidths = usePreferences((state) => state.columnWidths[name]);
  const setColumnWidths = usePreferences((state) => state.setColumnWidths);
  const widths: ColumnSizingState = useMemo(() => keptWidths ?? {}, [keptWidths]);
  const columns = useMemo(() => fitColumns(all, widths, room), [all, widths, room]);
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Shown<Row>>();
    return columns.map((column) =>
      helper.display({
        id: column.id,
        header: column.title,
        size: column.width,
        minSize: NARROWEST_PX,
        enableSorting: column.sortable === true,
        cell: ({ row }) => column.cell(row.original.row),
      }),
    );
  }, [columns]);

  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: (shown) => shown.id,
    columnResizeMode: "onChange",
    manualSorting: true,
    state: {
      columnSizing: widths,
      sorting: sort === undefined ? [] : [{ id: sort.by, desc: sort.descending }],
    },
    onColumnSizingChange: (update: Updater<ColumnSizingState>) =>
      setColumnWidths(name, typeof update === "function" ? update(widths) : update),
  });

  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const columnOf = (id: string) => columns.find((column) => column.id === id);
  const heads = headers.map((header): ColumnHead => {
    const { id } = header.column;
    const column = columnOf(id);
    const sorted = sort?.by === id ? (sort.descending ? "descending" : "ascending") : null;
    const sortable = column?.sortable === true && onSort !== undefined;
    return {
      id,
      title: column?.title ?? "",
      align: column?.align ?? "start",
      sorted,
      toggleSort: sortable ? () => onSort({ by: id, descending: sorted === "ascending" }) : undefined,
      startResize: header.getResizeHandler(),
    };
  });
  const mostShare = Math.max(...columns.map(({ grows = 0 }) => grows));
  const template = headers
    .map((header) => {
      const share = columnOf(header.column.id)?.grows;
      const isSetByHand = share !== mostShare && widths[header.column.id] !== undefined;
      if (share === undefined || isSetByHand) return `${header.getSize()}px`;
      return `minmax(${Math.min(header.getSize(), NARROWEST_GROWING_PX)}px, ${share}fr)`;
    })
    .join(" ");
  const byId = table.getRowModel().rowsById;
  return {
    ids: columns.map(({ id }) => id),
    heads,
    template,

    cellsOf(rowId) {
      const shown = byId[rowId]?.original;
      if (shown === undefined) return undefined;
      return columns.map(({ id, align = "start", cell }) => ({ id, align, content: cell(shown.row) }));
    },
  };
}
