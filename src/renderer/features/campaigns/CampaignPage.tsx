import { Button } from "@mantine/core";
import { useState } from "react";
import type { CaseRow } from "#shared/contract/cases.ts";
import { quarterOfDay, type Quarter } from "#shared/domain/quarter.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { DetailPage, DetailSection } from "#renderer/ui/DetailPage.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { CampaignDialog } from "./CampaignDialog.tsx";
import classes from "./CampaignPage.module.css";
import { QuarterStrip } from "#renderer/ui/QuarterStrip.tsx";

/** One campaign: its quarters from the first to now, and the cases behind each. */
export function CampaignPage({ campaignId }: { campaignId: string }) {
  const { campaigns: words, format, ui } = useMessages();
  const [chosen, setChosen] = useState<Quarter | null>(null);
  const [editing, setEditing] = useState(false);
  const { data: detail, error } = useRead(api.campaigns.get, { id: campaignId });
  if (error !== null) return <ErrorNote error={error} />;
  if (detail === undefined) return <SkeletonLines count={8} label={ui.loading} />;
  const seen = detail.strip.filter(({ observed }) => observed).length;
  const cases =
    chosen === null ? detail.cases : detail.cases.filter(({ openedAt }) => quarterOfDay(openedAt) === chosen);
  return (
    <DetailPage
      label={detail.name}
      header={
        <div className={classes.head}>
          <div>
            <h1>{detail.name}</h1>
            <p className={classes.sub}>
              {words.since(format.month(detail.since))} · {words.caseCount(detail.caseCount)} ·{" "}
              {words.summary(seen, detail.strip.length)}
            </p>
          </div>
          <Button onClick={() => setEditing(true)}>{words.edit}</Button>
        </div>
      }
    >
      <DetailSection
        title={words.columns.strip}
        aside={
          <span className={classes.key}>
            {words.seenMark} {words.silentMark}
          </span>
        }
      >
        <QuarterStrip
          large
          label={words.stripLabel(detail.name)}
          strip={detail.strip}
          chosen={chosen}
          onChoose={(quarter) => setChosen(quarter === chosen ? null : quarter)}
        />
      </DetailSection>
      <DetailSection
        title={chosen === null ? words.cases : words.casesIn(format.quarter(chosen))}
        aside={
          chosen === null ? null : (
            <button type="button" className="link-button" onClick={() => setChosen(null)}>
              {words.allQuarters}
            </button>
          )
        }
      >
        <CampaignCases
          cases={cases}
          nothing={chosen === null ? words.noCases : words.noCasesIn(format.quarter(chosen))}
        />
      </DetailSection>
      <DetailSection title={words.fields.description}>
        <p className={classes.description}>{detail.description === "" ? words.noDescription : detail.description}</p>
      </DetailSection>
      {editing ? <CampaignDialog campaign={detail} onClose={() => setEditing(false)} /> : null}
    </DetailPage>
  );
}

function CampaignCases({ cases, nothing }: { cases: readonly CaseRow[]; nothing: string }) {
  const { cases: words, campaigns, vocabulary } = useMessages();
  const go = useWorkplace((state) => state.go);
  if (cases.length === 0) return <p className={classes.sub}>{nothing}</p>;
  return (
    <RowTable
      label={campaigns.cases}
      rows={cases}
      keyOf={({ id }) => id}
      columns={[
        { id: "openedAt", title: words.columns.openedAt, cell: ({ openedAt }) => openedAt },
        {
          id: "title",
          title: words.columns.title,
          cell: ({ id, title }) => (
            <button type="button" className="link-button" onClick={() => go("cases", id)}>
              {title}
            </button>
          ),
        },
        { id: "origin", title: words.columns.origin, cell: ({ origin }) => vocabulary.origin[origin] },
        { id: "reports", title: words.columns.reportCount, align: "end", cell: ({ reportCount }) => reportCount },
      ]}
    />
  );
}
