import { defang } from "#shared/domain/defang.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import classes from "./SearchPlace.module.css";

/** One value and every report it occurs in. */
export function ObservableDetail({ observableId }: { observableId: string }) {
  const { search, vocabulary, format, ui } = useMessages();
  const select = useWorkplace((state) => state.select);
  const { data, error } = useRead(api.search.observable, { id: observableId }, { keepPrevious: true });
  if (error !== null) return <ErrorNote error={error} />;
  if (data === undefined) return null;
  return (
    <section aria-label={search.observable.title} className={classes.observable}>
      <div className={classes.observableHead}>
        <span className={classes.soft}>{vocabulary.observableKind[data.kind] ?? data.kind}</span>
        <code>{defang(data.kind, data.value)}</code>
        <button type="button" className="link-button" onClick={() => select(null)}>
          {ui.close}
        </button>
      </div>
      <p className={classes.soft}>{search.observable.reports(data.reports.length)}</p>
      <ul className={classes.reports}>
        {data.reports.map((report) => (
          <li key={report.id}>
            <Figures>{format.moment(report.receivedAt)}</Figures>{" "}
            <button type="button" className="link-button" onClick={() => goToRecord("report", report.id)}>
              {report.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
