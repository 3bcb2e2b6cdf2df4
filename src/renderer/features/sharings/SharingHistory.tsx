import type { AuditEntry } from "#shared/contract/audit.ts";
import { readMoment } from "#shared/domain/moment.ts";
import { ORIGINS, SHARING_STATES } from "#shared/domain/vocabulary.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DetailSection } from "#renderer/ui/DetailPage.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import classes from "./SharingHistory.module.css";

/** Who did what with a sharing, and when; latest first. */
export function SharingHistory({ sharingId }: { sharingId: string }) {
  const { sharings, format, frame } = useMessages();
  const words = sharings.history;
  const { data, error } = useRead(api.audit.history, { recordId: sharingId });
  const valueOf = useValueWords();
  const entries = [...(data ?? [])].sort((a, b) => b.at - a.at);
  const shownOf = ({ changes }: AuditEntry) =>
    // What a record began with is seen on its page; only what changed since is told.
    changes.every(({ before }) => before === null)
      ? []
      : changes.filter(({ field }) => words.fields[field] !== undefined);
  return (
    <DetailSection title={words.title}>
      <ErrorNote error={error} />
      {data?.length === 0 ? <p className={classes.change}>{words.none}</p> : null}
      <ol className={classes.lines}>
        {entries.map((entry) => (
          <li key={entry.id} className={classes.line}>
            <time>
              <Figures>{format.moment(entry.at)}</Figures>
            </time>
            <span>{entry.actor}</span>
            <span>
              {frame.actions[entry.action] ?? frame.otherAction}
              {shownOf(entry).map(({ field, before, after }) => (
                <span key={field} className={classes.change}>
                  {words.fields[field]}:{" "}
                  {field === "body" ? words.textChanged : `${valueOf(field, before)} → ${valueOf(field, after)}`}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </DetailSection>
  );
}

/** The value of a field as the page shows it, not as it is stored. */
function useValueWords(): (field: string, value: string | null) => string {
  const { sharings, vocabulary, format } = useMessages();
  return (field, value) => {
    if (value === null || value === "") return sharings.history.empty;
    if (field === "withheld") return sharings.count(countWithheld(value));
    const origin = ORIGINS.find((known) => known === value);
    if (field === "origin" && origin !== undefined) return vocabulary.origin[origin];
    const state = SHARING_STATES.find((known) => known === value);
    if (field === "state" && state !== undefined) return vocabulary.sharingState[state];
    if (field === "shared_at") {
      const momentMs = readMoment(value) ?? Number(value);
      return Number.isFinite(momentMs) ? format.moment(momentMs) : value;
    }
    return value;
  };
}

/** They are stored as a list of keys. */
function countWithheld(stored: string): number {
  const keys: unknown = JSON.parse(stored);
  return Array.isArray(keys) ? keys.length : 0;
}
