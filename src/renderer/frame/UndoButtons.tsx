import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./TopBar.module.css";

/** 元に戻す and やり直す, each saying what it will do. */
export function UndoButtons() {
  const { frame, errors } = useMessages();
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
  const undoTitle = target.undo === null ? frame.undo : frame.undoWhat(nameOf(target.undo.action), target.undo.title);
  const redoTitle = target.redo === null ? frame.redo : frame.redoWhat(nameOf(target.redo.action), target.redo.title);
  const runUndo = () => void perform(undo, frame.undone);
  const runRedo = () => void perform(redo, frame.redone);
  useCommands([
    {
      id: "frame.undo",
      title: undoTitle,
      reading: frame.undoReading,
      shortcut: "Ctrl+Z",
      when: target.undo !== null && !undo.pending,
      run: runUndo,
    },
    {
      id: "frame.redo",
      title: redoTitle,
      reading: frame.redoReading,
      shortcut: "Ctrl+Y",
      when: target.redo !== null && !redo.pending,
      run: runRedo,
    },
    {
      id: "frame.redoAlso",
      title: redoTitle,
      shortcut: "Ctrl+Shift+Z",
      keysOnly: true,
      when: target.redo !== null && !redo.pending,
      run: runRedo,
    },
  ]);
  const failure = undo.error ?? redo.error;
  return (
    <div role="group">
      <button
        type="button"
        className={classes.plain}
        title={undoTitle}
        disabled={target.undo === null || undo.pending}
        onClick={runUndo}
      >
        {frame.undo}
      </button>
      <button
        type="button"
        className={classes.plain}
        title={redoTitle}
        disabled={target.redo === null || redo.pending}
        onClick={runRedo}
      >
        {frame.redo}
      </button>
      {failure === null ? null : (
        <span role="alert" className={classes.failure}>
          {errors[failure.code](failure.params)}
        </span>
      )}
    </div>
  );
}
