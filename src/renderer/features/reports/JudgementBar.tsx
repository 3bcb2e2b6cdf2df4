import { useRef, useState } from "react";
import type { ReportDetail } from "#shared/contract/reports.ts";
import { useReportsView } from "#renderer/state/reportsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import classes from "./JudgementBar.module.css";
import { ToCaseFinder } from "./ToCaseFinder.tsx";
import { useJudgement } from "./useJudgement.ts";
import { useShareReports } from "./useShareReports.ts";
import { VoidDialog } from "./VoidDialog.tsx";

/** T 標的型 · I ばらまき · B 問題なし · U 未判定 | C 案件へ · V 無効: each button shows its key. */
export function JudgementBar({ report }: { report: ReportDetail | null }) {
  const { reports } = useMessages();
  const checked = useReportsView((state) => state.checked);
  const [voiding, setVoiding] = useState(false);
  const setChecked = useReportsView((state) => state.setChecked);
  const [choosingCase, setChoosingCase] = useState(false);
  const cameFrom = useRef<Element | null>(null);
  const askCase = () => {
    cameFrom.current = document.activeElement;
    setChoosingCase(true);
  };
  const leaveCase = () => {
    setChoosingCase(false);
    // Once the field is gone, and only if nobody went elsewhere meanwhile.
    setTimeout(() => {
      const isFree = document.activeElement === null || document.activeElement === document.body;
      // From the palette one came from nowhere: the list then.
      const back =
        cameFrom.current === document.body ? document.querySelector("[data-primary=true]") : cameFrom.current;
      if (isFree && back instanceof HTMLElement) back.focus({ preventScroll: true });
    }, 0);
  };
  const { ids, choices, error } = useJudgement(report, { askVoid: () => setVoiding(true), askCase });
  const share = useShareReports(ids, () => setChecked(new Set()));
  return (
    <>
      <div role="group" aria-label={reports.judge.label} className={classes.bar}>
        {checked.size > 0 ? <span className={classes.scope}>{reports.judge.selected(checked.size)}</span> : null}
        {choices.map((choice) => (
          <span key={choice.id} className={classes.place}>
            {choice.startsGroup ? <span className={classes.gap} /> : null}
            <button
              type="button"
              className={classes.choice}
              aria-pressed={choice.pressed}
              disabled={choice.when === false}
              title={choice.title}
              onClick={choice.run}
            >
              {choice.label}
              <KeyHint keys={choice.shortcut} />
            </button>
            {choosingCase && choice.id === "reports.toCase" ? (
              <ToCaseFinder
                reportIds={ids}
                own={checked.size > 0 ? [] : (report?.cases ?? [])}
                onLeave={leaveCase}
                onDone={() => {
                  setChecked(new Set());
                  leaveCase();
                }}
              />
            ) : null}
          </span>
        ))}
      </div>
      <ErrorNote error={error ?? share.error} />
      {report === null ? null : <VoidDialog report={report} opened={voiding} onClose={() => setVoiding(false)} />}
    </>
  );
}
