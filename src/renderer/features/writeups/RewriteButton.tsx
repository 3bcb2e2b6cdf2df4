import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { flushDrafts } from "#renderer/ui/editor/textDrafts.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import classes from "./WriteupsPlace.module.css";

/** Makes the write-up anew from the narrative as it stands now; undo gives the former words back. */
export function RewriteButton({ writeupId }: { writeupId: string }) {
  const { writeups: words, frame } = useMessages();
  const rewrite = useCommand(api.writeups.rewrite);
  const sayUndoable = useUndoNotice();
  const run = async () => {
    if (rewrite.pending) return;
    await flushDrafts();
    const done = await rewrite.run({ id: writeupId });
    if (done !== undefined) sayUndoable(words.rewritten);
  };
  useCommands([
    {
      id: "writeups.rewrite",
      title: words.rewrite,
      reading: words.rewriteReading,
      group: frame.places.writeups,
      run: () => void run(),
    },
  ]);
  return (
    <>
      <button
        type="button"
        className={`link-button ${classes.rewrite}`}
        title={words.rewriteHint}
        disabled={rewrite.pending}
        onClick={() => void run()}
      >
        {words.rewrite}
      </button>
      <ErrorNote error={rewrite.error} />
    </>
  );
}
