import { useCallback, useRef, useState } from "react";
import type { Decision, Desk, DeskFinding, TextRef } from "#shared/contract/sanitising.ts";
import type { AppError } from "#shared/errors.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { draftKeyOf } from "#renderer/data/useDesk.ts";
import { flushDrafts, isDraftPending } from "#renderer/ui/editor/textDrafts.ts";
import { markIdOf } from "./tiers.ts";

export type Settling = Pick<Decision, "action" | "words" | "reason">;

export type Decisions = {
  /** Decides on places of the text; they leave the queue at once. Answers whether the core took it. */
  decide(findings: readonly DeskFinding[], settling: Settling): Promise<boolean>;
  /** Takes back that places were allowed. */
  reconsider(findings: readonly DeskFinding[]): Promise<void>;
  /** Does something else to the text as it stands once everything before is done. */
  change(perform: (desk: Desk) => Promise<unknown>): Promise<void>;
  /** Places that are decided and on their way, by `markIdOf`. */
  underWay: ReadonlySet<string>;
  pending: boolean;
  error: AppError | null;
};

/** The same place in the text as it stands now: a decision in the same sentence gives the others new keys. */
export function findAgain(desk: Pick<Desk, "findings">, wanted: DeskFinding): DeskFinding | undefined {
  const alike = desk.findings.filter(({ group, text, where }) => {
    return group === wanted.group && text === wanted.text && where === wanted.where;
  });
  const same = alike.filter(({ key }) => key === wanted.key);
  const candidates = same.length > 0 ? same : alike;
  const distance = ({ start }: DeskFinding) => Math.abs(start - wanted.start);
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0];
}

/**
 * Applies decisions one after another, each to the text as the one before left it: keys can be pressed faster than the
 * core looks through the text again.
 */
export function useDecisions(text: TextRef, desk: Desk, latest: () => Promise<Desk | undefined>): Decisions {
  const decideCommand = useCommand(api.sanitising.decide);
  const reconsiderCommand = useCommand(api.sanitising.reconsider);
  const [underWay, setUnderWay] = useState<ReadonlySet<string>>(new Set());
  const [waiting, setWaiting] = useState(0);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  // What was asked for last may be newer than what is on screen: only what comes anew from outside replaces it.
  const known = useRef({ desk, shown: desk });
  if (known.current.shown !== desk) known.current = { desk, shown: desk };

  const inTurn = useCallback(
    <T>(perform: (desk: Desk) => Promise<T>): Promise<T | undefined> => {
      setWaiting((count) => count + 1);
      const next = turn.current.then(async () => {
        try {
          const isTyped = isDraftPending(draftKeyOf(text));
          if (isTyped) await flushDrafts();
          const now = isTyped ? await latest() : known.current.desk;
          return now === undefined ? undefined : await perform(now);
        } finally {
          known.current.desk = (await latest()) ?? known.current.desk;
          setWaiting((count) => count - 1);
        }
      });
      turn.current = next.catch(() => undefined);
      return next;
    },
    [latest, text],
  );

  const decide = async (findings: readonly DeskFinding[], settling: Settling) => {
    const ids = findings.map(markIdOf);
    setUnderWay((before) => new Set([...before, ...ids]));
    const done = await inTurn(async (now) => {
      const keys = new Set(findings.flatMap((finding) => findAgain(now, finding)?.key ?? []));
      if (keys.size === 0) return true;
      const decisions = [...keys].map((key) => ({ key, ...settling }));
      return (await decideCommand.run({ text, sha256: now.sha256, decisions })) !== undefined;
    });
    setUnderWay((before) => new Set([...before].filter((id) => !ids.includes(id))));
    return done === true;
  };
  return {
    decide,
    async reconsider(findings) {
      await inTurn(async () => reconsiderCommand.run({ text, keys: [...new Set(findings.map(({ key }) => key))] }));
    },
    async change(perform) {
      await inTurn(perform);
    },
    underWay,
    pending: waiting > 0,
    error: decideCommand.error ?? reconsiderCommand.error,
  };
}
