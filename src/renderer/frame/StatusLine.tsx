import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./StatusLine.module.css";

/** 26 件 · 未判定 2 · 承認待ち 1 · 保存済み 21:03 · 暗号化 · 通信なし */
export function StatusLine() {
  const { frame, format } = useMessages();
  const quarter = useShownQuarter();
  const { data } = useRead(api.casebook.overview, { quarter }, { keepPrevious: true });
  const { status } = frame;
  return (
    <footer aria-label={status.label} className={classes.line}>
      {data === undefined ? null : (
        <>
          <span>{format.items(data.reportsInQuarter)}</span>
          <span data-open={data.undetermined > 0}>{status.undetermined(data.undetermined)}</span>
          <span data-open={data.awaitingApproval > 0}>{status.awaitingApproval(data.awaitingApproval)}</span>
          <span>
            {data.lastSavedAt === null ? status.savedNothingYet : status.saved(format.clock(data.lastSavedAt))}
          </span>
        </>
      )}
      <span title={status.encryptedHint}>{status.encrypted}</span>
      <span title={status.offlineHint}>{status.offline}</span>
    </footer>
  );
}
