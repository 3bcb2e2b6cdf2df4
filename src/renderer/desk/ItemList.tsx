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

/** A list of a few dozen lines with one current; the queue's manners without its folding. */
export function ItemList<Item>({ label, items, index, line, onGoTo, onOpen }: ItemListProps<Item>) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  useFocusOnArrival(list, items.length > 0);
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: "nearest" });
  }, [index]);
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
      {items.map((item, at) => (
        <div
          key={at}
          id={`${listId}${at}`}
          role="option"
          aria-selected={at === index}
          className={classes.line}
          onClick={() => goTo(at)}
          onDoubleClick={() => onOpen(item)}
        >
          {line(item, at === index)}
        </div>
      ))}
    </div>
  );
}
