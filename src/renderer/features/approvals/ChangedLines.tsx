import type { TextRef } from "#shared/contract/sanitising.ts";
import type { Party } from "#shared/domain/consent.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import classes from "./ChangedLines.module.css";

type ChangedLinesProps = { text: TextRef; party: Party; name: string };

/** What changed since a party last saw the text, with one unchanged line around each change. */
export function ChangedLines({ text, party, name }: ChangedLinesProps) {
  const { approvals, ui } = useMessages();
  const words = approvals.askDialog;
  const { data, error } = useRead(api.approvals.changesSince, { text, party });
  if (error !== null) return <ErrorNote error={error} />;
  if (data === undefined) return <SkeletonLines count={3} label={ui.loading} />;
  const isNear = (index: number) =>
    [index - 1, index, index + 1].some((near) => data[near] !== undefined && data[near].kind !== "same");
  const shown = data.flatMap((line, index) => (isNear(index) ? [{ ...line, index }] : []));
  if (shown.length === 0) return <p>{words.noChanges}</p>;
  return (
    <ol className={classes.lines} aria-label={words.changes(name)}>
      {shown.map(({ kind, text: line, index }) => (
        <li key={index} className={classes.line} data-kind={kind}>
          {kind === "same" ? null : <span className="visually-hidden">{words[kind]}: </span>}
          {line}
        </li>
      ))}
    </ol>
  );
}
