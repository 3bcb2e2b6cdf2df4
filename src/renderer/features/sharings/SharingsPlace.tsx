import { useWorkplace } from "#renderer/state/workplace.ts";
import { Panes } from "#renderer/ui/Panes.tsx";
import { SharingDetail } from "./SharingDetail.tsx";
import { SharingList } from "./SharingList.tsx";

/** 共有: what was given out to the participants, or waits to be. */
export function SharingsPlace() {
  const selected = useWorkplace((state) => state.selected.sharings ?? null);
  return (
    <Panes
      name="sharings"
      initialWidth="60%"
      minWidth={360}
      minRest={440}
      sized={<SharingList />}
      rest={<SharingDetail key={selected} sharingId={selected} />}
    />
  );
}
