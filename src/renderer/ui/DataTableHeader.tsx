import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./DataTable.module.css";
import type { ColumnHead, Columns } from "./useColumns.ts";

const KEY_STEP_PX = 16;

function Head({ head }: { head: ColumnHead }) {
  const { ui } = useMessages();
  const arrow = head.sorted === null ? "" : head.sorted === "ascending" ? "▲" : "▼";
  return (
    <div role="columnheader" aria-sort={head.sorted ?? undefined} className={classes.head} data-align={head.align}>
      {head.toggleSort === undefined ? (
        <span className={classes.headTitle}>{head.title}</span>
      ) : (
        <button type="button" className={classes.headTitle} tabIndex={-1} onClick={head.toggleSort}>
          {head.title}
          <span aria-hidden="true" className={classes.arrow}>
            {arrow}
          </span>
        </button>
      )}
      <span
        role="separator"
        aria-orientation="vertical"
        aria-label={ui.resizeColumn(head.title)}
        className={classes.handle}
        onMouseDown={head.startResize}
        onTouchStart={head.startResize}
        onKeyDown={(event) => {
          const step = event.key === "ArrowLeft" ? -KEY_STEP_PX : event.key === "ArrowRight" ? KEY_STEP_PX : 0;
          if (step !== 0) head.resizeBy(step);
        }}
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
