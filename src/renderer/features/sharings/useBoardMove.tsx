import { useState, type ReactNode } from "react";
import type { BoardColumn, SharingRow } from "#shared/contract/sharings.ts";
import { AppError } from "#shared/errors.ts";
import { api, callMethod } from "#renderer/data/api.ts";
import { useClient } from "#renderer/data/CoreProvider.tsx";
import { useMessages } from "#renderer/state/useMessages.ts";
import { moveOf } from "./boardMoves.ts";
import { IssueDialog } from "./IssueDialog.tsx";
import { WithdrawDialog } from "./WithdrawDialog.tsx";

export type BoardMoves = {
  move(row: SharingRow, to: BoardColumn): void;
  /** Why a card did not move, by its id: stands on the card until it is moved again. */
  refusals: ReadonlyMap<string, string>;
  dialog: ReactNode;
};

/** Moves cards as far as their facts allow; what leaves or is taken back is asked about first. */
export function useBoardMove(): BoardMoves {
  const { sharings, errors } = useMessages();
  const client = useClient();
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const [asked, setAsked] = useState<{ kind: "issue" | "withdraw"; id: string; title: string } | null>(null);
  const refuse = (id: string, sentence: string | null) =>
    setRefusals((known) => {
      const next = new Map(known);
      if (sentence === null) next.delete(id);
      else next.set(id, sentence);
      return next;
    });
  const move = (row: SharingRow, to: BoardColumn) => {
    const wanted = moveOf(row.column, to);
    if (wanted === null) return;
    refuse(row.id, null);
    if (wanted.kind === "refuse") return refuse(row.id, sharings.card[wanted.because]);
    if (wanted.kind !== "advance") return setAsked({ kind: wanted.kind, id: row.id, title: row.title });
    callMethod(client, api.sharings.advance, { id: row.id, to: wanted.to }).catch((error: unknown) => {
      const failure = error instanceof AppError ? error : new AppError("internal", {}, { cause: error });
      refuse(row.id, errors[failure.code](failure.params));
    });
  };
  const close = () => setAsked(null);
  const dialog =
    asked === null ? null : asked.kind === "issue" ? (
      <IssueDialog sharingId={asked.id} onClose={close} />
    ) : (
      <WithdrawDialog detail={{ ...asked, withdrawnReason: null }} onClose={close} />
    );
  return { move, refusals, dialog };
}
