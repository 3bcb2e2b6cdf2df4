import { useRef, useState, type KeyboardEvent } from "react";
import { isOpen } from "#renderer/desk/tiers.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./EntryList.module.css";
import { EntryTexts } from "./EntryTexts.tsx";
import {
  ENTRY_PLACES,
  moveEntry,
  neighbourOf,
  placeEntry,
  type Entry,
  type EntryPlace,
  type Section,
} from "./draftEntries.ts";
import type { OutlineEntry } from "./Outline.tsx";
import { useReportDesk } from "./reportDesk.ts";
import { useReportWords } from "./useReportWords.ts";

export type EntryListProps = {
  section: Section;
  entries: readonly Entry[];
  outline: readonly OutlineEntry[];
  onChange(entries: Entry[]): void;
};

/** The cases of one section in their order; the one that is open shows its text below its line. */
export function EntryList({ section, entries, outline, onChange }: EntryListProps) {
  const { publishing: words } = useMessages();
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const { caseId: openId, open, showPage } = useReportDesk();
  const waiting = useWaitingWords();
  const own = entries.filter((entry) => entry.section === section);
  if (own.length === 0) return <p className={classes.none}>{words.parts.noneInSection}</p>;

  const chapterOf = (caseId: string) => outline.find((item) => item.caseId === caseId && item.level === 1);
  const focusEntry = (caseId: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-entry="${caseId}"]`)?.focus());
  const openEntry = (caseId: string) => {
    open(openId === caseId ? null : caseId);
    const page = outline.find((item) => item.caseId === caseId)?.page;
    if (page !== undefined) showPage(page);
  };
  const move = (caseId: string, step: -1 | 1) => {
    const neighbour = neighbourOf(entries, caseId, step);
    if (neighbour === undefined) return;
    onChange(moveEntry(entries, caseId, neighbour.caseId));
    focusEntry(caseId);
  };
  const onKeyDown = (event: KeyboardEvent, caseId: string) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    const place = ENTRY_PLACES[Number(event.key) - 1];
    if (step !== null && event.altKey) move(caseId, step);
    else if (step !== null) focusEntry(neighbourOf(entries, caseId, step)?.caseId ?? caseId);
    else if (event.key === "Enter") openEntry(caseId);
    else if (place !== undefined) onChange(placeEntry(entries, caseId, place));
    else return;
    event.preventDefault();
  };
  return (
    <ol ref={list} className={classes.list}>
      {own.map((entry) => (
        <li
          key={entry.caseId}
          data-open={entry.caseId === openId}
          data-place={entry.place}
          data-dragged={entry.caseId === dragged}
          onDragOver={(event) => {
            if (dragged !== null) event.preventDefault();
          }}
          onDrop={(event) => {
            if (dragged === null) return;
            event.preventDefault();
            onChange(moveEntry(entries, dragged, entry.caseId));
            setDragged(null);
          }}
        >
          <div
            className={classes.entry}
            data-entry={entry.caseId}
            role="group"
            aria-label={entry.title}
            tabIndex={0}
            onKeyDown={(event) => onKeyDown(event, entry.caseId)}
          >
            <span
              className={classes.handle}
              title={words.drag(entry.title)}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = "move";
                setDragged(entry.caseId);
              }}
              onDragEnd={() => setDragged(null)}
            >
              ⠿
            </span>
            <button
              type="button"
              tabIndex={-1}
              className={classes.title}
              aria-expanded={entry.caseId === openId}
              onClick={() => openEntry(entry.caseId)}
            >
              {entry.title}
              <EntryNotes
                entry={entry}
                chapter={chapterOf(entry.caseId)?.number}
                waiting={waiting.get(entry.caseId) ?? 0}
              />
            </button>
            <span className={classes.choices}>
              <PlaceChoice
                value={entry.place}
                onChoose={(place) => onChange(placeEntry(entries, entry.caseId, place))}
              />
              <span className={classes.moves}>
                {([-1, 1] as const).map((step) => (
                  <button
                    key={step}
                    type="button"
                    tabIndex={-1}
                    disabled={neighbourOf(entries, entry.caseId, step) === undefined}
                    aria-label={step < 0 ? words.moveUp(entry.title) : words.moveDown(entry.title)}
                    onClick={() => move(entry.caseId, step)}
                  >
                    {step < 0 ? "↑" : "↓"}
                  </button>
                ))}
              </span>
            </span>
          </div>
          {entry.caseId === openId ? <EntryTexts key={entry.caseId} entry={entry} outline={outline} /> : null}
        </li>
      ))}
    </ol>
  );
}

/** How many findings wait in the report's own words about each case. */
function useWaitingWords(): ReadonlyMap<string, number> {
  const { data } = useReportWords(useShownQuarter());
  const caseOf = new Map(data?.parts.map(({ key, record }) => [key, record?.id ?? ""]));
  const waiting = new Map<string, number>();
  for (const finding of data?.findings.filter(isOpen) ?? []) {
    const caseId = caseOf.get(finding.where) ?? "";
    waiting.set(caseId, (waiting.get(caseId) ?? 0) + 1);
  }
  return waiting;
}

type EntryNotesProps = { entry: Entry; chapter: string | undefined; waiting: number };

function EntryNotes({ entry, chapter, waiting }: EntryNotesProps) {
  const { publishing: words } = useMessages();
  const { place, hasNarrative, hasSummary } = entry;
  return (
    <span className={classes.notes}>
      {place === "chapter" && chapter !== undefined ? <span>{words.chapterOf(chapter)}</span> : null}
      {place === "chapter" && !hasNarrative ? <b>{words.noNarrative}</b> : null}
      {place !== "left-out" && !hasSummary ? <b>{words.noSummary}</b> : null}
      {waiting > 0 ? <b>{words.own.waiting(waiting)}</b> : null}
    </span>
  );
}

function PlaceChoice({ value, onChoose }: { value: EntryPlace; onChoose(place: EntryPlace): void }) {
  const { publishing: words } = useMessages();
  return (
    <span role="radiogroup" aria-label={words.place.label} className={classes.places}>
      {ENTRY_PLACES.map((place) => (
        <button
          key={place}
          type="button"
          role="radio"
          tabIndex={-1}
          aria-checked={place === value}
          onClick={() => onChoose(place)}
        >
          {words.place[place]}
        </button>
      ))}
    </span>
  );
}
