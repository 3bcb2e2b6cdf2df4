import { useRef, useState } from "react";
import type { Decision, Desk, DeskFinding, TextRef } from "#shared/contract/sanitising.ts";
import type { AppError } from "#shared/errors.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { draftKeyOf } from "#renderer/data/useDesk.ts";
import { flushDrafts, isDraftPending } from "#renderer/ui/editor/textDrafts.ts";
import { markIdOf } from "./tiers.ts";

export type Settling = Pick<Decision, "action" | "words" | "reason">;

/** What is shown of a text, or of several: its findings, and the hash that decisions are bound to. */
export type Shown = Pick<Desk, "findings" | "sha256">;

export type Deciding = {
  /** Decides on places of the text; they leave the queue at once. Answers whether the core took it. */
  decide(findings: readonly DeskFinding[], settling: Settling): Promise<boolean>;
  /** Takes back that places were allowed. */
  reconsider(findings: readonly DeskFinding[]): Promise<void>;
  /** Places that are decided and on their way, by `markIdOf`. */
  underWay: ReadonlySet<string>;
  pending: boolean;
  error: AppError | null;
};

export type Decisions = Deciding & {
  /** Does something else to the text as it stands once everything before is done. */
  change(perform: (desk: Desk) => Promise<unknown>): Promise<void>;
};

/** By which commands of the core the decisions on a text are made. */
export type DecisionWay = {
  /** Whether words of it are typed that are not in the casebook yet. */
  isTyped(): boolean;
  /** Both answer undefined when the core refused: `error` says why. */
  decide(sha256: string, decisions: Decision[]): Promise<unknown>;
  reconsider(keys: string[]): Promise<unknown>;
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

/** Decisions on a write-up or a sharing. */
export function useDecisions(text: TextRef, desk: Desk, latest: () => Promise<Desk | undefined>): Decisions {
  const decide = useCommand(api.sanitising.decide);
  const reconsider = useCommand(api.sanitising.reconsider);
  const { inTurn, ...deciding } = useDeciding(
    {
      isTyped: () => isDraftPending(draftKeyOf(text)),
      decide: (sha256, decisions) => decide.run({ text, sha256, decisions }),
      reconsider: (keys) => reconsider.run({ text, keys }),
      error: decide.error ?? reconsider.error,
    },
    desk,
    latest,
  );
  return { ...deciding, change: async (perform) => void (await inTurn(perform)) };
}

/**
 * Applies decisions one after another, each to the text as the one before left it: keys can be pressed faster than the
 * core looks through the text again.
 */
export function useDeciding<T extends Shown>(way: DecisionWay, shown: T, latest: () => Promise<T | undefined>) {
  const [underWay, setUnderWay] = useState<ReadonlySet<string>>(new Set());
  const [waiting, setWaiting] = useState(0);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  // What was asked for last may be newer than what is on screen: only what comes anew from outside replaces it.
  const known = useRef({ now: shown, shown });
  if (known.current.shown !== shown) known.current = { now: shown, shown };

  const inTurn = <R>(perform: (now: T) => Promise<R>): Promise<R | undefined> => {
    setWaiting((count) => count + 1);
    const next = turn.current.then(async () => {
      try {
        const isTyped = way.isTyped();
        if (isTyped) await flushDrafts();
        const now = isTyped ? await latest() : known.current.now;
        return now === undefined ? undefined : await perform(now);
      } finally {
        known.current.now = (await latest()) ?? known.current.now;
        setWaiting((count) => count - 1);
      }
    });
    turn.current = next.catch(() => undefined);
    return next;
  };

  const deciding: Deciding = {
    async decide(findings, settling) {
      const ids = findings.map(markIdOf);
      setUnderWay((before) => new Set([...before, ...ids]));
      const done = await inTurn(async (now) => {
        const keys = new Set(findings.flatMap((finding) => findAgain(now, finding)?.key ?? []));
        if (keys.size === 0) return true;
        const decisions = [...keys].map((key) => ({ key, ...settling }));
        return (await way.decide(now.sha256, decisions)) !== undefined;
      });
      setUnderWay((before) => new Set([...before].filter((id) => !ids.includes(id))));
      return done === true;
    },
    async reconsider(findings) {
      await inTurn(async () => way.reconsider([...new Set(findings.map(({ key }) => key))]));
    },
    underWay,
    pending: waiting > 0,
    error: way.error,
  };
  return { ...deciding, inTurn };
}
