import { useState } from "react";
import type { DecisionAction } from "#shared/domain/consent.ts";
import type { Command } from "#renderer/commands/registry.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import type { QueueRow } from "./queueRows.ts";
import type { Deciding, Settling } from "./useDecisions.ts";

/** A decision that waits for its words, its reason, or one of several choices. */
export type Asking = { action: Exclude<DecisionAction, "mask">; whole: boolean; lastReason: string };

/** Kept for the next: many findings stay for the same reason. */
let lastReason = "";

const KEYS: Record<DecisionAction, string> = { mask: "M", generalise: "G", describe: "D", allow: "A" };

/** What each key does to the place the queue stands on, and with Shift to its whole group. */
export function useDecisionKeys(row: QueueRow, decisions: Deciding) {
  const { sanitising: words, frame, ui } = useMessages();
  const sayUndoable = useUndoNotice();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [refusal, setRefusal] = useState<"must" | "no-choices" | null>(null);
  const { finding, group } = row;
  const choices = finding.proposals.generalise;

  const settle = async (settling: Settling, whole: boolean) => {
    setAsking(null);
    const places = whole ? group.findings : [finding];
    const isDone = await decisions.decide(places, settling);
    if (isDone && places.length > 1) sayUndoable(words.done[settling.action](places.length));
  };
  const start = (action: DecisionAction, whole: boolean) => {
    setRefusal(null);
    if (action === "mask") return void settle({ action }, whole);
    if (action === "allow" && group.tier === "allowed") {
      return void decisions.reconsider(whole ? group.findings : [finding]);
    }
    if (action === "allow" && group.tier === "must") return setRefusal("must");
    const [only] = choices;
    if (action === "generalise" && only === undefined) return setRefusal("no-choices");
    if (action === "generalise" && choices.length === 1 && only !== undefined) {
      return void settle({ action, words: only }, whole);
    }
    setAsking({ action, whole, lastReason });
  };
  const choose = (index: number) => {
    const chosen = choices[index];
    if (chosen !== undefined) void settle({ action: "generalise", words: chosen }, asking?.whole ?? false);
  };

  const base = { group: frame.places.writeups } as const;
  const own = (action: DecisionAction): Command[] => [
    {
      id: `desk.${action}`,
      title: action === "allow" && group.tier === "allowed" ? words.commands.reconsider : words.commands[action],
      reading: words.readings[action],
      shortcut: KEYS[action],
      ...base,
      run: () => start(action, false),
    },
    {
      id: `desk.${action}All`,
      title: words.commands[`${action}All`],
      reading: words.readings[action],
      shortcut: `Shift+${KEYS[action]}`,
      // Of one place it is the same as without Shift: whoever goes through by groups need not look how many there are.
      keysOnly: group.findings.length === 1,
      ...base,
      run: () => start(action, true),
    },
  ];
  useCommands([
    ...own("mask"),
    ...own("generalise"),
    ...own("describe"),
    ...own("allow"),
    {
      id: "desk.stopAsking",
      title: ui.cancel,
      shortcut: "Escape",
      keysOnly: true,
      when: asking?.action === "generalise",
      ...base,
      run: () => setAsking(null),
    },
    ...choices.slice(0, 9).map((choice, index) => ({
      id: `desk.choose${index + 1}`,
      title: `${words.actions.generalise} ${words.willBe(choice)}`,
      shortcut: String(index + 1),
      keysOnly: true,
      when: asking === null || asking.action === "generalise",
      ...base,
      run: () => choose(index),
    })),
  ]);

  return {
    asking,
    refusal,
    start,
    choose,
    stopAsking: () => setAsking(null),
    /** Commits what was typed; `after` puts the focus back. */
    answer(text: string, after: () => void) {
      if (asking === null || text === "") return;
      after();
      if (asking.action === "allow") lastReason = text;
      void settle(
        asking.action === "allow" ? { action: "allow", reason: text } : { action: "describe", words: text },
        asking.whole,
      );
    },
  };
}
