import { Input, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { ORIGINS, type Origin } from "#shared/domain/vocabulary.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";

/** A sharing from nothing: most of all what the hub collected itself. Its words are written at the desk. */
export function CreateSharingDialog({ onClose }: { onClose(): void }) {
  const { sharings, vocabulary } = useMessages();
  const words = sharings.create;
  const create = useCommand(api.sharings.create);
  const select = useWorkplace((state) => state.select);
  const [title, setTitle] = useState("");
  const [origin, setOrigin] = useState<Origin>("hub");
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (title.trim() === "") return;
    const made = await create.run({ title: title.trim(), origin });
    if (made === undefined) return;
    const { view, showOnly } = useSharingsView.getState();
    // A draft is in no quarter: the list must not hide what was just made.
    if (view !== "board") showOnly({ allQuarters: true });
    select(made.id);
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={words.title}
      detail={words.detail}
      confirmLabel={words.confirm}
      pending={create.pending}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label={words.name}
        data-autofocus
        value={title}
        error={tried && title.trim() === "" ? sharings.titleMissing : null}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Input.Wrapper label={words.origin}>
        <div>
          <SegmentedControl
            aria-label={words.origin}
            value={origin}
            data={ORIGINS.map((value) => ({ value: value as string, label: vocabulary.origin[value] }))}
            onChange={(value) => setOrigin(ORIGINS.find((known) => known === value) ?? "hub")}
          />
        </div>
      </Input.Wrapper>
      <ErrorNote error={create.error} />
    </ConfirmDialog>
  );
}
