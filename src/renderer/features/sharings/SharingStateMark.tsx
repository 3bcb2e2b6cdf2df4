import type { BoardColumn } from "#shared/contract/sharings.ts";
import type { SharingState } from "#shared/domain/vocabulary.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { StatusMark, type MarkShape, type MarkTone } from "#renderer/ui/StatusMark.tsx";

const MARKS: Record<SharingState, { shape: MarkShape; tone: MarkTone }> = {
  draft: { shape: "empty", tone: "soft" },
  sanitised: { shape: "empty", tone: "plain" },
  "awaiting-approval": { shape: "half", tone: "wait" },
  approved: { shape: "check", tone: "plain" },
  shared: { shape: "filled", tone: "plain" },
  withdrawn: { shape: "cross", tone: "soft" },
};

/** A state as its word; with the column of the board, one that was issued again says so. */
export function SharingStateMark({ state, column }: { state: SharingState; column?: BoardColumn }) {
  const { vocabulary, sharings } = useMessages();
  const word = column === "corrected" ? sharings.board.corrected : vocabulary.sharingState[state];
  return <StatusMark {...MARKS[state]}>{word}</StatusMark>;
}
