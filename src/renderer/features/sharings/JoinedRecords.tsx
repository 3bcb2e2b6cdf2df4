import { useState } from "react";
import type { SharingDetail } from "#shared/contract/sharings.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRecordSearch } from "#renderer/data/useRecordSearch.ts";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DetailSection } from "#renderer/ui/DetailPage.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { Finder } from "#renderer/ui/Finder.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import classes from "./SharingDetail.module.css";

type Joined = "report" | "case";

/** The reports and cases behind a sharing, added and taken out one by one; a report may be in several sharings. */
export function JoinedRecords({ detail }: { detail: SharingDetail }) {
  const { sharings, reports, format } = useMessages();
  const words = sharings.joined;
  const update = useCommand(api.sharings.update);
  const sayWithUndo = useUndoNotice();
  const [adding, setAdding] = useState<Joined | null>(null);
  const ids = { report: detail.reports.map(({ id }) => id), case: detail.cases.map(({ id }) => id) };
  const isOpen = detail.state !== "withdrawn";
  const save = async (type: Joined, next: string[], said: string) => {
    const fields = type === "report" ? { reportIds: next } : { caseIds: next };
    if ((await update.run({ id: detail.id, fields })) !== undefined) sayWithUndo(said);
  };
  const removeButton = (type: Joined, id: string, title: string) => (
    <button
      type="button"
      className={classes.remove}
      aria-label={words.remove(title)}
      title={words.remove(title)}
      onClick={() =>
        void save(
          type,
          ids[type].filter((one) => one !== id),
          words.removed(title),
        )
      }
    >
      ×
    </button>
  );
  const addButton = (type: Joined, label: string) => (
    <button type="button" className="link-button" onClick={() => setAdding(type)}>
      {label}
    </button>
  );
  const finder = (type: Joined) =>
    adding === type ? (
      <AddRecord
        key={type}
        type={type}
        except={new Set(ids[type])}
        onPick={({ id, title }) => {
          setAdding(null);
          void save(type, [...ids[type], id], words.added(title));
        }}
        onLeave={() => setAdding(null)}
      />
    ) : null;
  return (
    <>
      <DetailSection
        title={sharings.reports}
        aside={isOpen && adding !== "report" ? addButton("report", words.addReport) : null}
      >
        {finder("report")}
        <ErrorNote error={update.error} />
        {detail.reports.length === 0 ? <p className={classes.none}>{words.noReports}</p> : null}
        {detail.reports.length === 0 ? null : (
          <RowTable
            label={sharings.reports}
            rows={detail.reports}
            keyOf={(report) => report.id}
            columns={[
              {
                id: "receivedAt",
                title: reports.columns.receivedAt,
                cell: (report) => (
                  <span title={format.moment(report.receivedAt)}>
                    <Figures>{dayOf(report.receivedAt)}</Figures>
                  </span>
                ),
              },
              { id: "provider", title: reports.columns.provider, grows: true, cell: (report) => report.provider.name },
              {
                id: "title",
                title: reports.columns.title,
                grows: true,
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
              {
                id: "remove",
                title: "",
                align: "end",
                cell: (report) => (isOpen ? removeButton("report", report.id, report.title) : null),
              },
            ]}
          />
        )}
      </DetailSection>
      <DetailSection
        title={sharings.facts.cases}
        aside={isOpen && adding !== "case" ? addButton("case", words.addCase) : null}
      >
        {finder("case")}
        {detail.cases.length === 0 ? <p className={classes.none}>{words.noCases}</p> : null}
        {detail.cases.map(({ id, title }) => (
          <p key={id}>
            <button type="button" className="link-button" onClick={() => goToRecord("case", id)}>
              {title}
            </button>
            {isOpen ? removeButton("case", id, title) : null}
          </p>
        ))}
      </DetailSection>
    </>
  );
}

type AddRecordProps = {
  type: Joined;
  except: ReadonlySet<string>;
  onPick(record: { id: string; title: string }): void;
  onLeave(): void;
};

function AddRecord({ type, except, onPick, onLeave }: AddRecordProps) {
  const { sharings } = useMessages();
  const words = sharings.joined;
  const search = useRecordSearch(type, except);
  return (
    <div className={classes.finder}>
      <Finder
        label={type === "report" ? words.addReport : words.addCase}
        placeholder={type === "report" ? words.reportPlaceholder : words.casePlaceholder}
        nothing={words.nothing}
        text={search.text}
        options={search.options}
        settling={search.settling}
        autoFocus
        openAtOnce
        onText={search.setText}
        onPick={onPick}
        onLeave={onLeave}
      />
    </div>
  );
}
