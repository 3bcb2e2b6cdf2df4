import { Fragment, useState } from "react";
import type { ReportDetail } from "#shared/contract/reports.ts";
import { useReportsView } from "#renderer/state/reportsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import classes from "./JudgementBar.module.css";
import { useJudgement } from "./useJudgement.ts";
import { VoidDialog } from "./VoidDialog.tsx";

/** T 標的型 · I ばらまき · B 問題なし · U 未判定 | C 案件へ · V 無効: each button shows its key. */
export function JudgementBar({ report }: { report: ReportDetail | null }) {
  const { reports } = useMessages();
  const checked = useReportsView((state) => state.checked);
  const [voiding, setVoiding] = useState(false);
  const { choices, error } = useJudgement(report, () => setVoiding(true));
  return (
    <>
      <div role="group" aria-label={reports.judge.label} className={classes.bar}>
        {checked.size > 0 ? <span className={classes.scope}>{reports.judge.selected(checked.size)}</span> : null}
        {choices.map((choice) => (
          <Fragment key={choice.id}>
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
          </Fragment>
        ))}
      </div>
      <ErrorNote error={error} />
      {report === null ? null : <VoidDialog report={report} opened={voiding} onClose={() => setVoiding(false)} />}
    </>
  );
}
