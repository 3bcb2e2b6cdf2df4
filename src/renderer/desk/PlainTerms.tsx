import { useState } from "react";
import type { DeskFinding } from "#shared/contract/sanitising.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import classes from "./PlainTerms.module.css";
import type { FindingGroup } from "./queueRows.ts";
import type { Deciding } from "./useDecisions.ts";
import { WordsField } from "./WordsField.tsx";

const focusQueue = () => document.querySelector<HTMLElement>("[data-queue]")?.focus({ preventScroll: true });

export type PlainTermsProps = { groups: readonly FindingGroup[]; decisions: Pick<Deciding, "decide"> };

/**
 * Over the queue: terms of nothing but ordinary words, which stand below in their sentences, let stay all at once, with
 * one reason. Nothing else can be let stay by the number.
 */
export function PlainTerms({ groups, decisions }: PlainTermsProps) {
  const { sanitising, frame } = useMessages();
  const words = sanitising.plainTerms;
  const sayUndoable = useUndoNotice();
  const [asking, setAsking] = useState(false);
  const plain: DeskFinding[] = groups.filter(({ tier }) => tier === "plain").flatMap(({ findings }) => findings);
  const terms = groups.filter(({ tier }) => tier === "plain").length;
  const isOffered = terms > 1;
  useCommands([
    {
      id: "desk.allowPlain",
      title: words.command,
      reading: words.reading,
      shortcut: "T",
      group: frame.places.writeups,
      when: isOffered,
      run: () => setAsking(true),
    },
  ]);
  if (!isOffered) return null;
  const leave = () => {
    setAsking(false);
    focusQueue();
  };
  const settle = async (reason: string) => {
    if (reason === "") return;
    leave();
    const isDone = await decisions.decide(plain, { action: "allow", reason });
    if (isDone) sayUndoable(sanitising.done.allow(plain.length));
  };
  return (
    <div className={classes.bar}>
      {asking ? (
        <WordsField
          label={sanitising.reason}
          hint={sanitising.reasonHint}
          scope={words.scope(terms)}
          initial={words.usualReason}
          suggestions={[]}
          onLeave={leave}
          onAnswer={(reason) => void settle(reason)}
        />
      ) : (
        <>
          <span className={classes.line}>{words.line(terms)}</span>
          <button type="button" className={classes.choice} onClick={() => setAsking(true)}>
            <KeyHint keys="T" />
            {words.accept}
          </button>
        </>
      )}
    </div>
  );
}
