import type { UnwrittenCase, WriteupRow } from "#shared/contract/writeups.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import classes from "./WriteupList.module.css";

/** A write-up: its title, then who wrote it when, and that it still waits for a second person's release. */
export function WriteupLine({ row }: { row: WriteupRow }) {
  const { writeups: words, format } = useMessages();
  return (
    <>
      <span className={classes.title}>{row.title}</span>
      <span className={classes.note}>
        <span>{words.row(row.author, format.moment(row.updatedAt))}</span>
        <StatusMark shape={row.released ? "check" : "half"} tone={row.released ? "soft" : "wait"}>
          {row.released ? words.released : words.waiting}
        </StatusMark>
      </span>
    </>
  );
}

/** A case without a write-up: Enter begins one. */
export function CaseLine({ row }: { row: UnwrittenCase }) {
  const { writeups: words } = useMessages();
  return (
    <>
      <span className={classes.title}>{row.title}</span>
      <span className={classes.note}>
        <span>{row.openedAt}</span>
        <span className={classes.begin}>
          {words.beginHere} <kbd>Enter</kbd>
        </span>
      </span>
    </>
  );
}
