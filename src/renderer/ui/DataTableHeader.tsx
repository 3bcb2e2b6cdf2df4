import classes from "./DataTable.module.css";
import type { ColumnHead, Columns } from "./useColumns.ts";

function Head({ head }: { head: ColumnHead }) {
  const arrow = head.sorted === null ? "" : head.sorted === "ascending" ? "▲" : "▼";
  return (
    <div role="columnheader" aria-sort={head.sorted ?? undefined} className={classes.head} data-align={head.align}>
      {head.toggleSort === undefined ? (
        <span className={classes.headTitle}>{head.title}</span>
      ) : (
        <button type="button" className={classes.headTitle} onClick={head.toggleSort}>
          {head.title}
          <span aria-hidden="true" className={classes.arrow}>
            {arrow}
          </span>
        </button>
      )}
      <span
        aria-hidden="true"
        className={classes.handle}
        onMouseDown={head.startResize}
        onTouchStart={head.startResize}
      />
    </div>
  );
}

export function DataTableHeader({ columns, ticks }: { columns: Columns; ticks: boolean }) {
  return (
    <div role="row" className={classes.headRow} data-ticks={ticks}>
      {ticks ? <span role="presentation" /> : null}
      {columns.heads.map((head) => (
        <Head key={head.id} head={head} />
      ))}
    </div>
  );
}
