import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";

/** Says what was just done, with a button that takes it back. */
export function useUndoNotice(): (text: string) => void {
  const { frame } = useMessages();
  const say = useNotices((state) => state.say);
  const undo = useCommand(api.audit.undo);
  return (text) => say({ tone: "done", text, action: { label: frame.undo, run: () => void undo.run({}) } });
}
