import { Button } from "@mantine/core";
import { useState } from "react";
import type { ReportRow } from "#shared/contract/reports.ts";
import { NOT_SHARED_REASONS, type NotSharedReason } from "#shared/domain/vocabulary.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useBeginSharing } from "#renderer/data/useBeginSharing.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useRows } from "#renderer/data/useRows.ts";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { DetailPage, DetailSection, focusDetail } from "#renderer/ui/DetailPage.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import classes from "./UnsharedView.module.css";

const REASON_KEYS: Record<NotSharedReason, string> = { mass: "1", joined: "2", benign: "3", declined: "4" };

/** 未共有の情報提供: counted reports of the quarter neither shared nor explained; one key says why not. */
export function UnsharedView() {
  const { sharings, reports, vocabulary, format } = useMessages();
  const words = sharings.unshared;
  const quarter = useShownQuarter();
  const rows = useRows(api.sharings.unshared, { quarter });
  const [chosen, setChosen] = useState<string | null>(null);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const ids = checked.size > 0 ? [...checked] : chosen === null ? [] : [chosen];
  /** What was explained is listed no more: the next one that stays is opened in its place. */
  const goOn = () => {
    const listed = Array.from({ length: Math.min(rows.total ?? 0, 500) }, (_, index) => rows.rowAt(index)?.id);
    const from = listed.indexOf(chosen ?? "");
    const staying = (id: string | undefined) => id !== undefined && !ids.includes(id);
    const next = listed.slice(from + 1).find(staying) ?? listed.slice(0, Math.max(0, from)).findLast(staying);
    setChosen(next ?? null);
    setChecked(new Set());
  };
  if (rows.total === 0) return <EmptyState title={words.empty} detail={words.emptyDetail} />;
  return (
    <Panes
      name="sharings"
      initialWidth="56%"
      minWidth={320}
      minRest={400}
      sized={
        <div className={classes.pane}>
          <p className={classes.explain}>{words.explain}</p>
          <DataTable
            name="unshared"
            label={words.label}
            primary
            columns={[
              {
                id: "receivedAt",
                title: reports.columns.receivedAt,
                width: 112,
                cell: (row: ReportRow) => <Figures>{format.moment(row.receivedAt)}</Figures>,
              },
              {
                id: "provider",
                title: reports.columns.provider,
                width: 108,
                grows: 1,
                cell: ({ provider }) => provider.name,
              },
              { id: "title", title: reports.columns.title, width: 150, grows: 3, cell: ({ title }) => title },
              {
                id: "assessment",
                title: reports.columns.assessment,
                width: 96,
                spare: 1,
                cell: ({ assessment }) => vocabulary.assessment[assessment],
              },
            ]}
            rows={rows}
            idOf={({ id }) => id}
            cursorId={chosen}
            onCursor={({ id }) => setChosen(id)}
            onOpen={focusDetail}
            checked={checked}
            onCheck={setChecked}
            empty={<EmptyState title={words.empty} detail={words.emptyDetail} />}
          />
        </div>
      }
      rest={
        chosen === null ? (
          <EmptyState title={words.choose} />
        ) : (
          <UnsharedDetail key={chosen} reportId={chosen} ids={ids} onDone={goOn} />
        )
      }
    />
  );
}

type UnsharedDetailProps = { reportId: string; ids: readonly string[]; onDone(): void };

function UnsharedDetail({ reportId, ids, onDone }: UnsharedDetailProps) {
  const { sharings, reports, vocabulary, format, ui } = useMessages();
  const words = sharings.unshared;
  const { data: report, error } = useRead(api.reports.get, { id: reportId });
  if (error !== null) return <ErrorNote error={error} />;
  if (report === undefined) return <DetailPage label={ui.loading} busy />;
  return (
    <DetailPage
      label={report.title}
      header={
        <>
          <h1 className={classes.title}>{report.title}</h1>
          <p className={classes.facts}>
            {format.moment(report.receivedAt)} · {report.provider.name} · {vocabulary.assessment[report.assessment]}
          </p>
          <ReasonBar ids={ids} onDone={onDone} />
        </>
      }
    >
      <DetailSection
        title={reports.facts.body}
        aside={
          <button type="button" className="link-button" onClick={() => goToRecord("report", report.id)}>
            {words.open}
          </button>
        }
      >
        <p className={classes.body}>{report.body}</p>
      </DetailSection>
    </DetailPage>
  );
}

/** Why the reports ticked, or the one that is open, are not given out; or a sharing of them after all. */
function ReasonBar({ ids, onDone }: { ids: readonly string[]; onDone(): void }) {
  const { sharings, frame, ui } = useMessages();
  const words = sharings.unshared;
  const explain = useCommand(api.sharings.explain);
  const begin = useBeginSharing();
  const sayWithUndo = useUndoNotice();
  const give = async (reason: NotSharedReason) => {
    if ((await explain.run({ reportIds: [...ids], reason })) === undefined) return;
    sayWithUndo(words.done(words.reasons[reason]));
    onDone();
  };
  const share = async () => {
    if (await begin.ofReports(ids)) onDone();
  };
  const group = frame.places.sharings;
  useCommands([
    ...NOT_SHARED_REASONS.map((reason) => ({
      id: `sharings.explain.${reason}`,
      title: words.reasonCommands[reason],
      shortcut: REASON_KEYS[reason],
      group,
      run: () => void give(reason),
    })),
    { id: "sharings.shareUnshared", title: words.share, shortcut: "G", group, run: () => void share() },
  ]);
  return (
    <>
      <div role="group" aria-label={words.reasonBar} className={classes.bar}>
        {ids.length > 1 ? <span className={classes.scope}>{ui.selectedRows(ids.length)}</span> : null}
        {NOT_SHARED_REASONS.map((reason) => (
          <button
            key={reason}
            type="button"
            className={classes.reason}
            title={words.reasonCommands[reason]}
            onClick={() => void give(reason)}
          >
            {words.reasons[reason]}
            <KeyHint keys={REASON_KEYS[reason]} />
          </button>
        ))}
        <Button className={classes.share} variant="filled" loading={begin.pending} onClick={() => void share()}>
          {words.share}
        </Button>
      </div>
      <ErrorNote error={explain.error ?? begin.error} />
    </>
  );
}
