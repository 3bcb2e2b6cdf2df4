import { useState } from "react";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { focusDetail } from "#renderer/ui/DetailPage.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import { SharingBoard } from "./SharingBoard.tsx";
import { SharingDetail } from "./SharingDetail.tsx";

const isInDetail = () => document.activeElement?.closest("[data-detail]") != null;

/** The board takes all the room; Enter opens the card beside it, Esc gives the room back. */
export function BoardView({ onCreate }: { onCreate(): void }) {
  const { frame } = useMessages();
  const selected = useWorkplace((state) => state.selected.sharings ?? null);
  const [opened, setOpened] = useState(false);
  useCommands([
    {
      id: "sharings.closeCard",
      title: frame.keys.back,
      shortcut: "Escape",
      keysOnly: true,
      when: opened,
      run() {
        if (!isInDetail()) setOpened(false);
        document.querySelector<HTMLElement>("[data-primary=true]")?.focus();
      },
    },
  ]);
  const board = (
    <SharingBoard
      onCreate={onCreate}
      onOpen={() => {
        setOpened(true);
        requestAnimationFrame(focusDetail);
      }}
    />
  );
  if (!opened || selected === null) return board;
  return (
    <Panes
      name="sharing-card"
      side="right"
      initialWidth={480}
      minWidth={360}
      minRest={320}
      sized={<SharingDetail key={selected} sharingId={selected} />}
      rest={board}
    />
  );
}
