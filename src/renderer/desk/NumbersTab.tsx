import { useState } from "react";
import type { Desk, TextRef } from "#shared/contract/sanitising.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { ChoiceList } from "./ChoiceList.tsx";
import type { Stretch } from "./locateFindings.ts";
import { ItemList } from "./ItemList.tsx";
import classes from "./Tabs.module.css";
import { useMovingKeys } from "./useMovingKeys.ts";
import type { Decisions } from "./useDecisions.ts";
import { useSpoken } from "./useSpoken.ts";

export type TabProps = {
  text: TextRef;
  desk: Desk;
  decisions: Decisions;
  /** Shows a stretch of the text. */
  onShow(stretch: Stretch | null): void;
  /** Goes there to write. */
  onEdit(stretch: Stretch): void;
};

/** Exact numbers, each with broader wordings under the digits; below, what the broader ones stand for. */
export function NumbersTab({ text, desk, decisions, onShow, onEdit }: TabProps) {
  const { sanitising: words, frame } = useMessages();
  const coarsen = useCommand(api.sanitising.coarsen);
  const [wanted, setIndex] = useState(0);
  const { numbers } = desk;
  const index = Math.min(wanted, numbers.length - 1);
  const current = numbers[index];
  useSpoken(current, onShow);
  useMovingKeys(numbers.length > 0, (step) => setIndex(Math.max(0, Math.min(index + step, numbers.length - 1))));
  const choose = (choice: number) => {
    if (current === undefined || decisions.pending) return;
    void decisions.change(async (now) => {
      const again = now.numbers.find(({ start, text: figure }) => start === current.start && figure === current.text);
      const words_ = again?.choices[choice];
      if (again === undefined || words_ === undefined) return;
      await coarsen.run({ text, sha256: now.sha256, start: again.start, end: again.end, words: words_ });
    });
  };
  useCommands(
    (current?.choices ?? []).slice(0, 9).map((choice, at) => ({
      id: `desk.number${at + 1}`,
      title: `${current?.text ?? ""} ${words.willBe(choice)}`,
      shortcut: String(at + 1),
      keysOnly: true,
      group: frame.places.writeups,
      run: () => choose(at),
    })),
  );
  return (
    <div className={classes.tab}>
      <ErrorNote error={coarsen.error} />
      <p className={classes.hint}>{numbers.length === 0 ? words.numbers.none : words.numbers.hint}</p>
      {numbers.length === 0 ? null : (
        <ItemList
          label={words.numbers.list}
          items={numbers}
          index={index}
          onGoTo={setIndex}
          onOpen={(item) => onEdit(item)}
          line={(number, isCurrent) => (
            <>
              <b className={classes.words}>{number.text}</b>
              {isCurrent ? (
                <ChoiceList label={number.text} choices={number.choices} scope={null} onChoose={choose} />
              ) : (
                <span className={classes.soft}>{number.choices.join(" / ")}</span>
              )}
            </>
          )}
        />
      )}
      {desk.exactValues.length === 0 ? null : (
        <section className={classes.kept}>
          <h3>{words.numbers.kept}</h3>
          <ul>
            {desk.exactValues.map(({ id, written, exact }) => (
              <li key={id}>{words.numbers.keptOf(written, exact)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
