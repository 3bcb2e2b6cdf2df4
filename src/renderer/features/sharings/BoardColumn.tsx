import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { BoardColumn as ColumnName, SharingRow } from "#shared/contract/sharings.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { BoardCard } from "./BoardCard.tsx";
import classes from "./SharingBoard.module.css";
import type { BoardDirection } from "./useBoardKeys.ts";
import type { WaitingTime } from "./useWaitingTimes.ts";

/** A card before it was measured: two lines of title, two of facts. */
const CARD_HEIGHT_PX = 98;

type BoardColumnProps = {
  name: ColumnName;
  /** Undefined while they are on the way. */
  rows: readonly SharingRow[] | undefined;
  total: number;
  /** The card of this column that the cursor stands on. */
  cursorId: string | null;
  /** The keys work in this column. */
  isCurrent: boolean;
  waitingTimes: ReadonlyMap<string, WaitingTime>;
  refusalOf(id: string): string | null;
  /** The card under way by mouse, wherever it came from. */
  dragged: SharingRow | null;
  onDrag(row: SharingRow | null): void;
  onDrop(): void;
  onGo(direction: BoardDirection): void;
  onCarry(step: 1 | -1): void;
  onSelect(id: string): void;
  onOpen(id: string): void;
  /** More are there than a column can show. */
  onShowAll(): void;
};

export function BoardColumn(props: BoardColumnProps) {
  const { name, rows, total, cursorId, isCurrent, dragged, onGo, onCarry, onOpen } = props;
  const { sharings: words, ui } = useMessages();
  const columnId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const count = rows?.length ?? 0;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows?.[index]?.id ?? index,
    estimateSize: () => CARD_HEIGHT_PX,
    overscan: 4,
  });
  const cursorIndex = rows?.findIndex(({ id }) => id === cursorId) ?? -1;
  useEffect(() => {
    if (cursorIndex < 0) return;
    virtualizer.scrollToIndex(cursorIndex, { align: "auto" });
    scroller.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [cursorIndex, virtualizer]);
  // What a refusal adds to the card comes into sight too, once the card has grown by it.
  const refusal = cursorId === null ? null : props.refusalOf(cursorId);
  useEffect(() => {
    if (refusal === null || cursorIndex < 0) return;
    const frame = requestAnimationFrame(() => virtualizer.scrollToIndex(cursorIndex, { align: "auto" }));
    return () => cancelAnimationFrame(frame);
  }, [refusal, cursorIndex, virtualizer]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const actions: Record<string, () => void> = event.shiftKey
      ? { ArrowRight: () => onCarry(1), ArrowLeft: () => onCarry(-1) }
      : {
          ArrowDown: () => onGo("down"),
          ArrowUp: () => onGo("up"),
          ArrowRight: () => onGo("right"),
          ArrowLeft: () => onGo("left"),
          Enter: () => cursorId !== null && onOpen(cursorId),
        };
    const action = event.target === event.currentTarget ? actions[event.key] : undefined;
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  return (
    <section
      className={classes.column}
      data-over={over && dragged !== null}
      data-empty={rows !== undefined && count === 0}
      onDragOver={(event) => {
        if (dragged === null) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.onDrop();
      }}
    >
      <h2 id={columnId} className={classes.columnTitle}>
        {words.board[name]}
        <span className={classes.total}>{rows === undefined || total === 0 ? "" : total}</span>
      </h2>
      <div
        ref={scroller}
        role="listbox"
        aria-labelledby={columnId}
        aria-activedescendant={cursorId === null ? undefined : `${columnId}${cursorId}`}
        tabIndex={isCurrent ? 0 : -1}
        data-primary={isCurrent}
        className={classes.cards}
        onKeyDown={onKeyDown}
      >
        {rows === undefined ? <SkeletonLines count={4} label={ui.loading} /> : null}
        {rows !== undefined && count === 0 ? <p className={classes.none}>{words.boardEmpty}</p> : null}
        <div role="presentation" className={classes.stack} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows?.[item.index];
            return row === undefined ? null : (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                role="presentation"
                data-index={item.index}
                className={classes.slot}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <BoardCard
                  domId={`${columnId}${row.id}`}
                  row={row}
                  position={item.index + 1}
                  setSize={total}
                  isCursor={row.id === cursorId}
                  isDragged={row.id === dragged?.id}
                  waiting={props.waitingTimes.get(row.id) ?? null}
                  refusal={props.refusalOf(row.id)}
                  onDrag={(isUnderWay) => props.onDrag(isUnderWay ? row : null)}
                  onSelect={() => props.onSelect(row.id)}
                  onOpen={() => onOpen(row.id)}
                />
              </div>
            );
          })}
        </div>
        {total > count && count > 0 ? (
          <button type="button" className="link-button" tabIndex={-1} onClick={() => props.onShowAll()}>
            {words.boardMore(total - count)}
          </button>
        ) : null}
      </div>
    </section>
  );
}
