import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useReportsView } from "#renderer/state/reportsView.ts";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import classes from "./StatusLine.module.css";

/** 26 件 · 未判定 2 · 承認待ち 1 · 保存済み 21:03 · 暗号化 · 通信なし; each number opens the records behind it. */
export function StatusLine() {
  const { frame, format } = useMessages();
  const quarter = useShownQuarter();
  const go = useWorkplace((state) => state.go);
  const showReports = useReportsView((state) => state.showOnly);
  const showSharings = useSharingsView((state) => state.showOnly);
  const { data } = useRead(api.casebook.overview, { quarter }, { keepPrevious: true });
  const { status } = frame;
  const numbers =
    data === undefined
      ? []
      : [
          {
            id: "reports",
            text: format.items(data.reportsInQuarter),
            open: false,
            show() {
              showReports({ standing: "counted" });
              go("reports");
            },
          },
          {
            id: "undetermined",
            text: status.undetermined(data.undetermined),
            open: data.undetermined > 0,
            show() {
              showReports({ allQuarters: true, assessments: ["undetermined"], standing: "counted" });
              go("reports");
            },
          },
          {
            id: "awaitingApproval",
            text: status.awaitingApproval(data.awaitingApproval),
            open: data.awaitingApproval > 0,
            show() {
              showSharings({ allQuarters: true, states: ["awaiting-approval"] });
              go("sharings");
            },
          },
        ];
  return (
    <footer aria-label={status.label} className={classes.line}>
      {numbers.map((number) => (
        <span key={number.id}>
          <button type="button" className={classes.number} data-open={number.open} onClick={number.show}>
            {number.text}
          </button>
        </span>
      ))}
      {data === undefined ? null : (
        <span>{data.lastSavedAt === null ? status.savedNothingYet : status.saved(format.clock(data.lastSavedAt))}</span>
      )}
      <span title={status.encryptedHint}>{status.encrypted}</span>
      <span title={status.offlineHint}>{status.offline}</span>
    </footer>
  );
}
