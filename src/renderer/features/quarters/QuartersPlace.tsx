import { useEffect } from "react";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { FigureRecords } from "./FigureRecords.tsx";
import { useOpenFigure } from "./openFigure.ts";
import { QuarterPage } from "./QuarterPage.tsx";

/** 四半期: table 1 as it will be printed, and everything that stands behind it or in its way. */
export function QuartersPlace() {
  const { ui } = useMessages();
  const quarter = useShownQuarter();
  const { opened, close } = useOpenFigure();
  const { data: figures, error } = useRead(api.quarters.figures, { quarter }, { keepPrevious: true });
  // A number of another table must not stay open beside this one.
  useEffect(() => close, [quarter, close]);
  if (error !== null) return <ErrorNote error={error} />;
  if (figures === undefined) return <SkeletonLines count={12} label={ui.loading} />;
  const page = <QuarterPage figures={figures} />;
  if (opened === null) return page;
  return (
    <Panes
      name="quarter-records"
      side="right"
      initialWidth={420}
      minWidth={320}
      minRest={560}
      sized={<FigureRecords key={`${opened.quarter}${opened.figure}${opened.part ?? ""}`} opened={opened} />}
      rest={page}
    />
  );
}
