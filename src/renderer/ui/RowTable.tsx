import type { ReactNode } from "react";
import classes from "./RowTable.module.css";

export type RowTableColumn<Row> = {
  id: string;
  title: string;
  align?: "start" | "end";
  /** Takes its part of the room that is left; the columns that do not grow then stay on one line. */
  grows?: boolean;
  cell(row: Row): ReactNode;
};

export type RowTableProps<Row> = {
  label: string;
  columns: readonly RowTableColumn<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
};

/** A short table inside a page: all of its rows, no scrolling of its own. */
export function RowTable<Row>({ label, columns, rows, keyOf }: RowTableProps<Row>) {
  const growing = columns.filter(({ grows }) => grows === true).length;
  return (
    <table aria-label={label} className={classes.table} data-fits={growing > 0}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              data-align={column.align}
              style={column.grows === true ? { width: `${100 / growing}%` } : undefined}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <td key={column.id} data-align={column.align} data-grows={column.grows}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
