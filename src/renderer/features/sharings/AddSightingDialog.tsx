import { Input, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { readMoment } from "#shared/domain/moment.ts";
import { readTypedMoment } from "#shared/messages/numerals.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { OrganizationFinder } from "./OrganizationFinder.tsx";

type AddSightingDialogProps = { sharingId: string; title: string; onClose(): void };

/** 反響を記録: a participant found the same attack after the sharing. */
export function AddSightingDialog({ sharingId, title, onClose }: AddSightingDialogProps) {
  const { sharings, format } = useMessages();
  const words = sharings.sightings;
  const add = useCommand(api.sharings.addSighting);
  const sayWithUndo = useUndoNotice();
  const [organization, setOrganization] = useState<{ id: string; title: string } | null>(null);
  const [typedAt, setTypedAt] = useState(() => format.moment(Date.now()));
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const at = readMoment(readTypedMoment(typedAt) ?? "");
  const submit = async () => {
    setTried(true);
    if (organization === null || at === undefined) return;
    const sighting = {
      id: sharingId,
      organizationId: organization.id,
      at,
      note: note.trim() === "" ? null : note.trim(),
      reportId: null,
    };
    if ((await add.run(sighting)) === undefined) return;
    sayWithUndo(words.saved(organization.title));
    onClose();
  };
  const missing = tried && organization === null ? words.organizationMissing : null;
  return (
    <ConfirmDialog
      opened
      title={words.addTitle(title)}
      confirmLabel={words.save}
      pending={add.pending}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <Input.Wrapper label={words.organization} error={missing}>
        <OrganizationFinder
          label={words.organization}
          autoFocus
          keepsPick
          invalid={missing !== null}
          onPick={setOrganization}
        />
      </Input.Wrapper>
      <TextInput
        label={words.at}
        value={typedAt}
        error={tried && at === undefined ? words.atUnknown(typedAt) : null}
        onChange={(event) => setTypedAt(event.target.value)}
      />
      <Textarea
        label={words.note}
        placeholder={words.noteHint}
        autosize
        minRows={3}
        maxRows={8}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <ErrorNote error={add.error} />
    </ConfirmDialog>
  );
}
