import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useReportsView } from "#renderer/state/reportsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DetailPage, DetailSection } from "#renderer/ui/DetailPage.tsx";
import { ReportBody } from "./ReportBody.tsx";
import { EditableText } from "#renderer/ui/EditableText.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { EvidenceRows } from "./EvidenceRows.tsx";
import { JudgementBar } from "./JudgementBar.tsx";
import { ObservableRows } from "./ObservableRows.tsx";
import { ReceivedMailView } from "./ReceivedMailView.tsx";
import classes from "./ReportDetail.module.css";
import { OtherQuarterNote } from "./OtherQuarterNote.tsx";
import { ReportFacts } from "./ReportFacts.tsx";
import { ReportHistory } from "./ReportHistory.tsx";
import { shortNameOf } from "./reportWords.ts";
import { useReportUpdate } from "./useReportUpdate.ts";

/** Title and judgement, facts, then what was received, what is known, what was done. */
export function ReportDetail({ reportId }: { reportId: string | null }) {
  const { reports, ui, format } = useMessages();
  const { data: report, error, isPending } = useRead(api.reports.get, reportId === null ? null : { id: reportId });
  const hasChecked = useReportsView((state) => state.checked.size > 0);
  const { save, error: saveError } = useReportUpdate(reportId);
  if (reportId === null && hasChecked) {
    return <DetailPage label={reports.judge.label} header={<JudgementBar report={null} />} />;
  }
  if (reportId === null) return <EmptyState title={reports.empty.none} />;
  if (error !== null) return <ErrorNote error={error} />;
  if (isPending) return <DetailPage label={ui.loading} busy />;
  return (
    <DetailPage
      label={report.title}
      header={
        <>
          <div className={classes.titleLine}>
            <h1 className={classes.title}>
              <EditableText
                label={reports.facts.title}
                value={report.title}
                placeholder={reports.facts.title}
                check={(text) => (text.trim() === "" ? reports.entry.titleMissing : null)}
                onSave={(title) => save({ title: title.trim() })}
              />
            </h1>
            <span className={classes.number}>{shortNameOf(report) === report.externalId ? report.externalId : ""}</span>
          </div>
          <JudgementBar report={report} />
          <OtherQuarterNote receivedAt={report.receivedAt} />
          {report.void === null ? null : (
            <p className={classes.voided}>
              {reports.makeVoid.voidedSince(format.moment(report.void.at), report.void.reason)}
            </p>
          )}
          <ErrorNote error={saveError} />
        </>
      }
    >
      <section className={classes.facts}>
        <ReportFacts report={report} save={save} />
      </section>
      <DetailSection title={reports.received}>
        {report.hasMail ? <ReceivedMailView reportId={report.id} /> : null}
        <ReportBody report={report} onSave={(body) => save({ body })} />
      </DetailSection>
      {report.evidence.length === 0 ? null : (
        <DetailSection title={reports.files.title}>
          <EvidenceRows evidence={report.evidence} />
        </DetailSection>
      )}
      <DetailSection
        title={reports.observables.title}
        aside={<span className={classes.aside}>{reports.observables.defangedNote}</span>}
      >
        <ObservableRows observables={report.observables} onChange={(observables) => save({ observables })} />
      </DetailSection>
      <DetailSection title={reports.history}>
        <ReportHistory reportId={report.id} />
      </DetailSection>
    </DetailPage>
  );
}
