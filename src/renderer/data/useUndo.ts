import { useNotices } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { api } from "./api.ts";
import { useCommand } from "./useCommand.ts";
import { useRead } from "./useRead.ts";

/** What can be taken back and done again now, in words, and the doing of it, which says what was done. */
export function useUndo() {
  const { frame } = useMessages();
  const say = useNotices((state) => state.say);
  const { data } = useRead(api.audit.undoState, {}, { keepPrevious: true });
  const undo = useCommand(api.audit.undo);
  const redo = useCommand(api.audit.redo);
  const nameOf = (action: string) => frame.actions[action] ?? frame.otherAction;
  const perform = async (command: typeof undo, describe: (action: string, title: string) => string) => {
    const done = await command.run({});
    if (done !== undefined) say({ tone: "done", text: describe(nameOf(done.action), done.title) });
  };
  const target = data ?? { undo: null, redo: null };
  return {
    canUndo: target.undo !== null && !undo.pending,
    canRedo: target.redo !== null && !redo.pending,
    undoTitle: target.undo === null ? frame.undo : frame.undoWhat(nameOf(target.undo.action), target.undo.title),
    redoTitle: target.redo === null ? frame.redo : frame.redoWhat(nameOf(target.redo.action), target.redo.title),
    undo: () => perform(undo, frame.undone),
    redo: () => perform(redo, frame.redone),
    error: undo.error ?? redo.error,
  };
}
