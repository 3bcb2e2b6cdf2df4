import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { UnwrittenCase, WriteupRow } from "#shared/contract/writeups.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useDebounced } from "#renderer/data/useDebounced.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { FilterBar, FilterText } from "#renderer/ui/FilterBar.tsx";
import { SentenceChoice } from "#renderer/ui/SentenceChoice.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { useFocusOnArrival } from "#renderer/ui/useFocusOnArrival.ts";
import { CaseLine, WriteupLine } from "./WriteupLines.tsx";
import classes from "./WriteupList.module.css";

const MOST_SHOWN = 500;

type Entry = { type: "writeup"; id: string; row: WriteupRow } | { type: "case"; id: string; row: UnwrittenCase };

/** Enter on a write-up: into its queue, which takes the focus itself when it is still on the way. */
const goIntoDesk = () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  document.querySelector<HTMLElement>("[data-queue]")?.focus({ preventScroll: true });
};

/** The write-ups of the quarter, open work first, and below them its cases that have none yet. */
export function WriteupList({ selected }: { selected: string | null }) {
  const { writeups: words, ui, format } = useMessages();
  const quarter = useShownQuarter();
  const select = useWorkplace((state) => state.select);
  const [anyQuarter, setAnyQuarter] = useState(false);
  const [text, setText] = useState("");
  const settled = useDebounced(text, 120);
  const shownQuarter = anyQuarter ? null : quarter;
  const written = useRead(
    api.writeups.list,
    { filter: { quarter: shownQuarter, text: settled }, limit: MOST_SHOWN },
    { keepPrevious: true },
  );
  // One that is opened from elsewhere stands in the list, whatever its quarter.
  const widened = useRef<string | null>(null);
  const isHidden = written.data?.rows.some(({ id }) => id === selected) === false && settled === "";
  useEffect(() => {
    if (!isHidden || selected === null || anyQuarter || widened.current === selected) return;
    widened.current = selected;
    setAnyQuarter(true);
  }, [isHidden, selected, anyQuarter]);
  const unwritten = useRead(api.writeups.unwritten, { quarter: shownQuarter }, { keepPrevious: true });
  const create = useCommand(api.writeups.create);
  const begin = async (caseId: string) => {
    if (create.pending) return;
    const made = await create.run({ caseId });
    if (made === undefined) return;
    select(made.id);
    setTimeout(goIntoDesk, 0);
  };
  const words_ = settled.trim().toLowerCase();
  const entries: Entry[] = [
    ...(written.data?.rows ?? [])
      .toSorted((a, b) => Number(a.released) - Number(b.released))
      .map((row): Entry => ({ type: "writeup", id: row.id, row })),
    ...(unwritten.data ?? [])
      .filter(({ title }) => title.toLowerCase().includes(words_))
      .map((row): Entry => ({ type: "case", id: row.id, row })),
  ];
  const isKnown = written.data !== undefined && unwritten.data !== undefined;
  const list = useEntryList({
    entries,
    isKnown,
    selected,
    onOpen: (entry) => {
      if (entry.type === "case") return void begin(entry.id);
      select(entry.id);
      setTimeout(goIntoDesk, 0);
    },
    onShow: (entry) => entry.type === "writeup" && select(entry.id),
  });
  useCommands([
    {
      id: "writeups.begin",
      title: words.begin,
      reading: words.ofCaseReading,
      group: words.listLabel,
      when: list.current?.type === "case",
      run: () => list.current?.type === "case" && void begin(list.current.id),
    },
  ]);
  const { after } = words.filter;
  const firstCase = entries.findIndex(({ type }) => type === "case");
  return (
    <div className={classes.pane}>
      <FilterBar label={words.filter.label}>
        <SentenceChoice
          label={words.filter.period}
          text={anyQuarter ? words.filter.anyQuarter : format.quarter(quarter)}
          options={[
            { value: "shown", label: format.quarter(quarter) },
            { value: "any", label: words.filter.anyQuarter },
          ]}
          chosen={[anyQuarter ? "any" : "shown"]}
          onToggle={(value) => setAnyQuarter(value === "any")}
        />
        {anyQuarter ? after.anyQuarter : after.quarter}
        <FilterText
          label={words.filter.placeholder}
          placeholder={words.filter.placeholder}
          value={text}
          onChange={setText}
        />
      </FilterBar>
      <ErrorNote error={written.error ?? unwritten.error ?? create.error} />
      {!isKnown ? (
        written.error === null ? (
          <SkeletonLines count={8} label={ui.loading} />
        ) : null
      ) : entries.length === 0 ? (
        <EmptyState
          title={words_ === "" ? words.empty : words.nothing}
          {...(words_ === "" ? { detail: words.emptyDetail } : {})}
        >
          {anyQuarter ? null : (
            <button type="button" className="link-button" onClick={() => setAnyQuarter(true)}>
              {words.showAll}
            </button>
          )}
        </EmptyState>
      ) : (
        <div {...list.props} aria-label={words.listLabel} className={classes.list} aria-busy={create.pending}>
          {entries.map((entry, index) => (
            <div key={entry.id} role="presentation">
              {index === 0 && entry.type === "writeup" ? <h2>{words.written}</h2> : null}
              {index === firstCase ? <h2>{words.unwritten}</h2> : null}
              <div {...list.propsOf(index)} className={classes.entry} data-type={entry.type}>
                {entry.type === "writeup" ? <WriteupLine row={entry.row} /> : <CaseLine row={entry.row} />}
              </div>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

type EntryListOptions = {
  entries: readonly Entry[];
  isKnown: boolean;
  selected: string | null;
  onOpen(entry: Entry): void;
  onShow(entry: Entry): void;
};

/** Arrows move and show, Enter goes in; the cursor starts on what is open. */
function useEntryList({ entries, isKnown, selected, onOpen, onShow }: EntryListOptions) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const wanted = cursor ?? selected;
  const index = Math.max(
    0,
    entries.findIndex(({ id }) => id === wanted),
  );
  useFocusOnArrival(list, isKnown && entries.length > 0 && selected === null);
  useEffect(() => setCursor(null), [selected]);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [index]);
  const goTo = (target: number) => {
    const entry = entries[Math.max(0, Math.min(target, entries.length - 1))];
    if (entry === undefined) return;
    setCursor(entry.id);
    onShow(entry);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const current = entries[index];
    const actions: Record<string, () => void> = {
      ArrowDown: () => goTo(index + 1),
      ArrowUp: () => goTo(index - 1),
      Home: () => goTo(0),
      End: () => goTo(entries.length - 1),
      Enter: () => current !== undefined && onOpen(current),
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  return {
    current: entries[index],
    props: {
      ref: list,
      role: "listbox",
      tabIndex: 0,
      "data-primary": true,
      "aria-activedescendant": `${listId}${index}`,
      onKeyDown,
    } as const,
    propsOf: (at: number) => ({
      id: `${listId}${at}`,
      role: "option",
      "aria-selected": at === index,
      onClick: () => goTo(at),
      onDoubleClick: () => {
        const entry = entries[at];
        if (entry !== undefined) onOpen(entry);
      },
    }),
  };
}
