import type { MouseEvent, ReactNode } from "react";
import classes from "./DataTable.module.css";

export type DataTableRowProps = {
  domId: string;
  index: number;
  top: number;
  /** Undefined while the row is on the way. */
  cells: readonly { id: string; align: "start" | "end"; content: ReactNode }[] | undefined;
  columns: readonly string[];
  isCursor: boolean;
  /** The row the keys act on: the cursor's, or the one they begin at. */
  isStanding: boolean;
  /** Undefined in a table whose rows cannot be ticked. */
  isChecked: boolean | undefined;
  isMuted: boolean;
  onClick(event: MouseEvent): void;
  onTick(): void;
  onDoubleClick(): void;
};

export function DataTableRow(props: DataTableRowProps) {
  const {
    domId,
    index,
    top,
    cells,
    columns,
    isCursor,
    isStanding,
    isChecked,
    isMuted,
    onClick,
    onTick,
    onDoubleClick,
  } = props;
  return (
    <div
      id={domId}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isChecked ?? isCursor}
      aria-current={isCursor ? "true" : undefined}
      className={classes.row}
      data-ticks={isChecked !== undefined}
      data-cursor={isCursor}
      data-standing={isStanding}
      data-checked={isChecked}
      data-muted={isMuted}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      {isChecked === undefined ? null : (
        <span
          role="presentation"
          className={classes.tick}
          onClick={(event) => {
            event.stopPropagation();
            onTick();
          }}
        >
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <rect x="1" y="1" width="10" height="10" rx="2" fill="none" stroke="currentColor" />
            {isChecked ? <path d="m3 6.2 2 2 4-4.4" fill="none" stroke="currentColor" strokeWidth="1.5" /> : null}
          </svg>
        </span>
      )}
      {cells === undefined
        ? columns.map((id) => (
            <span key={id} role="gridcell" className={classes.cell}>
              <span className={classes.skeleton} />
            </span>
          ))
        : cells.map((cell) => (
            <span
              key={cell.id}
              role="gridcell"
              className={classes.cell}
              data-align={cell.align}
              // Whole, where the column is too narrow for it.
              title={typeof cell.content === "string" ? cell.content : undefined}
            >
              {cell.content}
            </span>
          ))}
    </div>
  );
}
