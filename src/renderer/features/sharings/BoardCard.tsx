import type { SharingRow } from "#shared/contract/sharings.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { TlpLabel } from "#renderer/ui/TlpLabel.tsx";
import classes from "./BoardCard.module.css";
import type { WaitingTime } from "./useWaitingTimes.ts";

type BoardCardProps = {
  domId: string;
  row: SharingRow;
  position: number;
  setSize: number;
  isCursor: boolean;
  isDragged: boolean;
  waiting: WaitingTime | null;
  /** Why it did not move. */
  refusal: string | null;
  onDrag(isUnderWay: boolean): void;
  onSelect(): void;
  onOpen(): void;
};

/** One sharing on the board. What is dragged carries no text: nothing of it can be dropped outside the window. */
export function BoardCard(props: BoardCardProps) {
  const { domId, row, position, setSize, isCursor, isDragged, waiting, refusal, onDrag, onSelect, onOpen } = props;
  const { sharings: words, vocabulary } = useMessages();
  const { card } = words;
  const facts = [
    row.origin === "hub" ? vocabulary.origin.hub : card.reports(row.reportCount),
    ...(row.sightingCount > 0 ? [card.sightings(row.sightingCount)] : []),
    ...(row.version > 1 && row.state !== "withdrawn" ? [card.version(row.version)] : []),
  ];
  return (
    <div
      id={domId}
      role="option"
      aria-selected={isCursor}
      aria-setsize={setSize}
      aria-posinset={position}
      className={classes.card}
      data-cursor={isCursor}
      data-dragged={isDragged}
      data-muted={row.column === "withdrawn"}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
      onClick={onSelect}
      onDoubleClick={onOpen}
    >
      <p className={classes.title} title={row.title}>
        {row.title}
      </p>
      <p className={classes.facts}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {waiting === null ? null : (
          <span className={classes.waits}>
            {waiting.overdueDays > 0 ? card.overdue(waiting.overdueDays) : card.waiting(waiting.days)}
          </span>
        )}
      </p>
      {row.isLapsed || row.isNoticeDue ? (
        <p className={classes.waits}>{row.isLapsed ? card.lapsed : card.noticeDue}</p>
      ) : null}
      <TlpLabel tlp={row.tlp} small />
      {refusal === null ? null : (
        <p role="alert" className={classes.refusal}>
          {refusal}
        </p>
      )}
    </div>
  );
}
