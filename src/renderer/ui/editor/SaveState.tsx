import { useMessages } from "#renderer/state/useMessages.ts";
import { StatusMark, type MarkShape } from "#renderer/ui/StatusMark.tsx";
import type { AutosaveState } from "./autosave.ts";

const SHAPES: Record<AutosaveState, MarkShape> = { saved: "check", waiting: "half", saving: "half", failed: "cross" };

/** Whether what is on screen is in the casebook. */
export function SaveState({ state }: { state: AutosaveState }) {
  const { editor } = useMessages();
  return (
    <StatusMark shape={SHAPES[state]} tone={state === "failed" ? "danger" : "soft"}>
      <span role="status" data-save-state={state}>
        {editor.saveState[state]}
      </span>
    </StatusMark>
  );
}
