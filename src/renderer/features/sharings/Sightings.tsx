import { useState } from "react";
import type { SharingDetail, SightingDetail } from "#shared/contract/sharings.ts";
import { APPROVAL_DECISIONS } from "#shared/domain/vocabulary.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRecordSearch } from "#renderer/data/useRecordSearch.ts";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DetailSection } from "#renderer/ui/DetailPage.tsx";
import { EditableChoice } from "#renderer/ui/EditableChoice.tsx";
import { EditableText } from "#renderer/ui/EditableText.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { Finder } from "#renderer/ui/Finder.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import { AddSightingDialog } from "./AddSightingDialog.tsx";
import classes from "./SharingDetail.module.css";

/** Who found the same afterwards, with the report they made of it and their own word on telling the others. */
export function Sightings({ detail }: { detail: SharingDetail }) {
  const { sharings, format } = useMessages();
  const words = sharings.sightings;
  const [adding, setAdding] = useState(false);
  const update = useCommand(api.sharings.updateSighting);
  const remove = useCommand(api.sharings.removeSighting);
  const sayWithUndo = useUndoNotice();
  const wasGiven = detail.version > 0 || detail.sharedAt !== null;
  if (!wasGiven && detail.sightings.length === 0) return null;
  const save = (id: string, fields: Parameters<typeof update.run>[0]["fields"]) => void update.run({ id, fields });
  const takeAway = async ({ id, organization }: SightingDetail) => {
    if ((await remove.run({ id })) !== undefined) sayWithUndo(words.removed(organization.title));
  };
  return (
    <DetailSection
      title={words.title}
      aside={
        <button type="button" className="link-button" onClick={() => setAdding(true)}>
          {words.add}
        </button>
      }
    >
      <ErrorNote error={update.error ?? remove.error} />
      {detail.sightings.length === 0 ? <p className={classes.none}>{words.none}</p> : null}
      {detail.sightings.length === 0 ? null : (
        <RowTable
          label={words.title}
          rows={detail.sightings}
          keyOf={(sighting) => sighting.id}
          columns={[
            {
              id: "organization",
              title: words.organization,
              cell: ({ organization }) => (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => goToRecord("organization", organization.id)}
                >
                  {organization.title}
                </button>
              ),
            },
            { id: "at", title: words.at, cell: ({ at }) => <Figures>{format.moment(at)}</Figures> },
            {
              id: "note",
              title: words.note,
              grows: true,
              cell: ({ id, note, organization }) => (
                <EditableText
                  label={`${words.note}: ${organization.title}`}
                  value={note ?? ""}
                  placeholder={words.noteHint}
                  multiline
                  onSave={(text) => save(id, { note: text.trim() === "" ? null : text.trim() })}
                />
              ),
            },
            {
              id: "report",
              title: words.report,
              cell: (sighting) => (
                <SightingReport sighting={sighting} onLink={(reportId) => save(sighting.id, { reportId })} />
              ),
            },
            {
              id: "consent",
              title: words.consent,
              cell: (sighting) => (
                <SightingConsent sighting={sighting} onSave={(fields) => save(sighting.id, fields)} />
              ),
            },
            {
              id: "remove",
              title: "",
              align: "end",
              cell: (sighting) => (
                <button
                  type="button"
                  className={classes.remove}
                  aria-label={words.remove(sighting.organization.title)}
                  title={words.remove(sighting.organization.title)}
                  onClick={() => void takeAway(sighting)}
                >
                  ×
                </button>
              ),
            },
          ]}
        />
      )}
      {adding ? (
        <AddSightingDialog sharingId={detail.id} title={detail.title} onClose={() => setAdding(false)} />
      ) : null}
    </DetailSection>
  );
}

type SightingReportProps = { sighting: SightingDetail; onLink(reportId: string): void };

function SightingReport({ sighting, onLink }: SightingReportProps) {
  const { sharings } = useMessages();
  const [linking, setLinking] = useState(false);
  const { report } = sighting;
  if (report !== null) {
    return (
      <button type="button" className="link-button" onClick={() => goToRecord("report", report.id)}>
        {report.title}
      </button>
    );
  }
  return linking ? (
    <ReportFinder
      onPick={(id) => {
        setLinking(false);
        onLink(id);
      }}
      onLeave={() => setLinking(false)}
    />
  ) : (
    <button type="button" className="link-button" onClick={() => setLinking(true)}>
      {sharings.sightings.linkReport}
    </button>
  );
}

function ReportFinder({ onPick, onLeave }: { onPick(id: string): void; onLeave(): void }) {
  const { sharings } = useMessages();
  const search = useRecordSearch("report", new Set());
  return (
    <Finder
      label={sharings.sightings.linkReport}
      placeholder={sharings.joined.reportPlaceholder}
      nothing={sharings.joined.nothing}
      text={search.text}
      options={search.options}
      settling={search.settling}
      autoFocus
      openAtOnce
      onText={search.setText}
      onPick={({ id }) => onPick(id)}
      onLeave={onLeave}
    />
  );
}

type ConsentFields = { consent?: SightingDetail["consent"]; consentAskedAt?: number };
type SightingConsentProps = { sighting: SightingDetail; onSave(fields: ConsentFields): void };

/** Whether the others may be told: asked, then answered. */
function SightingConsent({ sighting, onSave }: SightingConsentProps) {
  const { sharings, vocabulary } = useMessages();
  const words = sharings.sightings;
  const { consent, consentAskedAt, organization } = sighting;
  const shown =
    consent !== null
      ? vocabulary.decision[consent]
      : consentAskedAt !== null
        ? words.asked(dayOf(consentAskedAt))
        : words.notAsked;
  return (
    <span className={classes.actions}>
      <EditableChoice
        label={`${words.consent}: ${organization.title}`}
        value={consent}
        shown={shown}
        options={APPROVAL_DECISIONS.map((value) => ({ value, label: vocabulary.decision[value] }))}
        onChoose={(next) => onSave({ consent: next })}
      />
      {consent === null && consentAskedAt === null ? (
        <button type="button" className="link-button" onClick={() => onSave({ consentAskedAt: Date.now() })}>
          {words.askConsent}
        </button>
      ) : null}
    </span>
  );
}
