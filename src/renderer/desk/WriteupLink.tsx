import { useCommands } from "#renderer/commands/useCommands.ts";
import { useWriteupOfCase } from "#renderer/data/useWriteupOfCase.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import classes from "./WriteupLink.module.css";

/** From the narrative of a case to what is told of it outside: begins the write-up, or opens it. */
export function WriteupLink({ caseId }: { caseId: string }) {
  const { writeups: words, cases } = useMessages();
  const writeup = useWriteupOfCase(caseId);
  const title = writeup.exists === true ? words.open : words.begin;
  useCommands([
    {
      id: "cases.writeup",
      title,
      reading: words.ofCaseReading,
      shortcut: "W",
      group: cases.listLabel,
      when: writeup.exists !== undefined && !writeup.pending,
      run: writeup.open,
    },
  ]);
  if (writeup.exists === undefined) return null;
  return (
    <span className={classes.place}>
      <button type="button" className={`link-button ${classes.link}`} disabled={writeup.pending} onClick={writeup.open}>
        {title}
      </button>
      <KeyHint keys="W" />
      <ErrorNote error={writeup.error} />
    </span>
  );
}
