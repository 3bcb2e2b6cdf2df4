import { Input, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { KNOWN_CATEGORIES } from "#shared/domain/category.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { ORIGINS, type Origin } from "#shared/domain/vocabulary.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { readDay } from "./readDay.ts";

const NO_CAMPAIGN = "none";

/** A case that no report stands behind yet: most of all what the hub collected itself. */
export function CreateCaseDialog({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { cases: words } = useMessages();
  return opened ? <CreateCaseForm title={words.createTitle} onClose={onClose} /> : null;
}

function CreateCaseForm({ title: heading, onClose }: { title: string; onClose(): void }) {
  const { cases: words, vocabulary } = useMessages();
  const go = useWorkplace((state) => state.go);
  const { data: campaigns = [] } = useRead(api.campaigns.list, {});
  const create = useCommand(api.cases.create);
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<string>("other");
  const [day, setDay] = useState(() => dayOf(Date.now()));
  const [origin, setOrigin] = useState<Origin>("hub");
  const [campaignId, setCampaignId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const openedAt = readDay(day);
  const titleProblem = tried && title.trim() === "" ? words.titleMissing : null;
  const dayProblem = tried && openedAt === undefined ? words.dayUnknown(day) : null;

  const submit = async () => {
    setTried(true);
    if (title.trim() === "" || openedAt === undefined) return;
    const created = await create.run({ title: title.trim(), kind, origin, openedAt, campaignId });
    if (created === undefined) return;
    onClose();
    go("cases", created.id);
  };
  return (
    <ConfirmDialog
      opened
      title={heading}
      detail={words.createHint}
      confirmLabel={words.createButton}
      pending={create.pending}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <Textarea
        label={words.fields.title}
        autosize
        data-autofocus
        value={title}
        error={titleProblem}
        onChange={(event) => setTitle(event.currentTarget.value.replaceAll("\n", ""))}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing || event.keyCode === 229) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <Select
        label={words.fields.kind}
        value={kind}
        data={KNOWN_CATEGORIES.map((value) => ({ value: value as string, label: vocabulary.category[value] }))}
        onChange={(value) => setKind(value ?? kind)}
      />
      <TextInput
        label={words.fields.openedAt}
        value={day}
        error={dayProblem}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Input.Wrapper label={words.fields.origin} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={words.fields.origin}
          value={origin}
          data={[...ORIGINS].reverse().map((value) => ({ value, label: vocabulary.origin[value] }))}
          onChange={(value) => setOrigin(value)}
        />
      </Input.Wrapper>
      <Select
        label={words.fields.campaign}
        value={campaignId ?? NO_CAMPAIGN}
        data={[
          { value: NO_CAMPAIGN, label: words.noCampaign },
          ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => setCampaignId(id === NO_CAMPAIGN ? null : id)}
      />
      <ErrorNote error={create.error} />
    </ConfirmDialog>
  );
}
