import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef, type KeyboardEvent } from "react";
import type { DeskFinding } from "#shared/contract/sanitising.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useFocusOnArrival } from "#renderer/ui/useFocusOnArrival.ts";
import classes from "./FindingQueue.module.css";
import type { QueueRow } from "./queueRows.ts";
import { sentenceWords } from "./sentenceWords.ts";
import { TierMark } from "./TierMark.tsx";
import type { Queue } from "./useQueue.ts";

const ROW_PX = 28;

export type FindingQueueProps = {
  queue: Queue;
  onOpen(row: QueueRow): void;
  /** Where several texts are looked through at once: the one it stands in. */
  textName?(finding: DeskFinding): string;
};

/** What was found, ordered as it is worked off: one line a group, its places below it when unfolded. */
export function FindingQueue({ queue, onOpen, textName = () => "" }: FindingQueueProps) {
  const { sanitising: words } = useMessages();
  const { rows, index } = queue;
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  useFocusOnArrival(list, rows.length > 0);
  useEffect(() => {
    if (index >= 0) virtualizer.scrollToIndex(index, { align: "auto" });
  }, [virtualizer, index]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { row } = queue;
    const isGroup = row !== undefined && row.place === 0 && row.group.findings.length > 1;
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 300) / ROW_PX) - 1);
    const actions: Record<string, () => void> = {
      ArrowDown: () => queue.move(1),
      ArrowUp: () => queue.move(-1),
      PageDown: () => queue.move(page),
      PageUp: () => queue.move(-page),
      Home: () => queue.goTo(0),
      End: () => queue.goTo(rows.length - 1),
      Enter: () => row !== undefined && onOpen(row),
      ...(isGroup && queue.isUnfolded(row.group.id) ? { ArrowLeft: () => queue.fold(row.group.id) } : {}),
      ...(isGroup && !queue.isUnfolded(row.group.id) ? { ArrowRight: () => queue.fold(row.group.id) } : {}),
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
      aria-label={words.queue}
      aria-activedescendant={index < 0 ? undefined : `${listId}${index}`}
      tabIndex={0}
      className={classes.list}
      data-queue
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <QueueLine
              key={row.id}
              id={`${listId}${item.index}`}
              row={row}
              top={item.start}
              isCurrent={item.index === index}
              isUnfolded={queue.isUnfolded(row.group.id)}
              text={textName(row.finding)}
              onChoose={() => queue.goTo(item.index)}
              onOpen={() => onOpen(row)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Signs before the words that still tell what the sentence is about. */
const SHOWN_BEFORE = 10;

/** The words in their sentence, near enough to the start of the line to be read without opening it. */
function Passage({ finding, instead }: { finding: DeskFinding; instead?: string }) {
  const { before, found, after } = sentenceWords(finding.sentence, finding.text);
  const lead = before.length > SHOWN_BEFORE && found !== "" ? `…${before.slice(-SHOWN_BEFORE)}` : before;
  return (
    <>
      {lead}
      {found === "" ? null : <mark className={classes.found}>{instead ?? found}</mark>}
      {after}
    </>
  );
}

/** What stands beside a term that was never published: the sentence says whether it names somebody. */
function Snippet({ finding }: { finding: DeskFinding }) {
  return (
    <span className={classes.sentence}>
      <Passage finding={finding} instead="～" />
    </span>
  );
}

const readOf = ({ reads, text }: DeskFinding): string => (reads === "" ? text : reads);

type QueueLineProps = {
  id: string;
  row: QueueRow;
  top: number;
  isCurrent: boolean;
  isUnfolded: boolean;
  /** The name of the text, or "". */
  text: string;
  onChoose(): void;
  onOpen(): void;
};

function QueueLine({ id, row, top, isCurrent, isUnfolded, text, onChoose, onOpen }: QueueLineProps) {
  const { sanitising: words } = useMessages();
  const { group, finding, place } = row;
  const count = group.findings.length;
  const read = readOf(finding);
  const isOneWord = new Set(group.findings.map(readOf)).size === 1;
  const name = isOneWord ? read : (finding.entity?.title ?? read);
  const isTerm = finding.kind === "novel-term";
  return (
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      className={classes.row}
      data-tier={group.tier}
      data-place={place > 0}
      data-term={place === 0 && isTerm}
      data-group={group.id}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onChoose}
      onDoubleClick={onOpen}
    >
      {place === 0 ? (
        <>
          <span className={classes.tier}>
            <TierMark tier={group.tier} />
          </span>
          <span className={classes.read} title={name}>
            {name}
          </span>
          {isTerm ? (
            <Snippet finding={finding} />
          ) : (
            <span className={classes.kind}>{words.kind[finding.kind] ?? finding.kind}</span>
          )}
          <span className={classes.count}>
            {count === 1 ? (
              text
            ) : (
              <>
                <span aria-hidden="true">{isUnfolded ? "▾" : "▸"}</span> {words.places(count)}
              </>
            )}
          </span>
        </>
      ) : (
        <>
          <span className={classes.number}>{place}</span>
          <span className={classes.sentence}>
            {text === "" ? null : <span className={classes.text}>{text}</span>}
            {isOneWord ? null : <b>{read}</b>} <Passage finding={finding} />
          </span>
        </>
      )}
    </div>
  );
}
