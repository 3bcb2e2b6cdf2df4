import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { CampaignRow } from "#shared/contract/campaigns.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { readMonth } from "./readMonth.ts";

/** A new campaign, or the name and description of one there is. */
export function CampaignDialog({ campaign, onClose }: { campaign?: CampaignRow; onClose(): void }) {
  const { campaigns: words } = useMessages();
  const go = useWorkplace((state) => state.go);
  const create = useCommand(api.campaigns.create);
  const update = useCommand(api.campaigns.update);
  const [name, setName] = useState(campaign?.name ?? "");
  const [since, setSince] = useState(campaign?.since ?? dayOf(Date.now()).slice(0, 7));
  const [description, setDescription] = useState(campaign?.description ?? "");
  const [tried, setTried] = useState(false);
  const month = readMonth(since);

  const submit = async () => {
    setTried(true);
    if (name.trim() === "" || month === undefined) return;
    const fields = { name: name.trim(), since: month, description };
    if (campaign !== undefined) {
      if ((await update.run({ id: campaign.id, fields })) !== undefined) onClose();
      return;
    }
    const created = await create.run(fields);
    if (created === undefined) return;
    onClose();
    go("campaigns", created.id);
  };
  return (
    <ConfirmDialog
      opened
      title={campaign === undefined ? words.create : words.edit}
      confirmLabel={campaign === undefined ? words.createButton : words.save}
      pending={create.pending || update.pending}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label={words.fields.name}
        data-autofocus
        value={name}
        error={tried && name.trim() === "" ? words.nameMissing : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words.fields.since}
        description={words.monthHint}
        value={since}
        error={tried && month === undefined ? words.monthUnknown(since) : null}
        onChange={(event) => setSince(event.currentTarget.value)}
      />
      <Textarea
        label={words.fields.description}
        autosize
        minRows={3}
        maxRows={12}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <ErrorNote error={create.error ?? update.error} />
    </ConfirmDialog>
  );
}
