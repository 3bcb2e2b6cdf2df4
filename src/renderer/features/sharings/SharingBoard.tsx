import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { BOARD_COLUMNS, type BoardColumn as ColumnName, type SharingRow } from "#shared/contract/sharings.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { ListPane } from "#renderer/ui/ListPane.tsx";
import { BoardColumn } from "./BoardColumn.tsx";
import { BoardFilterBar } from "./BoardFilterBar.tsx";
import { columnBeside, stepOnBoard } from "./boardMoves.ts";
import classes from "./SharingBoard.module.css";
import { useBoardKeys, type BoardDirection } from "./useBoardKeys.ts";
import { useBoardMove } from "./useBoardMove.tsx";
import { useWaitingTimes } from "./useWaitingTimes.ts";

type SharingBoardProps = { onOpen(): void; onCreate(): void };

/** A card a sharing, a column a step of its way; every column scrolls on its own. */
export function SharingBoard({ onOpen, onCreate }: SharingBoardProps) {
  const { sharings: words } = useMessages();
  const quarter = useShownQuarter();
  const allQuarters = useSharingsView((state) => state.filter.allQuarters);
  const showOnly = useSharingsView((state) => state.showOnly);
  const selected = useWorkplace((state) => state.selected.sharings ?? null);
  const select = useWorkplace((state) => state.select);
  const { data, error } = useRead(
    api.sharings.board,
    { quarter: allQuarters ? null : quarter },
    { keepPrevious: true },
  );
  const waitingTimes = useWaitingTimes();
  const [dragged, setDragged] = useState<SharingRow | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const rowsOf = (name: ColumnName) => data?.find(({ column }) => column === name)?.rows ?? [];
  const columnOfCursor = BOARD_COLUMNS.find((name) => rowsOf(name).some(({ id }) => id === selected));
  const current = columnOfCursor ?? BOARD_COLUMNS.find((name) => rowsOf(name).length > 0) ?? "draft";
  const cursor = Math.max(
    0,
    rowsOf(current).findIndex(({ id }) => id === selected),
  );
  const moves = useBoardMove();

  const go = (direction: BoardDirection) => {
    const lengths = Object.fromEntries(BOARD_COLUMNS.map((name) => [name, rowsOf(name).length]));
    const stands = columnOfCursor !== undefined;
    const step = stepOnBoard(lengths as Record<ColumnName, number>, { column: current, index: cursor }, direction);
    const row = rowsOf(stands ? step.column : current)[stands ? step.index : cursor];
    if (row !== undefined) select(row.id);
  };
  const carry = (step: 1 | -1) => {
    const row = columnOfCursor === undefined ? undefined : rowsOf(current)[cursor];
    const to = columnBeside(current, step);
    if (row !== undefined && to !== null) moves.move(row, to);
  };
  useBoardKeys({ go, carry });
  // The cursor's column takes the focus along when the card moved, or the cursor.
  useEffect(() => {
    const active = document.activeElement;
    const isFree = active === null || active === document.body || active.closest("nav") !== null;
    const isHere = board.current?.contains(active) === true;
    if (data !== undefined && (isFree || isHere)) {
      board.current?.querySelector<HTMLElement>("[data-primary=true]")?.focus({ preventScroll: true });
    }
  }, [current, data]);

  if (error !== null) return <ErrorNote error={error} />;
  const isEmpty = data !== undefined && data.every(({ total }) => total === 0);
  return (
    <ListPane filter={<BoardFilterBar />}>
      {isEmpty ? (
        <EmptyState title={words.empty.title} detail={words.empty.board}>
          <Button onClick={onCreate}>{words.create.command}</Button>
        </EmptyState>
      ) : (
        <div
          ref={board}
          role="group"
          aria-label={words.boardLabel}
          aria-busy={data === undefined}
          className={classes.board}
        >
          {BOARD_COLUMNS.map((name) => (
            <BoardColumn
              key={name}
              name={name}
              rows={data === undefined ? undefined : rowsOf(name)}
              total={data?.find(({ column }) => column === name)?.total ?? 0}
              cursorId={name === columnOfCursor ? selected : null}
              isCurrent={name === current}
              waitingTimes={waitingTimes}
              refusalOf={(id) => moves.refusals.get(id) ?? null}
              dragged={dragged}
              onDrag={setDragged}
              onDrop={() => {
                if (dragged !== null) moves.move(dragged, name);
                setDragged(null);
              }}
              onGo={go}
              onCarry={carry}
              onSelect={select}
              onShowAll={() => showOnly({ allQuarters, states: [name === "corrected" ? "shared" : name] })}
              onOpen={(id) => {
                select(id);
                onOpen();
              }}
            />
          ))}
        </div>
      )}
      {moves.dialog}
    </ListPane>
  );
}
