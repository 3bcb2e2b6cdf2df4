import { useState } from "react";
import type { CampaignRow } from "#shared/contract/campaigns.ts";
import { Button } from "@mantine/core";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { focusDetail } from "#renderer/ui/DetailPage.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ListPane } from "#renderer/ui/ListPane.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import { rowsOf } from "#renderer/ui/rows.ts";
import type { Column } from "#renderer/ui/useColumns.ts";
import { CampaignDialog } from "./CampaignDialog.tsx";
import { CampaignPage } from "./CampaignPage.tsx";
import classes from "./CampaignsPlace.module.css";

/** 一連の攻撃: cases over years by the same hand or pattern. */
export function CampaignsPlace() {
  const { campaigns: words } = useMessages();
  const campaignId = useWorkplace((state) => state.selected.campaigns ?? null);
  const select = useWorkplace((state) => state.select);
  const [creating, setCreating] = useState(false);
  const { data, error } = useRead(api.campaigns.list, {});
  const columns: Column<CampaignRow>[] = [
    { id: "name", title: words.columns.name, width: 200, grows: 1, cell: ({ name }) => name },
    { id: "since", title: words.columns.since, width: 72, cell: ({ since }) => <Figures>{since}</Figures> },
    { id: "caseCount", title: words.columns.cases, width: 60, align: "end", cell: ({ caseCount }) => caseCount },
  ];
  useCommands([
    {
      id: "campaigns.create",
      title: words.create,
      reading: words.createReading,
      shortcut: "N",
      group: words.listLabel,
      run: () => setCreating(true),
    },
  ]);
  const createButton = <Button onClick={() => setCreating(true)}>{words.create}</Button>;
  return (
    <>
      <Panes
        name="campaigns"
        initialWidth={380}
        sized={
          <ListPane filter={<div className={classes.bar}>{createButton}</div>}>
            <DataTable
              name="campaigns"
              label={words.listLabel}
              primary
              columns={columns}
              rows={rowsOf(data, error)}
              idOf={({ id }) => id}
              cursorId={campaignId}
              onCursor={({ id }) => select(id)}
              onOpen={focusDetail}
              empty={<EmptyState title={words.empty}>{createButton}</EmptyState>}
            />
          </ListPane>
        }
        rest={
          campaignId === null ? (
            <EmptyState title={words.choose} />
          ) : (
            <CampaignPage key={campaignId} campaignId={campaignId} />
          )
        }
      />
      {creating ? <CampaignDialog onClose={() => setCreating(false)} /> : null}
    </>
  );
}
