import type { ConsentState } from "#shared/contract/approvals.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { StatusMark, type MarkShape, type MarkTone } from "./StatusMark.tsx";

const MARKS: Record<ConsentState, { shape: MarkShape; tone: MarkTone }> = {
  "not-asked": { shape: "empty", tone: "soft" },
  waiting: { shape: "half", tone: "wait" },
  approved: { shape: "check", tone: "plain" },
  conditional: { shape: "check", tone: "plain" },
  declined: { shape: "cross", tone: "plain" },
  void: { shape: "triangle", tone: "wait" },
};

/** Where one party's consent for one purpose stands. */
export function ConsentMark({ state }: { state: ConsentState }) {
  const { approvals } = useMessages();
  return <StatusMark {...MARKS[state]}>{approvals.state[state]}</StatusMark>;
}
