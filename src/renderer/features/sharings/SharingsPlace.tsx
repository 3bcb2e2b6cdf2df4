import { useState } from "react";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { Panes } from "#renderer/ui/Panes.tsx";
import { BoardView } from "./BoardView.tsx";
import { CreateSharingDialog } from "./CreateSharingDialog.tsx";
import { SharingDesk } from "./SharingDesk.tsx";
import { SharingDetail } from "./SharingDetail.tsx";
import { SharingList } from "./SharingList.tsx";
import classes from "./SharingsPlace.module.css";
import { SilenceView } from "./SilenceView.tsx";
import { UnsharedView } from "./UnsharedView.tsx";
import { ViewBar } from "./ViewBar.tsx";
import { WaitingView } from "./WaitingView.tsx";

/** 共有: what was given out to the participants, or waits to be. */
export function SharingsPlace() {
  const view = useSharingsView((state) => state.view);
  const deskId = useSharingsView((state) => state.deskId);
  const [creating, setCreating] = useState(false);
  if (deskId !== null) return <SharingDesk key={deskId} sharingId={deskId} />;
  return (
    <div className={classes.place}>
      <ViewBar onCreate={() => setCreating(true)} />
      <div className={classes.view}>
        {view === "list" ? <ListView /> : null}
        {view === "board" ? <BoardView onCreate={() => setCreating(true)} /> : null}
        {view === "waiting" ? <WaitingView /> : null}
        {view === "silence" ? <SilenceView /> : null}
        {view === "unshared" ? <UnsharedView /> : null}
      </div>
      {creating ? <CreateSharingDialog onClose={() => setCreating(false)} /> : null}
    </div>
  );
}

function ListView() {
  const selected = useWorkplace((state) => state.selected.sharings ?? null);
  return (
    <Panes
      name="sharings"
      initialWidth="56%"
      minWidth={320}
      minRest={400}
      sized={<SharingList />}
      rest={<SharingDetail key={selected} sharingId={selected} />}
    />
  );
}
