import { Checkbox } from "@mantine/core";
import { useState } from "react";
import type { QuarterFigures } from "#shared/contract/quarters.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import classes from "./FreezeDialog.module.css";

/** Asked before a freeze, which cannot be undone: names the quarter, shows the numbers, and what is still open. */
export function FreezeDialog({ figures, onClose }: { figures: QuarterFigures; onClose(): void }) {
  const { quarters: words, format } = useMessages();
  const say = useNotices((state) => state.say);
  const freeze = useCommand(api.quarters.freeze);
  const [accepted, setAccepted] = useState(false);
  const { quarter, undetermined, structure } = figures;
  const name = format.quarter(quarter);
  const ready = undetermined === 0 || accepted;
  const numbers = [
    { name: words.records.figure.provided, value: format.items(figures.provided.at(-1) ?? 0) },
    { name: words.records.figure.shared, value: format.items(figures.shared.at(-1) ?? 0) },
    { name: words.records.figure.hubOrigin, value: format.items(figures.hubOrigin) },
    { name: words.records.figure.targeted, value: format.items(figures.targeted) },
    { name: words.records.figure.sigs, value: format.number(structure.sigs) },
    { name: words.records.figure.organizations, value: format.number(structure.organizations) },
  ];
  const confirm = async () => {
    if (!ready) return;
    if ((await freeze.run({ quarter, acceptUndetermined: accepted })) === undefined) return;
    say({ tone: "done", text: words.freezeDialog.done(name) });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={words.freezeDialog.title(name)}
      detail={words.freezeDialog.explain}
      confirmLabel={words.freezeDialog.confirm(name)}
      pending={freeze.pending}
      disabled={!ready}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <dl className={classes.numbers} aria-label={words.freezeDialog.figures}>
        {numbers.map((number) => (
          <div key={number.name}>
            <dt>{number.name}</dt>
            <dd>{number.value}</dd>
          </div>
        ))}
      </dl>
      {undetermined === 0 ? null : (
        <Checkbox
          label={words.freezeDialog.acceptUndetermined(format.items(undetermined))}
          checked={accepted}
          onChange={(event) => setAccepted(event.currentTarget.checked)}
        />
      )}
      <ErrorNote error={freeze.error} />
    </ConfirmDialog>
  );
}
