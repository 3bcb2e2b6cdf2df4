import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DefinitionGrid } from "#renderer/ui/DefinitionGrid.tsx";
import { DetailPage, DetailSection } from "#renderer/ui/DetailPage.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { RecordLinks } from "#renderer/ui/RecordLinks.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import { TlpLabel } from "#renderer/ui/TlpLabel.tsx";
import classes from "./SharingDetail.module.css";
import { SharingStateMark } from "./SharingStateMark.tsx";

/** What was given out, to whom, on which reports, with whose approval, and who found the same afterwards. */
export function SharingDetail({ sharingId }: { sharingId: string | null }) {
  const { sharings, reports, vocabulary, format, ui } = useMessages();
  const { data, error, isPending } = useRead(api.sharings.get, sharingId === null ? null : { id: sharingId });
  if (sharingId === null) return <EmptyState title={sharings.empty.none} />;
  if (error !== null) return <ErrorNote error={error} />;
  if (isPending) return <DetailPage label={ui.loading} busy />;
  const { facts, approvals, sightings } = sharings;
  const organizationLink = (organization: { id: string; title: string }) => (
    <button type="button" className="link-button" onClick={() => goToRecord("organization", organization.id)}>
      {organization.title}
    </button>
  );
  return (
    <DetailPage label={data.title} header={<h1 className={classes.title}>{data.title}</h1>}>
      <section className={classes.facts}>
        <DefinitionGrid
          facts={[
            { id: "state", term: facts.state, value: <SharingStateMark state={data.state} /> },
            { id: "tlp", term: facts.tlp, value: <TlpLabel tlp={data.tlp} /> },
            { id: "origin", term: facts.origin, value: vocabulary.origin[data.origin] },
            {
              id: "sharedAt",
              term: facts.sharedAt,
              value: data.sharedAt === null ? sharings.notYet : format.moment(data.sharedAt),
            },
            {
              id: "recipients",
              term: facts.recipients,
              wide: true,
              value: data.recipients.length === 0 ? ui.none : format.list(data.recipients.map(({ title }) => title)),
            },
            {
              id: "cases",
              term: facts.cases,
              wide: true,
              value: <RecordLinks records={data.cases} none={ui.none} onOpen={(id) => goToRecord("case", id)} />,
            },
          ]}
        />
      </section>
      <DetailSection title={data.state === "shared" ? sharings.body : sharings.bodyDraft}>
        <p className={classes.body}>{data.body === "" ? sharings.noBody : data.body}</p>
      </DetailSection>
      {data.reports.length === 0 ? null : (
        <DetailSection title={sharings.reports}>
          <RowTable
            label={sharings.reports}
            rows={data.reports}
            keyOf={(report) => report.id}
            columns={[
              {
                id: "receivedAt",
                title: reports.columns.receivedAt,
                cell: (report) => <Figures>{format.moment(report.receivedAt)}</Figures>,
              },
              { id: "provider", title: reports.columns.provider, cell: (report) => report.provider.name },
              {
                id: "title",
                title: reports.columns.title,
                cell: (report) => (
                  <button type="button" className="link-button" onClick={() => goToRecord("report", report.id)}>
                    {report.title}
                  </button>
                ),
              },
              {
                id: "items",
                title: reports.columns.items,
                align: "end",
                cell: (report) => format.number(report.items),
              },
            ]}
          />
        </DetailSection>
      )}
      {data.approvals.length === 0 ? null : (
        <DetailSection title={approvals.title}>
          <RowTable
            label={approvals.title}
            rows={data.approvals}
            keyOf={(approval) => `${approval.organization.id} ${approval.at}`}
            columns={[
              {
                id: "organization",
                title: approvals.organization,
                cell: (approval) => organizationLink(approval.organization),
              },
              { id: "at", title: approvals.at, cell: (approval) => <Figures>{format.moment(approval.at)}</Figures> },
              { id: "how", title: approvals.how, cell: (approval) => approval.how },
              {
                id: "decision",
                title: approvals.decision,
                cell: ({ decision }) => (
                  <StatusMark shape={decision === "declined" ? "cross" : "check"}>
                    {vocabulary.decision[decision]}
                  </StatusMark>
                ),
              },
              { id: "conditions", title: approvals.conditions, cell: (approval) => approval.conditions ?? "" },
            ]}
          />
        </DetailSection>
      )}
      {data.sightings.length === 0 ? null : (
        <DetailSection title={sightings.title}>
          <RowTable
            label={sightings.title}
            rows={data.sightings}
            keyOf={(sighting) => sighting.id}
            columns={[
              {
                id: "organization",
                title: sightings.organization,
                cell: (sighting) => organizationLink(sighting.organization),
              },
              { id: "at", title: sightings.at, cell: (sighting) => <Figures>{format.moment(sighting.at)}</Figures> },
              { id: "note", title: sightings.note, cell: (sighting) => sighting.note ?? "" },
            ]}
          />
        </DetailSection>
      )}
    </DetailPage>
  );
}
