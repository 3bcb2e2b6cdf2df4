import { lazy, Suspense } from "react";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DetailPage, DetailSection } from "#renderer/ui/DetailPage.tsx";
import { EditableText } from "#renderer/ui/EditableText.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { AudienceEditor } from "./AudienceEditor.tsx";
import { CorrectionNote } from "./CorrectionNote.tsx";
import { ConsentTable } from "./ConsentTable.tsx";
import { IndicatorTable } from "./IndicatorTable.tsx";
import { IssueLedger } from "./IssueLedger.tsx";
import { JoinedRecords } from "./JoinedRecords.tsx";
import { NextStepBar } from "./NextStepBar.tsx";
import classes from "./SharingDetail.module.css";
import { SharingFacts } from "./SharingFacts.tsx";
import { SharingHistory } from "./SharingHistory.tsx";
import { Sightings } from "./Sightings.tsx";

const SharingText = lazy(async () => ({ default: (await import("./SharingText.tsx")).SharingText }));

/** One sharing: what it is and what comes next, its words, to whom it goes, whose word it needs, and what came back. */
export function SharingDetail({ sharingId }: { sharingId: string | null }) {
  const { sharings, ui } = useMessages();
  const { data, error, isPending } = useRead(api.sharings.get, sharingId === null ? null : { id: sharingId });
  const update = useCommand(api.sharings.update);
  if (sharingId === null) return <EmptyState title={sharings.empty.none} />;
  if (error !== null) return <ErrorNote error={error} />;
  if (isPending) return <DetailPage label={ui.loading} busy />;
  const isOver = data.state === "withdrawn";
  const title = isOver ? (
    data.title
  ) : (
    <EditableText
      label={sharings.title}
      value={data.title}
      placeholder={sharings.title}
      check={(text) => (text.trim() === "" ? sharings.titleMissing : null)}
      onSave={(text) => void update.run({ id: data.id, fields: { title: text.trim() } })}
    />
  );
  return (
    <DetailPage
      label={data.title}
      header={
        <>
          <h1 className={classes.title}>{title}</h1>
          <ErrorNote error={update.error} />
          <NextStepBar detail={data} />
        </>
      }
    >
      <section className={classes.facts}>
        <SharingFacts detail={data} />
      </section>
      <Suspense fallback={<SkeletonLines count={4} label={ui.loading} />}>
        <SharingText detail={data} />
      </Suspense>
      <CorrectionNote detail={data} />
      <DetailSection title={sharings.audience.title}>
        <AudienceEditor detail={data} />
      </DetailSection>
      <ConsentTable detail={data} />
      <JoinedRecords detail={data} />
      <IndicatorTable detail={data} />
      <IssueLedger detail={data} />
      <Sightings detail={data} />
      <SharingHistory sharingId={data.id} />
    </DetailPage>
  );
}
