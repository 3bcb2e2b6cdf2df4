import { useCommands } from "#renderer/commands/useCommands.ts";
import { useUndo } from "#renderer/data/useUndo.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./TopBar.module.css";

/** 元に戻す and やり直す, each saying what it will do. */
export function UndoButtons() {
  const { frame, errors } = useMessages();
  const { canUndo, canRedo, undoTitle, redoTitle, error, ...history } = useUndo();
  const runUndo = () => void history.undo();
  const runRedo = () => void history.redo();
  useCommands([
    {
      id: "frame.undo",
      title: undoTitle,
      reading: frame.undoReading,
      shortcut: "Ctrl+Z",
      when: canUndo,
      run: runUndo,
    },
    {
      id: "frame.redo",
      title: redoTitle,
      reading: frame.redoReading,
      shortcut: "Ctrl+Y",
      when: canRedo,
      run: runRedo,
    },
    {
      id: "frame.redoAlso",
      title: redoTitle,
      shortcut: "Ctrl+Shift+Z",
      keysOnly: true,
      when: canRedo,
      run: runRedo,
    },
  ]);
  return (
    <div role="group">
      <button type="button" className={classes.plain} title={undoTitle} disabled={!canUndo} onClick={runUndo}>
        {frame.undo}
      </button>
      <button type="button" className={classes.plain} title={redoTitle} disabled={!canRedo} onClick={runRedo}>
        {frame.redo}
      </button>
      {error === null ? null : (
        <span role="alert" className={classes.failure}>
          {errors[error.code](error.params)}
        </span>
      )}
    </div>
  );
}
