import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { Contents } from "./Contents.tsx";
import { ExportReport } from "./ExportReport.tsx";
import { IssueLine } from "./IssueLine.tsx";
import { ReleaseReport } from "./ReleaseReport.tsx";
import { Outline } from "./Outline.tsx";
import { Pages } from "./Pages.tsx";
import { ReportWords } from "./ReportWords.tsx";
import classes from "./PublishingPlace.module.css";

/** 報告書: outline left, what the report is made of in the middle, its pages right, live as it is edited. */
export function PublishingPlace() {
  const { ui } = useMessages();
  const quarter = useShownQuarter();
  const draft = useRead(api.publishing.draft, { quarter }, { keepPrevious: true });
  const preview = useRead(api.publishing.preview, { quarter }, { keepPrevious: true });
  const verdict = useRead(api.gate.reportVerdict, { quarter }, { keepPrevious: true });
  const pages = preview.data;
  return (
    <div className={classes.place}>
      <header className={classes.bar}>
        {preview.error === null ? <IssueLine issues={pages?.issues} verdict={verdict.data} /> : <span />}
        <div className={classes.actions}>
          <ReleaseReport quarter={quarter} verdict={verdict.data} />
          <ExportReport quarter={quarter} verdict={verdict.data} />
        </div>
      </header>
      <div className={classes.desk}>
        <Panes
          name="report-outline"
          initialWidth={196}
          minWidth={140}
          minRest={640}
          sized={<Outline outline={pages?.outline} awaited={pages === undefined && preview.error === null} />}
          rest={
            <Panes
              name="report-pages"
              side="right"
              initialWidth="54%"
              minWidth={280}
              minRest={380}
              sized={<Pages preview={pages} error={preview.error} busy={preview.isFetching} />}
              rest={
                draft.error !== null ? (
                  <ErrorNote error={draft.error} />
                ) : draft.data === undefined ? (
                  <SkeletonLines count={10} label={ui.loading} />
                ) : (
                  <Contents key={draft.data.quarter} draft={draft.data} outline={pages?.outline ?? []} />
                )
              }
            />
          }
        />
      </div>
      <ReportWords quarter={quarter} />
    </div>
  );
}
