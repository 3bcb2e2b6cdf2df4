import { useState } from "react";
import type { CaseDetail } from "#shared/contract/cases.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Finder } from "#renderer/ui/Finder.tsx";
import facts from "./CaseFacts.module.css";
import classes from "./CaseLinks.module.css";
import { useRecordSearch } from "#renderer/data/useRecordSearch.ts";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";

/** The reports that a case is built from. */
export function CaseReports({ detail }: { detail: CaseDetail }) {
  const { cases: words, format } = useMessages();
  const go = useWorkplace((state) => state.go);
  const [adding, setAdding] = useState(false);
  const remove = useCommand(api.cases.removeReports);
  const sayWithUndo = useUndoNotice();
  const removeReport = async (id: string, title: string) => {
    if ((await remove.run({ id: detail.id, reportIds: [id] })) !== undefined) sayWithUndo(words.reports.removed(title));
  };
  return (
    <section aria-label={words.reports.title}>
      <header className={classes.head}>
        <h2 className={facts.heading}>{words.reports.title}</h2>
        {adding ? null : (
          <button type="button" className="link-button" onClick={() => setAdding(true)}>
            {words.reports.add}
          </button>
        )}
      </header>
      {adding ? <AddReport detail={detail} onDone={() => setAdding(false)} /> : null}
      <ErrorNote error={remove.error} />
      {detail.reports.length === 0 && !adding ? <p className={classes.none}>{words.reports.none}</p> : null}
      <ul className={classes.list}>
        {detail.reports.map(({ id, title, receivedAt, provider, items }) => (
          <li key={id} className={classes.line}>
            <div className={classes.relation}>
              <span>{dayOf(receivedAt)}</span>
              <span>{provider.name}</span>
              {items === 1 ? null : <span>{format.items(items)}</span>}
              <button
                type="button"
                className={classes.remove}
                aria-label={words.reports.remove(title)}
                title={words.reports.remove(title)}
                onClick={() => void removeReport(id, title)}
              >
                ×
              </button>
            </div>
            <button type="button" className="link-button" onClick={() => go("reports", id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddReport({ detail, onDone }: { detail: CaseDetail; onDone(): void }) {
  const { cases: words } = useMessages();
  const search = useRecordSearch("report", new Set(detail.reports.map(({ id }) => id)));
  const add = useCommand(api.cases.addReports);
  const sayWithUndo = useUndoNotice();
  return (
    <>
      <Finder
        label={words.reports.add}
        placeholder={words.reports.placeholder}
        text={search.text}
        onText={search.setText}
        options={search.options}
        settling={search.settling}
        nothing={words.reports.nothing}
        onPick={async ({ id, title }) => {
          if ((await add.run({ id: detail.id, reportIds: [id] })) === undefined) return;
          sayWithUndo(words.reports.added(title));
          onDone();
        }}
        onLeave={onDone}
        autoFocus
      />
      <ErrorNote error={add.error} />
    </>
  );
}
