import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DetailSection } from "#renderer/ui/DetailPage.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";

const MOST_SHOWN = 50;

/** What this organisation handed in, newest first. */
export function ProvidedReports({ organization }: { organization: { id: string } }) {
  const { roster, reports, format, vocabulary } = useMessages();
  const { data, error } = useRead(api.reports.list, {
    filter: { providerId: organization.id },
    sort: { by: "receivedAt", descending: true },
    limit: MOST_SHOWN,
  });
  const provided = data?.rows ?? [];
  if (error !== null) return <ErrorNote error={error} />;
  if (provided.length === 0) return null;
  return (
    <DetailSection title={roster.provided}>
      <RowTable
        label={roster.provided}
        rows={provided}
        keyOf={(report) => report.id}
        columns={[
          {
            id: "receivedAt",
            title: reports.columns.receivedAt,
            cell: (report) => <Figures>{format.moment(report.receivedAt)}</Figures>,
          },
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
            id: "assessment",
            title: reports.columns.assessment,
            cell: (report) => (report.voided ? vocabulary.voided : vocabulary.assessment[report.assessment]),
          },
        ]}
      />
    </DetailSection>
  );
}
