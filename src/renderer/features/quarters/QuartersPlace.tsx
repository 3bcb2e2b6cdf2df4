import { Button } from "@mantine/core";
import { useEffect } from "react";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { FigureRecords } from "./FigureRecords.tsx";
import { useOpenFigure } from "./openFigure.ts";
import { QuarterPage } from "./QuarterPage.tsx";

/** 四半期: table 1 as it will be printed, and everything that stands behind it or in its way. */
export function QuartersPlace() {
  const { ui, quarters: words, frame } = useMessages();
  const go = useWorkplace((state) => state.go);
  const quarter = useShownQuarter();
  const { opened, close } = useOpenFigure();
  const { data: figures, error } = useRead(api.quarters.figures, { quarter }, { keepPrevious: true });
  // A number of another table must not stay open beside this one.
  useEffect(() => close, [quarter, close]);
  if (error !== null) return <ErrorNote error={error} />;
  if (figures === undefined) return <SkeletonLines count={12} label={ui.loading} />;
  const isEmpty = !figures.known.includes(true) && figures.structure.organizations === 0;
  if (isEmpty) {
    return (
      <EmptyState title={words.empty}>
        <Button onClick={() => go("reports")}>{frame.places.reports}</Button>
      </EmptyState>
    );
  }
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
