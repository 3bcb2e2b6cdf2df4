import { useState } from "react";
import type { StyleHint } from "#shared/contract/sanitising.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import bar from "./DecisionBar.module.css";
import { ItemList } from "./ItemList.tsx";
import type { TabProps } from "./NumbersTab.tsx";
import classes from "./Tabs.module.css";
import { useMovingKeys } from "./useMovingKeys.ts";
import { useSpoken } from "./useSpoken.ts";

type Applicable = StyleHint & { suggestion: string };

const isApplicable = (hint: StyleHint): hint is Applicable => hint.suggestion !== null;

/** House style and words of certainty: hints that stop nothing, applied one by one or a kind at once. */
export function HintsTab({ text, desk, decisions, onShow, onEdit }: TabProps) {
  const { sanitising: words, frame } = useMessages();
  const applyHints = useCommand(api.sanitising.applyHints);
  const [wanted, setIndex] = useState(0);
  const { hints } = desk;
  const index = Math.min(wanted, hints.length - 1);
  const current = hints[index];
  useSpoken(current, onShow);
  useMovingKeys(hints.length > 0, (step) => setIndex(Math.max(0, Math.min(index + step, hints.length - 1))));
  const apply = (wholeKind: boolean) => {
    if (current === undefined) return;
    void decisions.change(async (now) => {
      const alike = now.hints
        .filter(isApplicable)
        .filter(({ code, start, text: found }) =>
          wholeKind ? code === current.code : start === current.start && found === current.text,
        )
        .map(({ start, end, suggestion }) => ({ start, end, suggestion }));
      if (alike.length > 0) await applyHints.run({ text, sha256: now.sha256, hints: alike });
    });
  };
  const canApply = current !== undefined && isApplicable(current);
  const common = { group: frame.places.writeups, when: canApply } as const;
  useCommands([
    { id: "desk.applyHint", title: words.hints.apply, shortcut: "R", ...common, run: () => apply(false) },
    { id: "desk.applyHints", title: words.hints.applyAll, shortcut: "Shift+R", ...common, run: () => apply(true) },
  ]);
  return (
    <div className={classes.tab}>
      <ErrorNote error={applyHints.error} />
      <p className={classes.hint}>{hints.length === 0 ? words.hints.none : words.hints.hint}</p>
      {hints.length === 0 ? null : (
        <ItemList
          label={words.hints.list}
          items={hints}
          index={index}
          onGoTo={setIndex}
          onOpen={(item) => onEdit(item)}
          line={(hint, isCurrent) => (
            <>
              <span className={classes.code}>{words.hints.code[hint.code] ?? hint.code}</span>
              <span className={classes.words}>
                {hint.text} <b>{hint.suggestion === null ? null : words.willBe(hint.suggestion)}</b>
              </span>
              {hint.suggestion === null ? <span className={classes.soft}>{words.hints.byHand}</span> : null}
              {isCurrent && hint.suggestion !== null ? (
                <span className={classes.actions}>
                  <button type="button" className={bar.choice} onClick={() => apply(false)}>
                    <KeyHint keys="R" />
                    {words.hints.apply}
                  </button>
                  <button type="button" className={bar.choice} onClick={() => apply(true)}>
                    <KeyHint keys="Shift+R" />
                    {words.hints.applyAll}
                  </button>
                </span>
              ) : null}
            </>
          )}
        />
      )}
    </div>
  );
}
