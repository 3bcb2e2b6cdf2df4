import { Button, Menu } from "@mantine/core";
import { useState } from "react";
import type { TextRef } from "#shared/contract/sanitising.ts";
import type { Destination } from "#shared/domain/consent.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { flushDrafts } from "#renderer/ui/editor/textDrafts.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import classes from "./DeskBar.module.css";
import { purposeOf } from "./VerdictLine.tsx";

export const TAKEN_OUT_AS = ["pdf", "docx", "markdown"] as const;
export type TakenOutAs = (typeof TAKEN_OUT_AS)[number];

type Taken = {
  artifactId: string;
  fileName: string;
  sha256: string;
  destination: Destination;
  copy: { savedAs: string; token: string } | null;
};

/**
 * Takes the text out through the gate and puts a copy where the analyst wants it: as what it is bound for when all
 * holds, else as a working copy with a stamp.
 */
export function useTakeOut(text: TextRef, { isOpen, openCount }: { isOpen: boolean; openCount: number }) {
  const { sanitising: words, frame } = useMessages();
  const takeOut = useCommand(api.gate.takeOut);
  const saveCopy = useCommand(api.shell.saveCopy);
  const [taken, setTaken] = useState<Taken | null>(null);
  const busy = takeOut.pending || saveCopy.pending;
  const canTake = openCount === 0 && !busy;

  const save = async (made: Omit<Taken, "copy">) => {
    setTaken({ ...made, copy: null });
    const copy = await saveCopy.run({ artifactId: made.artifactId, fileName: made.fileName });
    if (copy !== undefined) setTaken({ ...made, copy });
  };
  const start = async (format: TakenOutAs) => {
    if (!canTake) return;
    setTaken(null);
    await flushDrafts();
    // A sharing goes to its readers by being given out, with number, list and ledger; here it is a copy.
    const destination = isOpen && text.kind === "writeup" ? purposeOf(text) : "copy";
    const made = await takeOut.run({ text, format, destination });
    if (made !== undefined) await save({ ...made, destination });
  };
  useCommands(
    TAKEN_OUT_AS.map((format) => ({
      id: `desk.takeOut.${format}`,
      title: words.takeOut.command[format],
      reading: words.readings.copy,
      ...(format === "pdf" ? { shortcut: "Ctrl+Shift+E" } : {}),
      group: frame.places.writeups,
      when: canTake,
      run: () => void start(format),
    })),
  );
  return {
    busy,
    canTake,
    start: (format: TakenOutAs) => void start(format),
    error: takeOut.error ?? saveCopy.error,
    taken,
    saveAgain: () => taken !== null && void save(taken),
    dismiss() {
      setTaken(null);
      takeOut.forget();
      saveCopy.forget();
    },
  };
}

export type TakeOut = ReturnType<typeof useTakeOut>;

/** The one primary action of the desk; it comes alive when nothing is left. */
export function TakeOutButton({ takeOut, openCount }: { takeOut: TakeOut; openCount: number }) {
  const { sanitising: words } = useMessages();
  return (
    <Menu position="bottom-end" disabled={!takeOut.canTake}>
      <Menu.Target>
        <Button
          variant={takeOut.canTake || takeOut.busy ? "filled" : "default"}
          loading={takeOut.busy}
          disabled={!takeOut.canTake && !takeOut.busy}
          title={openCount === 0 ? "Ctrl Shift E" : words.takeOut.blocked(openCount)}
        >
          {words.takeOut.button}
          <span aria-hidden="true" className={classes.caret}>
            ▾
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {TAKEN_OUT_AS.map((format) => (
          <Menu.Item key={format} onClick={() => takeOut.start(format)}>
            {words.takeOut.format[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What was taken out and where it lies, or why nothing left. */
export function TakenLine({ takeOut }: { takeOut: TakeOut }) {
  const { sanitising: words } = useMessages();
  const reveal = useCommand(api.shell.reveal);
  const { taken, error } = takeOut;
  if (taken === null && error === null) return null;
  return (
    <div className={classes.result} role="status">
      <ErrorNote error={error ?? reveal.error} />
      {taken === null ? null : (
        <>
          <b>{words.takeOut.made(taken.fileName)}</b>
          {taken.destination === "copy" ? <span>{words.takeOut.stamped}</span> : null}
          {taken.copy === null ? null : <span>{words.takeOut.savedAs(taken.copy.savedAs)}</span>}
          {taken.copy === null && !takeOut.busy ? <span>{words.takeOut.notSaved}</span> : null}
          <span className={classes.hash} title={taken.sha256}>
            SHA-256 {taken.sha256.slice(0, 8)}
          </span>
        </>
      )}
      <span className={classes.resultActions}>
        <TakenActions takeOut={takeOut} onReveal={(token) => void reveal.run({ token })} />
      </span>
    </div>
  );
}

function TakenActions({ takeOut, onReveal }: { takeOut: TakeOut; onReveal(token: string): void }) {
  const { sanitising: words } = useMessages();
  const copy = takeOut.taken?.copy ?? null;
  return (
    <>
      {copy === null ? null : (
        <button type="button" className="link-button" onClick={() => onReveal(copy.token)}>
          {words.takeOut.reveal}
        </button>
      )}
      {takeOut.taken !== null && copy === null && !takeOut.busy ? (
        <button type="button" className="link-button" onClick={takeOut.saveAgain}>
          {words.takeOut.saveAgain}
        </button>
      ) : null}
      <button type="button" className="link-button" onClick={takeOut.dismiss}>
        {words.takeOut.dismiss}
      </button>
    </>
  );
}
