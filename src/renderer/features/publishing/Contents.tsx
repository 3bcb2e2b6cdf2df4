import { useClient } from "#renderer/data/CoreProvider.tsx";
import { useCasePictures, useCitable } from "#renderer/data/useCaseTexts.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { EditableText } from "#renderer/ui/EditableText.tsx";
import { NarrativeEditor } from "#renderer/ui/editor/NarrativeEditor.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { readTypedMoment } from "#shared/messages/numerals.ts";
import classes from "./Contents.module.css";
import type { Draft } from "./draftEntries.ts";
import { draftKeyOfPart } from "./draftKeyOfPart.ts";
import { EntryList } from "./EntryList.tsx";
import type { OutlineEntry } from "./Outline.tsx";
import { useWordMarks } from "./useWordMarks.ts";

/** Everything that analysts decide about the report: date, lead, which cases stand in it, in which order, with what text. */
export function Contents({ draft, outline }: { draft: Draft; outline: readonly OutlineEntry[] }) {
  const { publishing: words, cases } = useMessages();
  const client = useClient();
  const pictures = useCasePictures();
  const references = useCitable();
  const update = useCommand(api.publishing.updateDraft);
  const { quarter, publishedOn, lead, entries } = draft;
  const draftKey = draftKeyOfPart(quarter, { kind: "lead", record: null });
  const marks = useWordMarks({ kind: "lead", recordId: null, draftKey, markdown: lead });
  const readDay = (text: string) => readTypedMoment(text)?.slice(0, 10);
  return (
    <div className={classes.contents} data-detail tabIndex={-1}>
      <ErrorNote error={update.error} />
      <section className={classes.front} aria-label={words.parts.front}>
        <dl>
          <dt>{words.parts.publishedOn}</dt>
          <dd>
            <EditableText
              label={words.parts.publishedOn}
              value={publishedOn ?? ""}
              placeholder={words.parts.publishedOnHint}
              check={(text) => (text.trim() === "" || readDay(text) !== undefined ? null : cases.dayUnknown(text))}
              onSave={(text) => void update.run({ quarter, fields: { publishedOn: readDay(text) ?? null } })}
            />
          </dd>
        </dl>
        <h2>{words.parts.lead}</h2>
        <NarrativeEditor
          short
          {...marks}
          draftKey={draftKey}
          label={words.parts.lead}
          hint={words.parts.leadHint}
          markdown={lead}
          save={(markdown) => client.publishing.updateDraft({ quarter, fields: { lead: markdown } })}
          pictures={pictures}
          references={references}
        />
      </section>
      {entries.length === 0 ? (
        <EmptyState title={words.parts.noEntries} />
      ) : (
        (["provided", "hub"] as const).map((section) => (
          <section key={section} className={classes.section} aria-label={words.parts[section]}>
            <h2>{words.parts[section]}</h2>
            <EntryList
              section={section}
              entries={entries}
              outline={outline}
              onChange={(next) =>
                void update.run({
                  quarter,
                  fields: { entries: next.map(({ caseId, place }) => ({ caseId, place })) },
                })
              }
            />
          </section>
        ))
      )}
      {entries.length === 0 ? null : <p className={classes.keys}>{words.placeHint}</p>}
    </div>
  );
}
