import type { AuditEntry } from "#shared/contract/audit.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import facts from "./CaseFacts.module.css";
import classes from "./CaseHistory.module.css";
import { groupHistory, isTextField } from "./groupHistory.ts";

/** Who changed what of a case, and when; latest first. */
export function CaseHistory({ caseId }: { caseId: string }) {
  const { cases: words } = useMessages();
  const { data, error } = useRead(api.audit.history, { recordId: caseId });
  const entries = groupHistory(data ?? []);
  return (
    <section className={classes.history} aria-label={words.history.title}>
      <h2 className={facts.heading}>{words.history.title}</h2>
      <ErrorNote error={error} />
      {data !== undefined && entries.length === 0 ? <p>{words.history.none}</p> : null}
      <ol>
        {entries.map((entry) => (
          <HistoryLine key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function HistoryLine({ entry }: { entry: AuditEntry }) {
  const { cases: words, format, frame } = useMessages();
  const nameOf = (field: string) => words.history.fields[field];
  const shown = entry.changes.filter(({ field }) => nameOf(field) !== undefined);
  return (
    <li className={classes.line}>
      <time>{format.moment(entry.at)}</time>
      <span>{entry.actor}</span>
      <span>
        {frame.actions[entry.action] ?? frame.otherAction}
        {shown.map(({ field, before, after }) => (
          <span key={field} className={classes.change}>
            {nameOf(field)}
            {isTextField(field)
              ? `: ${words.history.textChanged}`
              : `: ${before === null || before === "" ? words.history.empty : before} → ${after === null || after === "" ? words.history.empty : after}`}
          </span>
        ))}
      </span>
    </li>
  );
}
