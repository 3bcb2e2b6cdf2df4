import type { AuditEntry } from "#shared/contract/audit.ts";
import { ORIGINS } from "#shared/domain/vocabulary.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import facts from "./CaseFacts.module.css";
import classes from "./CaseHistory.module.css";
import { useKindWord } from "./CaseList.tsx";
import { groupHistory, isTextField } from "./groupHistory.ts";

/** Who changed what of a case, and when; latest first. */
export function CaseHistory({ caseId }: { caseId: string }) {
  const { cases: words } = useMessages();
  const { data, error } = useRead(api.audit.history, { recordId: caseId });
  const valueOf = useValueWords();
  const entries = groupHistory(data ?? []);
  return (
    <section className={classes.history} aria-label={words.history.title}>
      <h2 className={facts.heading}>{words.history.title}</h2>
      <ErrorNote error={error} />
      {data !== undefined && entries.length === 0 ? <p>{words.history.none}</p> : null}
      <ol>
        {entries.map((entry) => (
          <HistoryLine key={entry.id} entry={entry} valueOf={valueOf} />
        ))}
      </ol>
    </section>
  );
}

type ValueWords = (field: string, value: string | null) => string;

/** The value of a field as the page shows it, not as it is stored. */
function useValueWords(): ValueWords {
  const { cases: words, format, vocabulary } = useMessages();
  const kindWord = useKindWord();
  const { data: campaigns = [] } = useRead(api.campaigns.list, {});
  return (field, value) => {
    if (value === null || value === "" || value === "[]") return words.history.empty;
    const origin = ORIGINS.find((known) => known === value);
    if (field === "origin" && origin !== undefined) return vocabulary.origin[origin];
    if (field === "kind") return kindWord(value);
    if (field === "campaign_id") return campaigns.find(({ id }) => id === value)?.name ?? value;
    if (field === "techniques") return format.list(value.match(/T\d{4}(\.\d{3})?/g) ?? []);
    return value;
  };
}

function HistoryLine({ entry, valueOf }: { entry: AuditEntry; valueOf: ValueWords }) {
  const { cases: words, format, frame } = useMessages();
  const nameOf = (field: string) => words.history.fields[field];
  // What a record began with is seen on its page; only what changed since is told.
  const isBeginning = entry.changes.every(({ before }) => before === null);
  const shown = isBeginning ? [] : entry.changes.filter(({ field }) => nameOf(field) !== undefined);
  return (
    <li className={classes.line}>
      <time>
        <Figures>{format.moment(entry.at)}</Figures>
      </time>
      <span>{entry.actor}</span>
      <span>
        {frame.actions[entry.action] ?? frame.otherAction}
        {shown.map(({ field, before, after }) => (
          <span key={field} className={classes.change}>
            {nameOf(field)}:{" "}
            {isTextField(field) ? words.history.textChanged : `${valueOf(field, before)} → ${valueOf(field, after)}`}
          </span>
        ))}
      </span>
    </li>
  );
}
