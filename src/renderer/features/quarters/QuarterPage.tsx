import { useState } from "react";
import type { QuarterFigures } from "#shared/contract/quarters.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { FreezeDialog } from "./FreezeDialog.tsx";
import { OpenWork } from "./OpenWork.tsx";
import { PrintedTable } from "./PrintedTable.tsx";
import classes from "./QuarterPage.module.css";
import { Breakdown } from "./Breakdown.tsx";
import { CampaignsOfQuarter } from "./CampaignsOfQuarter.tsx";
import { Revisions } from "./Revisions.tsx";
import { Structure } from "./Structure.tsx";
import { Trend } from "./Trend.tsx";

/** The printed table first; then what still has to be done, what it was before, and how it came about. */
export function QuarterPage({ figures }: { figures: QuarterFigures }) {
  const { format, quarters: words } = useMessages();
  const [freezing, setFreezing] = useState(false);
  const { frozen } = figures;
  return (
    <article className={classes.page} aria-label={format.quarter(figures.quarter)} tabIndex={-1} data-detail>
      <div className={classes.column}>
        <header className={classes.head}>
          <h1>{format.quarter(figures.quarter)}</h1>
          <p>{frozen === null ? words.frozen.notYet : words.frozen.at(format.dayOfMoment(frozen.at), frozen.by)}</p>
        </header>
        <PrintedTable figures={figures} />
        <OpenWork figures={figures} onFreeze={() => setFreezing(true)} />
        <Revisions figures={figures} />
        <Structure figures={figures} />
        <Trend quarter={figures.quarter} />
        <Breakdown figures={figures} />
        <CampaignsOfQuarter figures={figures} />
      </div>
      {freezing ? <FreezeDialog figures={figures} onClose={() => setFreezing(false)} /> : null}
    </article>
  );
}
