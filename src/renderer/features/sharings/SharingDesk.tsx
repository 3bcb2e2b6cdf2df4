import { lazy, Suspense } from "react";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { Boundary } from "#renderer/ui/Boundary.tsx";
import { flushDrafts } from "#renderer/ui/editor/textDrafts.ts";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";

const Desk = lazy(async () => ({ default: (await import("#renderer/desk/Desk.tsx")).Desk }));

/** The text of a sharing at the desk, in place of list and detail; Esc goes back to them. */
export function SharingDesk({ sharingId }: { sharingId: string }) {
  const { frame, sharings: words, ui } = useMessages();
  const closeDesk = useSharingsView((state) => state.closeDesk);
  const leave = () => void flushDrafts().then(closeDesk);
  useCommands([
    {
      id: "sharings.closeDesk",
      title: words.closeDesk,
      shortcut: "Escape",
      group: frame.places.sharings,
      run: leave,
    },
  ]);
  return (
    <Boundary resetKey={sharingId}>
      <Suspense fallback={<SkeletonLines count={8} label={ui.loading} />}>
        <Desk
          text={{ kind: "sharing", id: sharingId }}
          lead={
            <button type="button" className="link-button" onClick={leave}>
              {words.closeDesk}
            </button>
          }
        />
      </Suspense>
    </Boundary>
  );
}
