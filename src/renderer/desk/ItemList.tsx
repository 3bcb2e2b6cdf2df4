import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { useFocusOnArrival } from "#renderer/ui/useFocusOnArrival.ts";
import classes from "./ItemList.module.css";

export type ItemListProps<Item> = {
  label: string;
  items: readonly Item[];
  index: number;
  line(item: Item, isCurrent: boolean): ReactNode;
  onGoTo(index: number): void;
  onOpen(item: Item): void;
};

/** A line as a rule; the current one may need more than one. */
const LINE_PX = 29;

/** A list with one current line; the queue's manners without its folding. A long text has thousands of numbers. */
export function ItemList<Item>({ label, items, index, line, onGoTo, onOpen }: ItemListProps<Item>) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  useFocusOnArrival(list, items.length > 0);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => list.current,
    estimateSize: () => LINE_PX,
    overscan: 10,
  });
  useEffect(() => {
    if (index >= 0) virtualizer.scrollToIndex(index, { align: "auto" });
  }, [virtualizer, index]);
  const goTo = (wanted: number) => onGoTo(Math.max(0, Math.min(wanted, items.length - 1)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target !== event.currentTarget) return;
    const current = items[index];
    const actions: Record<string, () => void> = {
      ArrowDown: () => goTo(index + 1),
      ArrowUp: () => goTo(index - 1),
      Home: () => goTo(0),
      End: () => goTo(items.length - 1),
      Enter: () => current !== undefined && onOpen(current),
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={label}
      aria-activedescendant={`${listId}${index}`}
      tabIndex={0}
      className={classes.list}
      data-queue
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index: at, start }) => {
          const item = items[at];
          return item === undefined ? null : (
            <div
              key={at}
              ref={virtualizer.measureElement}
              id={`${listId}${at}`}
              data-index={at}
              role="option"
              aria-selected={at === index}
              className={classes.line}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => goTo(at)}
              onDoubleClick={() => onOpen(item)}
            >
              {line(item, at === index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
