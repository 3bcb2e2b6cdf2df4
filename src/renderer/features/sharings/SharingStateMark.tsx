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

export function SharingStateMark({ state }: { state: SharingState }) {
  const { vocabulary } = useMessages();
  return <StatusMark {...MARKS[state]}>{vocabulary.sharingState[state]}</StatusMark>;
}
