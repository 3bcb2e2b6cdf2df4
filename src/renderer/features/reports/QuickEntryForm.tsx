import { Button, Input, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { KNOWN_CATEGORIES } from "#shared/domain/category.ts";
import { CHANNELS } from "#shared/domain/vocabulary.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useEntryDraft } from "#renderer/state/entryDraft.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Form } from "#renderer/ui/Form.tsx";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import { PartyFinder } from "./PartyFinder.tsx";
import classes from "./QuickEntryForm.module.css";
import { readEntry } from "./readEntry.ts";

export function QuickEntryForm({ onDone }: { onDone(): void }) {
  const { reports, vocabulary, format } = useMessages();
  const { entry, facts } = reports;
  const { draft, write, clear } = useEntryDraft();
  const [openedAt] = useState(() => Date.now());
  const [tried, setTried] = useState(false);
  const create = useCommand(api.reports.create);
  const { problems, report } = readEntry(draft, openedAt, reports);
  const shown: typeof problems = tried ? problems : {};

  const submit = async () => {
    setTried(true);
    if (report === null) return;
    const made = await create.run(report);
    if (made === undefined) return;
    clear();
    onDone();
    useNotices.getState().say({ tone: "done", text: entry.saved(report.title) });
    useWorkplace.getState().go("reports", made.id);
  };
  return (
    <Form className={classes.form} label={entry.title} onSubmit={() => void submit()}>
      <Input.Wrapper label={facts.provider} error={shown.provider} className={classes.wide}>
        <PartyFinder
          label={facts.provider}
          withFrameworks
          initialText={draft.provider?.name ?? ""}
          autoFocus
          invalid={shown.provider !== undefined}
          onText={() => write({ provider: null })}
          onPick={(provider) => write({ provider })}
        />
      </Input.Wrapper>
      <TextInput
        className={classes.wide}
        label={facts.title}
        value={draft.title}
        error={shown.title}
        onChange={(event) => write({ title: event.target.value })}
      />
      <Select
        label={facts.category}
        value={draft.category}
        data={KNOWN_CATEGORIES.map((value) => ({ value, label: vocabulary.category[value] }))}
        onChange={(category) => category !== null && write({ category })}
      />
      <Select
        label={facts.channel}
        value={draft.channel}
        data={CHANNELS.map((value) => ({ value, label: vocabulary.channel[value] }))}
        onChange={(value) => {
          const channel = CHANNELS.find((known) => known === value);
          if (channel !== undefined) write({ channel });
        }}
      />
      <TextInput
        label={facts.receivedAt}
        placeholder={format.moment(openedAt)}
        value={draft.receivedAt}
        error={shown.receivedAt}
        onChange={(event) => write({ receivedAt: event.target.value })}
      />
      <TextInput
        label={facts.items}
        inputMode="numeric"
        value={draft.items}
        error={shown.items}
        onChange={(event) => write({ items: event.target.value })}
      />
      <Textarea
        className={classes.wide}
        label={facts.body}
        placeholder={entry.bodyPlaceholder}
        rows={7}
        value={draft.body}
        onChange={(event) => write({ body: event.target.value })}
      />
      <div className={classes.actions}>
        <ErrorNote error={create.error} />
        <KeyHint keys="Ctrl+Enter" />
        <Button type="submit" variant="filled" loading={create.pending}>
          {entry.save}
        </Button>
      </div>
    </Form>
  );
}
