import { Modal } from "@mantine/core";
import { useState } from "react";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { QuickEntryForm } from "./QuickEntryForm.tsx";

/** N: writes down a report from the telephone without leaving the keyboard. */
export function QuickEntry() {
  const { reports, frame, ui } = useMessages();
  const [opened, setOpened] = useState(false);
  useCommands([
    {
      id: "reports.new",
      title: reports.entry.command,
      reading: reports.entry.reading,
      shortcut: "N",
      group: frame.places.reports,
      run: () => setOpened(true),
    },
  ]);
  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      title={reports.entry.title}
      size={640}
      closeButtonProps={{ "aria-label": ui.close }}
    >
      <QuickEntryForm onDone={() => setOpened(false)} />
    </Modal>
  );
}
